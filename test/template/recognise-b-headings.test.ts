/** Headings and opening or closing paragraphs as authors write them, each held against all sections of its template. */
import { expect, test } from 'vitest';
import { shippedTemplates } from '../../server/src/template/shipped';

/** Under the id of a template its sections, each with texts that meet it and no other; `-` before those that meet none. */
const texts = `
project-status
  header: Reporting period: 1 to 31 October | Prepared by the site office on 4 November | Report date: 2025-11-04
  summary: Executive summary | Overall status | Management overview
  health: RAG status | Traffic lights | Health by dimension
  done: Accomplishments this period | What we achieved | Delivered in October
  planned: Next steps | Upcoming work | Looking ahead
  risks: Risks and issues | Blockers | Open impediments
  budget: Budget | Cost to date | Finances
  decisions: Decisions needed | Help needed | Escalations
  -: Context | Team | Storage and fragments
incident-postmortem
  summary: Summary | Overview | Background
  impact: Impact | Who was affected | Customer impact
  timeline: Timeline | What happened | Sequence of events
  root-cause: Root cause | Contributing factors | What caused the outage
  detection: Detection | Trigger | Alerting
  resolution: Resolution and recovery | Mitigation | Remediation
  actions: Action items | Follow-up | Corrective measures
  lessons: Lessons learned | What went well | Where we got lucky
  supporting: Supporting information | Appendix | Evidence
  -: Interactions with transactions | People | Thanks
annual-report-en
  message: Letter from the director | Foreword | A word from our chair
  mission: Our mission | Who we are | About us
  highlights: Highlights of the year | What we achieved | Year in review
  financials: Financial summary | Finances | Statement of activities
  challenges: Challenges | Lessons learned | What did not work
  governance: Board and governance | Our trustees | Our team
  thanks: Donors and partners | Our supporters | Thank you
  outlook: Looking ahead | Priorities for 2025 | What's next
  -: Contact | Rosa's story | Legal notice
qbr
  summary: Executive summary | Summary | The quarter at a glance
  scorecard: KPI scorecard | OKRs | Key metrics
  wins: Wins | Highlights | Key achievements
  misses: Misses and lessons | What went wrong | Shortfalls
  financials: Financial performance | Revenue | P&L
  customers: Customers and market | Competitors | Client base
  next: Next-quarter priorities | Roadmap | Outlook
  asks: Risks and asks | Support needed | Mitigation
  -: Agenda | Glossary | Team
esg
  about: About this report | Reporting scope | Basis of preparation
  leadership: Message from the chair | CEO letter | Foreword
  organization: Our company | Who we are | Organizational details
  governance: Governance | Corporate governance | Governance of sustainability
  strategy: Strategy and policies | Ethics | Business conduct
  stakeholders: Stakeholder engagement | Our stakeholders | Dialogue with stakeholders
  material-topics: Material topics | Materiality assessment | Double materiality
  environment: Environment | Climate | Energy and water
  social: People and community | Our employees | Health and safety
  economic: Economic performance | Economic value | Economic contribution
  content-index: GRI content index | GRI index | Disclosure index
  assurance: External assurance | Assurance statement | Independent verification
  -: Glossary | Awards | Photo credits
audit-en
  header: Audit reference: IA-2025-07 | Lead auditor: P. Nandakumar | Period audited: the year 2024
  summary: Executive summary | Overall opinion | Overall rating
  scope: Scope and objectives | Objective | Scope of the audit
  criteria: Criteria and methodology | Method | Approach
  findings: Findings | Detailed observations | Non-conformities
  recommendations: Recommendations | Recommendation | Recommendations of the audit team
  response: Management response | Action plan | Agreed actions
  follow-up: Follow-up | Previous audit | Prior audits
  -: Distribution list | Acknowledgements | Glossary
grant-progress
  header: Grant number: WF-1183 | Reporting period: January to June | Award ID 204
  summary: Executive summary | Summary | Project overview
  activities: Activities completed | Milestones | Progress to date
  outcomes: Outcomes and indicators | Results | Impact
  challenges: Challenges | Changes to the project | Lessons learned
  financials: Financial report | Budget | Expenditure
  next: Next steps | Plan for the next period | Sustainability
  compliance: Compliance | Safeguarding | Audit
  -: Photographs | Press | Team
safety-report
  lead: 全年全县安全生产形势持续稳定。 | 我镇深入贯彻安全生产决策部署。 | 统筹高质量发展和高水平安全，安全形势平稳。
  work: 主要工作开展情况 | 主要做法 | 重点工作推进情况
  accidents: 事故情况 | 事故总体情况 | 生产安全事故情况
  hazards: 隐患排查治理情况 | 重大隐患整治 | 隐患整改清零情况
  problems: 存在的问题和不足 | 面临的主要困难 | 薄弱环节
  next: 下一步工作打算 | 明年工作安排 | 2025年工作计划
  -: 机构设置 | 附件 | 名词解释
economic-operation
  overview: 主要经济指标完成情况 | 总体情况 | 经济运行总体情况
  features: 运行特点 | 主要特点 | 主要做法
  problems: 存在的主要困难和问题 | 面临的挑战 | 困难和挑战
  next: 下一步工作措施 | 下半年工作安排 | 工作建议
  -: 附表 | 名词解释 | 行业动态
rule-of-law-report
  lead: 全区深入学习贯彻习近平法治思想。 | 现将2024年法治政府建设情况报告如下： | 现将有关情况公布如下：
  measures: 主要举措和成效 | 推进法治政府建设的主要做法 | 工作开展情况
  head-duty: 第一责任人履职情况 | 主要负责人履行推进法治建设职责情况 | 党政主要负责人履行第一责任人职责
  problems: 存在的不足和原因 | 存在的主要问题 | 主要短板
  next: 下一年度主要安排 | 下步工作打算 | 明年工作计划
  -: 附件 | 其他 | 联系方式
disclosure-annual-report
  overview: 总体情况 | 总体情况概述 | 总体情况（2024年）
  proactive: 主动公开政府信息情况 | 主动公开情况 | 政府信息主动公开情况
  requests: 收到和处理政府信息公开申请情况 | 政府信息公开申请情况 | 处理信息公开申请情况
  review: 政府信息公开行政复议、行政诉讼情况 | 行政复议情况 | 因信息公开被提起行政诉讼情况
  problems: 存在的主要问题及改进情况 | 主要问题及改进措施 | 问题和改进情况
  other: 其他需要报告的事项 | 其他事项 | 其他需要说明的事项
  -: 附件 | 说明 | 建议提案办理
audit-report-zh
  basis: 根据《中华人民共和国审计法》第二十条，审计组进驻该单位。 | 审计局对该所财务收支进行了审计。 | 审计组实施了就地审计。
  profile: 被审计单位基本情况 | 基本情况 | 单位概况
  opinion: 审计评价意见 | 审计评价 | 总体评价
  findings: 审计发现的主要问题 | 发现的问题和处理意见 | 处理处罚决定
  advice: 审计建议 | 建议 | 意见建议
  -: 附件 | 名词解释 | 审计组成员
budget-performance
  profile: 项目概况 | 基本情况 | 项目背景
  goals: 绩效目标 | 年度目标 | 项目绩效目标设定
  execution: 资金使用情况 | 预算执行情况 | 目标完成情况
  evaluation: 自评情况及结论 | 评价结论 | 综合评价
  problems: 存在的问题 | 偏离绩效指标的原因 | 未完成原因
  advice: 改进措施 | 有关建议 | 下一步改进措施
  -: 附表 | 名词解释 | 佐证材料
request
  recipient: 云溪县人民政府： | 县水利局： | 县委组织部：
  reason: 根据年度部署，我镇拟建泵站一座。 | 近年来，校舍老化严重。 | 随着人口增加，窗口不足。
  matter: 请示事项 | 申请事项 | 请求事项
  contact: （联系人：周敏） | 联系电话：0000-0000018 | （联系方式：县水利局办公室）
  -: 基本情况 | 必要性 | 附件
reply
  recipient: 县图书馆： | 石桥镇人民政府： | 县水利局：
  quote: 你局《关于增设科室的请示》收悉。 | 《关于撤并村小学的请示》（云教〔2025〕1号）收悉。 | 你镇报来的《关于设立市场的请示》已收悉，经研究，批复如下：
  decision: 批复意见 | 同意 | 原则同意
  -: 附件 | 背景 | 说明
circular
  facts: 基本情况 | 事件经过 | 有关情况
  judgement: 处理决定 | 表彰决定 | 问题分析
  demand: 工作要求 | 有关要求 | 下一步要求
  -: 附件 | 名单 | 联系方式
notice
  recipient: 各乡镇人民政府、县直各部门： | 机关各科室： | 各村（社区）：
  reason: 为提高应急能力，开展一次演练。 | 根据年度计划，举办一期培训。 | 经研究，召开一次座谈会。
  matters: 参会人员 | 活动时间和地点 | 报名办法
  demands: 工作要求 | 组织领导 | 保障措施
letter
  recipient: 松平县图书馆： | 省农业科学院： | 县第一中学：
  reason: 为加强合作，我馆开展调研。 | 贵局来函收悉。 | 根据双方协议，开展交流。
  matter: 商洽事项 | 函告事项 | 答复事项
  -: 书展概况 | 附件 | 背景
minutes
  basics: 5月12日，何文主持召开专题会议。 | 会议时间：5月12日 | 地点：县政府第二会议室
  agreed: 议定事项 | 会议议定如下事项 | 会议要求
  attendees: 出席：何文、林青。 | 请假：孙立。 | 列席人员：陈平。
  -: 关于集镇供水 | 背景 | 附件
opinions
  overall: 总体要求 | 指导思想 | 发展目标
  tasks: 重点任务 | 主要任务 | 主要举措
  guarantee: 保障措施 | 组织领导 | 强化组织实施
  -: 附则 | 附件 | 适用范围
work-plan
  overall: 指导思想 | 总体要求 | 总体思路
  goals: 工作目标 | 总体目标 | 目标
  tasks: 主要任务 | 重点任务 | 整治内容
  steps: 实施步骤 | 时间安排 | 阶段划分
  roles: 责任分工 | 工作职责 | 部门分工
  guarantee: 保障措施 | 工作要求 | 组织领导
  -: 附件 | 整治范围 | 背景
`;

const cases = texts
  .trim()
  .split(/\n(?=\S)/)
  .flatMap((part) => {
    const [id = '', ...lines] = part.split('\n').map((line) => line.trim());
    return lines.map((line) => {
      const [, section = '', written = ''] = /^([\w-]+): (.*)$/u.exec(line) ?? [];
      return { id, section, written: written.split(' | ') };
    });
  });

test.each(cases)('$id: $section', ({ id, section, written }) => {
  const sections = shippedTemplates.find((each) => each.id === id)?.load().sections ?? [];
  const where = sections.find((each) => each.id === section)?.where ?? 'heading';
  const places = where === 'lead' || where === 'closing' ? [where] : ['heading', 'any'];
  const met = written.map((text) => [
    text,
    sections.filter((each) => places.includes(each.where) && each.match.test(text)).map((each) => each.id),
  ]);
  expect(written.length).toBeGreaterThanOrEqual(3);
  expect(met).toEqual(written.map((text) => [text, section === '-' ? [] : [section]]));
});

test('every section of these templates has its texts', () => {
  const ids = [...new Set(cases.map(({ id }) => id))];
  const templates = shippedTemplates.filter(({ id }) => ids.includes(id)).map((each) => each.load());
  expect(templates).toHaveLength(ids.length);
  for (const { id, sections } of templates) {
    const named = cases.filter((each) => each.id === id && each.section !== '-').map((each) => each.section);
    expect([id, named]).toEqual([id, sections.map((section) => section.id)]);
  }
});
