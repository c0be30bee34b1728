/** Clauses before a masked figure as authors write them, each held against all metrics of its template. */
import { expect, test } from 'vitest';
import { shippedTemplates } from '../../server/src/template/shipped';

/** Under the id of a template its metrics, each with clauses that are taken for it alone; `-` before those taken for none. */
const clauses = `
safety-report
  meetings: 组织召开安委会全体会议
  responsibility-letters: 全县共签订安全生产责任书
  firms-summoned: 先后约谈企业
  inspections: 开展安全生产检查 | 开展专项检查
  -: 出动检查人员
  firms: 检查生产经营单位
  orders: 下发责令限期整改指令书
  fines: 行政处罚罚款 | 累计罚款
  trainings: 开展安全培训
  trainees: 培训从业人员
  leaflets: 发放宣传材料
  plans-revised: 编制应急预案
  drills: 组织应急演练 | 开展消防演练
  accidents: 发生生产安全事故 | 发生一般事故
  deaths: 死亡人数 | 造成死亡
  injured: 受伤人数
  hazards: 排查安全隐患 | 排查出隐患 | 排查整治隐患 | 发现问题隐患
  hazards-fixed: 整改完成 | 完成整改 | 已整改
  fix-rate: 整改率
  major-hazards: 排查重大隐患 | 重大事故隐患
  major-hazards-fixed: 重大隐患整改
economic-operation
  gdp: 全县生产总值 | 完成地区生产总值 | GDP完成
  gdp-growth: 地区生产总值同比增长
  industry-growth: 规模以上工业增加值同比增长 | 规上工业增加值增长
  investment: 完成固定资产投资
  investment-growth: 固定资产投资同比增长
  retail: 社会消费品零售总额完成 | 实现社会消费品零售总额
  retail-growth: 社会消费品零售总额同比增长
  budget-revenue: 完成一般公共预算收入 | 一般公共预算收入完成
  tax-revenue: 其中税收收入
  tax-share: 税收占比
  industrial-firms: 规上工业企业
  industrial-firms-new: 新增规上工业企业
  jobs: 新增就业 | 城镇新增就业
  urban-income-growth: 城镇居民人均可支配收入同比增长
  rural-income-growth: 农村居民人均可支配收入同比增长
rule-of-law-report
  normative-documents: 制定规范性文件 | 出台行政规范性文件
  documents-filed: 报备规范性文件
  -: 审查合同
  legality-reviews: 合法性审核文件
  penalty-cases: 办理行政处罚案件
  files-reviewed: 开展案卷评查 | 评查行政处罚案卷
  law-trainings: 开展执法培训
  law-trainees: 培训执法人员
  reconsiderations: 收到行政复议申请 | 受理行政复议案件 | 行政复议案件
  reconsiderations-closed: 审结 | 办结行政复议案件
  lawsuits: 行政诉讼案件 | 行政应诉案件
  lawsuits-lost: 败诉
  appear-rate: 负责人出庭应诉率 | 行政机关负责人出庭应诉率达
  publicity: 开展普法宣传活动 | 开展法治宣传活动
  law-guides: 培养“法律明白人”
  law-studies: 常务会议会前学法
audit-report-zh
  audited-amount: 审计资金总额
  posts: 核定编制
  staff: 实有人员 | 在职人员
  revenue: 总收入 | 收入总额
  expenditure: 支出总额 | 总支出
  surplus: 年末结余
  findings: 审计发现问题 | 发现各类问题
  problem-amount: 涉及金额
  violation-amount: 违规资金 | 违纪违规金额
  irregular-amount: 管理不规范资金
  waste-amount: 损失浪费
  settled: 立行立改
  clues: 移送线索
budget-performance
  initial-budget: 年初预算数 | 预算安排
  budget: 调整预算数 | 全年预算
  paid: 全年支出 | 实际支出 | 执行数
  execution-rate: 执行率 | 资金执行率
  carryover: 结余资金 | 年末结转
  indicators-met: 完成指标
  satisfaction: 受益群众满意度
  score: 自评总分 | 综合得分 | 自评得分
  score-output: 产出得分
  score-effect: 效益得分
disclosure-annual-report
  items-published: 主动公开信息 | 通过门户网站公开信息
  social-posts: 微信公众号发布信息
  applications-new: 受理政府信息公开申请 | 收到依申请公开 | 新收申请
  trainings: 开展培训
  documents-valid: 现行有效规范性文件
  documents-made: 制发规范性文件
  handling-fees: 收取信息处理费
minutes
  -: 出席人员
  members: 应到人数
  present: 实到
  absent: 请假
  observers: 列席
  funds: 安排资金
request
  funds: 需资金 | 共需经费 | 总投资
  requested-funds: 申请资金 | 申请财政资金 | 拨付专项资金
  own-funds: 自筹
circular
  units-checked: 检查单位
  items-checked: 抽查事项
annual-report-en
  people-served: We served | Our programs reached | People served:
  revenue: Total revenue was $ | Our income was $
  expenses: Total expenses were $ | Expenses: $
  program-expenses: Program expenses were $
  fundraising-expenses: Fundraising expenses: $
  volunteer-hours: Volunteers gave | Volunteer hours:
  volunteers: Volunteers:
  board-members: Board members:
  donors: Donors:
  program-ratio: Program ratio:
qbr
  revenue: Revenue was $ | Total revenue: $ | Quarterly revenue came to $
  nps: NPS was | NPS:
  gross-margin: Gross margin of | Gross margin was
  churn: Churn was
  deals: We closed
  customers-new: New customers:
  revenue-plan: Plan was $
  qoq: QoQ change: | QoQ growth was
  yoy: YoY:
  okr-score: OKR score: | Average score:
esg
  scope1: Scope 1 emissions were | Scope 1:
  scope2: scope 2 emissions were
  scope3: Scope 3:
  total-ghg: Total emissions were | Total GHG emissions:
  energy: Energy consumption was | Energy use:
  water: Water withdrawal:
  waste: Waste generated:
  waste-recovered: Waste diverted:
  ltir: LTIR was | Lost-time injury rate:
  fatalities: Fatalities:
  women-board: Women on the board:
  employees: Employees:
  renewable-share: Renewable share:
  hours-worked: Hours worked:
audit-en
  findings-critical: Critical: | Critical findings:
  findings-high: High:
  findings-medium: Medium findings:
  findings-total: Total findings:
  overall-rating: Overall rating:
  sample-size: Sample size: | We tested | a sample of
  population: Population:
  exceptions: Exceptions:
  exception-rate: Exception rate:
  recommendations: Recommendations:
  lead-auditor: Lead auditor:
grant-progress
  award: Grant amount: $ | Award: $ | Total award: $
  spent: Spent to date: $
  balance: Balance: $
  participants: Participants:
  events: Events held: | We held
  reach: People reached:
  reach-target: Target:
  activities-done: Activities completed:
  grant-number: Grant number:
project-status
  budget: Budget: $
  spent: Spent to date: $
  open-risks: Open risks:
  open-issues: Open issues:
  percent-complete: The project is
  actions-blocked: Actions blocked:
incident-postmortem
  duration: Duration: | The outage lasted
  time-to-detect: Time to detect:
  error-rate: Error rate:
  users-affected: Users affected:
  severity: Severity:
`;

const cases = clauses
  .trim()
  .split(/\n(?=\S)/)
  .flatMap((part) => {
    const [id = '', ...lines] = part.split('\n').map((line) => line.trim());
    return lines.map((line) => {
      const [, metric = '', written = ''] = /^([\w-]+): (.*)$/u.exec(line) ?? [];
      return { id, metric, written: written.split(' | ') };
    });
  });

test.each(cases)('$id: $metric', ({ id, metric, written }) => {
  const metrics = shippedTemplates.find((each) => each.id === id)?.load().metrics ?? [];
  const taken = written.map((clause) => [
    clause,
    metrics.filter(({ match }) => match.some((each) => each.test(clause))).map((each) => each.id),
  ]);
  expect(metrics).not.toEqual([]);
  expect(taken).toEqual(written.map((clause) => [clause, metric === '-' ? [] : [metric]]));
});
