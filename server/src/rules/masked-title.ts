/** Reports titles that still say 某市 or 某局 in place of a name. */
import { defineRule } from './rule';
import { shown } from './support/wording';

export default defineRule({
  id: 'masked-title',
  severity: 'info',
  summary: { en: 'The title says 某 in place of a name', zh: '标题中以“某”代替名称' },
  checkStructure({ analysis, report }) {
    const { title, length } = analysis.report;
    if (title === undefined) return;
    // A title in quotation marks of YAML may be written otherwise than it reads.
    const isAsWritten = title.span.end - title.span.start === title.value.length && title.span.end <= length;
    for (const match of title.value.matchAll(masked)) {
      const start = title.span.start + match.index;
      const name = shown(match[0]);
      report({
        span: isAsWritten ? { start, end: start + match[0].length } : title.span,
        message: {
          en: `The title says "${name}" in place of a name; write the name before the report goes out`,
          zh: `标题中的“${name}”尚未写明名称；请在定稿前填写`,
        },
      });
    }
  },
});

/** In running text a single 某 is an ordinary word; in a title it stands for the author's own place or body. */
const masked =
  /某{1,4}(?:省|市|县|区|旗|州|镇|乡|村|街道|社区|局|厅|委|办|院|处|科|所|站|校|大学|学院|中学|小学|医院|公司|集团|企业|单位|部门|银行)/gu;
