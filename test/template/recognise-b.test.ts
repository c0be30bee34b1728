/** Titles as authors write them, held against the templates of English reports, of public reports and of the statutory kinds. */
import { describe, expect, test } from 'vitest';
import { chooseTemplate } from '../../server/src/template/choose';
import { shippedTemplates } from '../../server/src/template/shipped';

/** Under the id of a template the titles that get it, one a line, and after a dash those that do not. */
const titles = `
project-status
  Harbour Crossing: monthly status report
  Weekly status report: payroll migration
  Fernhill Library extension: project status report, October 2025
  Status update for the data platform
  Quarterly status, infrastructure programme
  - Status report template
  - How to write a status report
  - Project status report sample
  - Status report training for team leads
  - Marital status in the census
incident-postmortem
  Post-mortem: bookings rejected at the ferry terminal
  Postmortem of the March outage
  Incident report: checkout unavailable on 3 May
  Incident review, database failover
  Outage retrospective for the July heatwave
  - Postmortem template
  - How to run a postmortem
  - Postmortem training for on-call engineers
  - Incident management policy
  - Sample incident report
annual-report-en
  Millbrook Reading Society: annual report 2024
  2023 Annual Impact Report
  Harbour Lights Foundation annual review 2024
  Annual report and accounts of the county museum
  Annual activity report of the water board
  - Annual report template
  - How to write an annual report
  - Annual general meeting
  - Annual report design guide and samples
  - Annual leave request
qbr
  Lumen Freight: quarterly business review, Q3 2025
  Q2 2025 business review
  QBR: enterprise accounts
  Q4 report
  Third-quarter review
  - QBR template
  - How to prepare a QBR
  - Quarterly business review checklist
  - Quarterly newsletter
  - QBR training for account managers
esg
  Norrvik Packaging: sustainability report 2024
  Coastline Hotels ESG report 2024
  Corporate social responsibility report
  GRI report 2023
  CSR and climate report 2022
  - ESG report template
  - Sustainability reporting guide
  - How to write an ESG report
  - Sample sustainability report
  - Sustainable fishing quotas
audit-en
  Internal audit report: purchasing at the Eastmoor depots
  Compliance audit report: travel expenses
  IT audit report 2025
  Audit report on the grant programme
  Quality audit findings, plant 2
  - Audit report template
  - How to write an audit report
  - Internal audit charter
  - Sample audit report for trainees
  - Audit report writing course
grant-progress
  Orchard Skills: grant progress report, second half of 2024
  Interim report on the wetlands grant
  Final narrative report, award 1183
  Grant WF-1183: final report
  Progress report to the funder
  - Grant progress report template
  - How to write a grant progress report
  - Grant application
  - Progress report on the ring road
  - Sample interim report for grantees
safety-report
  青岚县2024年安全生产工作总结
  石桥镇安全生产工作情况报告
  关于2024年安全生产工作情况的报告
  县水务局上半年安全生产工作小结
  安全生产专项整治工作汇报
  - 关于报送安全生产工作总结的通知
  - 安全生产工作总结范文
  - 化工厂安全生产事故调查报告
  - 安全生产培训会主持词
  - 网络安全工作总结
economic-operation
  云溪县2024年经济运行情况汇报
  南浦区上半年经济运行分析报告
  一季度经济运行情况
  关于全市经济社会发展情况的报告
  前三季度工业经济运行情况分析
  - 关于召开经济运行分析会的通知
  - 经济运行分析报告模板
  - 经济责任审计办法
  - 市场经济概论
  - 经济运行调度会议纪要
rule-of-law-report
  松平县2024年度法治政府建设情况报告
  临川镇2024年法治政府建设年度报告
  关于2023年度法治政府建设情况的报告
  区司法局2024年依法行政工作报告
  县教育局法治政府建设年度情况报告
  - 关于报送法治政府建设年度报告的通知
  - 法治政府建设实施纲要
  - 法治政府建设年度报告范文
  - 法治政府建设示范创建工作方案
  - 法治政府建设专题培训班报告
disclosure-annual-report
  望江区教育局2024年政府信息公开工作年度报告
  2024年政府信息公开年度报告
  云溪县人民政府2023年政府信息公开工作年度报告
  县财政局政府信息公开工作报告
  2022年度政府信息公开工作报告
  - 关于编制政府信息公开工作年度报告的通知
  - 政府信息公开指南
  - 政府信息公开工作年度报告格式
  - 政府信息公开申请表
  - 政务公开工作要点
audit-report-zh
  关于丰乐县农业技术推广中心2024年度预算执行情况的审计报告
  北河镇财政所审计报告
  审计结果报告
  关于县医院财务收支的审计报告（征求意见稿）
  专项审计调查报告
  - 关于审计报告所列问题整改情况的报告
  - 关于印发审计报告格式的通知
  - 审计工作报告
  - 内部审计培训教材
  - 审计报告范文
budget-performance
  柳溪县农村供水改造项目支出绩效自评报告
  部门整体支出绩效评价报告
  2024年度项目绩效自评报告
  文化惠民项目支出绩效评价报告
  关于专项资金绩效自评情况的报告
  - 关于开展绩效自评工作的通知
  - 绩效自评报告模板
  - 绩效考核办法
  - 员工绩效合同
  - 预算绩效管理培训班
request
  关于改造村级便民服务站的请示
  关于解决防汛物资经费的请示
  请示
  石桥镇人民政府关于撤并村小学的请示（代拟稿）
  关于设立产业基金的请示报告
  - 关于严格执行请示报告制度的通知
  - 请示写作培训
  - 请示范文
  - 关于增加编制请示的批复
  - 重大事项请示报告工作规定
reply
  云溪县机构编制委员会关于调整县图书馆内设机构的批复
  关于增加事业编制的批复
  关于同意设立产业园区的批复
  批复
  国务院关于城市总体规划的批复
  - 关于转发批复的通知
  - 批复范文
  - 关于请求批复的请示
  - 批复写作格式
  - 批复意见汇总
circular
  青岚县关于重点项目推进情况的通报
  关于作风督查情况的通报
  关于表扬先进集体的通报
  关于一起典型案件的情况通报
  通报
  - 关于召开通报会的通知
  - 通报范文
  - 关于巡察整改情况的通报
  - 通报批评办法
  - 通报写作格式
notice
  青岚县档案馆关于做好2024年度文书档案移交工作的通知
  关于组织参加消防演练的通知
  紧急通知
  关于调整会议时间的补充通知
  关于召开年度工作总结会议的通知
  - 通知范文
  - 通知的写作格式
  - 录取通知书
  - 通知模板
  - 通知中心
letter
  望江区图书馆关于商请交流总分馆建设经验的函
  关于商洽联合举办书展的函
  关于征求立法意见的复函
  关于协助查询档案的函
  函
  - 函的写作格式
  - 关于转发来函的通知
  - 商洽函范文
  - 邀请函模板
  - 函数与方程
minutes
  青岚县重点项目推进专题会议纪要
  镇长办公会议纪要
  党组会纪要
  2025年第3次局长办公会纪要
  纪要
  - 会议纪要范文
  - 会议纪要模板
  - 关于印发会议纪要的通知
  - 合作会谈纪要写作
  - 会议纪要写作培训
opinions
  松平县人民政府关于推进社区养老服务发展的实施意见
  关于加快乡村产业发展的意见
  关于深化改革的若干意见（试行）
  关于做好就业工作的指导意见
  意见
  - 关于征求意见的函
  - 审计意见
  - 关于公开征集群众意见
  - 反馈意见
  - 实施意见范文
work-plan
  望江区背街小巷环境整治工作方案
  校园周边秩序专项整治行动方案
  防汛应急方案
  关于开展文明创建的实施方案（征求意见稿）
  机构改革试点方案
  - 实施方案模板
  - 关于印发工作方案的通知
  - 软件系统解决方案
  - 建筑设计方案
  - 教学方案写作培训
`;

const kinds = titles
  .trim()
  .split(/\n(?=\S)/)
  .map((part) => {
    const [id = '', ...lines] = part.split('\n').map((line) => line.trim());
    return {
      id,
      of: lines.filter((line) => !line.startsWith('- ')),
      notOf: lines.filter((line) => line.startsWith('- ')),
    };
  });

function chosen(title: string): string | undefined {
  const choice = chooseTemplate(undefined, title, shippedTemplates);
  return choice.kind === 'title' ? choice.template.id : undefined;
}

describe.each(kinds)('$id', ({ id, of, notOf }) => {
  test('is chosen for the titles of its kind', () => {
    expect(of.length).toBeGreaterThanOrEqual(5);
    expect(of.map((title) => [title, chosen(title)])).toEqual(of.map((title) => [title, id]));
  });

  test('is not chosen for titles of other kinds, or of texts about it', () => {
    expect(notOf.length).toBeGreaterThanOrEqual(5);
    expect(notOf.filter((title) => chosen(title.slice(2)) === id)).toEqual([]);
  });
});
