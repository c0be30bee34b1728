/** Which metric of a template an untagged mask is taken for, by the words before it. */
import { expect, test } from 'vitest';
import { proposeTags } from '../../server/src/analysis/tagging';
import { readReport } from '../check';

function proposed(template: string, text: string): readonly string[] {
  return proposeTags(readReport(`# 材料\n\n${text}\n`, { template }).analysis).map(({ id }) => id);
}

test.each([
  ['safety-report', '全年共排查各类隐患共计***处，整改率达到**%。', ['hazards', 'fix-rate']],
  ['safety-report', '开展应急演练累计**次，发放宣传资料近****份。', ['drills', 'leaflets']],
  ['safety-report', '共检查企业***家，下达责令整改指令书**份。', ['firms', 'orders']],
  ['safety-report', '隐患整改率：**%', ['fix-rate']],
  ['safety-report', '开展消防检查的企业表示满意，提出建议**条。', ['proposals']],
  [
    'disclosure-annual-report',
    '| 项目 | 件 |\n| --- | --- |\n| 部分公开 | **件 |\n| 不予公开 | *件 |',
    ['granted-partly', 'denied'],
  ],
  ['economic-operation', '全县地区生产总值为***亿元，税收占比约**%。', ['gdp', 'tax-share']],
  ['budget-performance', '预算执行率：**%；自评得分：**分', ['execution-rate', 'score']],
  ['qbr', '| Measure | Value |\n| --- | --- |\n| Gross margin | XX% |\n| Churn | X% |', ['gross-margin', 'churn']],
  ['esg', '- Water withdrawal: XXX m³', ['water']],
])('%s: %s', (template, text, ids) => {
  expect(proposed(template, text)).toEqual(ids);
});
