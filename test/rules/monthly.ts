/** A small template for tests of structure, with the beginning of a report that names it. */

export const monthly = `//- monthly.template.yaml
id: monthly
title: 月报
language: zh
sections:
  - { id: lead, title: 导语, where: lead, match: '报告如下' }
  - { id: work, title: 主要工作, match: '工作' }
  - { id: visits, title: 走访情况, match: '走访', required: false }
  - { id: problems, title: 存在问题, match: '问题' }
  - { id: causes, title: 原因分析, match: '原因' }
  - { id: next, title: 下一步打算, where: any, match: '下一步' }
  - { id: closing, title: 结语, where: closing, match: '特此报告' }
metrics: []
//- june.report.md
---
report: monthly
---

`;
/** A paragraph that is the part 导语. */
export const lead = '现将六月情况报告如下：\n\n';
/** A paragraph that is the part 结语. */
export const closing = '\n特此报告。\n';
