/** Finds figures that were dropped rather than masked: a unit that stands alone, as in `总投资万元` or `增长%`. */
import type { Lexicon } from './lexicon';

/** From the word that calls for a figure to the end of its unit; the figure is missing where the unit begins. */
export interface DroppedFigure {
  readonly start: number;
  readonly end: number;
  readonly unit: string;
}

/**
 * The dropped figures of one stretch of prose, in order. Certain rather than complete: a unit counts only after words that call
 * for a figure and where nothing follows of which it could be a part. Linear in the length of the text.
 */
export function droppedFigures(text: string, lexicon: Lexicon): readonly DroppedFigure[] {
  const found: DroppedFigure[] = [];
  const isSentence = /[，。；]/.test(text);
  for (const { hint, pattern, isListed, needsSentence } of forms) {
    if (!hint.test(text) || (needsSentence && !isSentence)) continue;
    for (const match of text.matchAll(pattern)) {
      const unit = match[1] ?? '';
      const end = match.index + match[0].length;
      // A longer word that only begins like the unit is none.
      if (isListed && lexicon.followerAt(text, end - unit.length)?.end !== end) continue;
      found.push({ start: match.index, end, unit });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((figure, index) => index === 0 || figure.start >= (found[index - 1]?.end ?? 0));
}

interface Form {
  /** Without it the pattern need not be tried. */
  readonly hint: RegExp;
  /** The first group is the unit. */
  readonly pattern: RegExp;
  readonly isListed: boolean;
  /** The words are those of a table's heading where no sentence stands around them. */
  readonly needsSentence?: boolean;
}

/** Where a clause ends. A colon or a closing bracket does not end one: what stands there is a heading or a note on units. */
const clauseEnd = '(?=[ \\t]*(?:$|[\\r\\n，。；、！？（,;!?(]|\\.(?!\\d)))';
const clauseEndOrBound = '(?=(?:以[上下内]|左右|[ \\t]*(?:$|[\\r\\n，。；、！？（,;!?(]|\\.(?!\\d))))';
/** A figure that stood between spaces leaves two. */
const gap = '(?: {2})?';

function chinese(hint: RegExp, words: string, units: string, end = clauseEnd): Form {
  return { hint, pattern: new RegExp(`(?:${words})${gap}(${units})${end}`, 'g'), isListed: true };
}

/** What an amount of money is said of. 达, 近, 超, 过 and 上 are left out: 近万元 and 超亿元 are figures in words. */
const money =
  '投资|投资额|资金|产值|收入|支出|经费|金额|总额|预算|决算|成本|利润|税收|贷款|存款|补贴|补助|生产总值|增加值|销售额|营业额|交易额|余额|损失|费用|欠款|债务|投入|拨付|拨款|下达|到位|争取|节约|减免|追缴|募集|合计|共计|总计|累计';
const wages = '收入|补贴|补助|工资|金额|经费|费用|资金|奖金|罚款|价格|单价|票价';
const change =
  '增长|下降|提高|上升|降低|增加|减少|回升|回落|上涨|下跌|达到?|占|约|近|超过?|完成|超额|(?:率|比例?|比重|幅度?)[为达超]';
/** Nouns that with a percent sign also head the columns of tables. */
const share = '率|占比|同比|环比|比重|比例|增幅|降幅|涨幅';
const comparison = '增长|下降|提高|上升|降低|增加|减少|回升|回落|收窄|扩大|加快|放缓|高|低|快|慢';
const length = '全长|总长|总?里程|管网|道路|公路|管道|线路|河道|绿道|沟渠|渠道|堤防|电缆';
const mass = '产量|粮食|垃圾|煤炭|污泥|蔬菜|水果|水产品|吞吐量|运量|化肥|排放量';

const forms: readonly Form[] = [
  chinese(/元/, money, '[余多]?[百千万亿]{1,2}(?:元|美元|欧元|港元)'),
  chinese(/元/, wages, '元'),
  chinese(/[%％‰]/, change, '[%％‰]', clauseEndOrBound),
  { ...chinese(/[%％‰]/, share, '[%％‰]', clauseEndOrBound), needsSentence: true },
  chinese(/个百分点/, comparison, '个百分点'),
  chinese(/[里米]/, length, '公里|千米|米'),
  chinese(/[米里亩顷]/, '面积|占地|绿化|造林', '万?(?:平方米|平方公里|亩|公顷)'),
  chinese(/吨/, mass, '[万亿]?吨'),
  chinese(/千瓦时/, '[用发供]电量?', '[万亿]?千瓦时'),
  chinese(/立方米/, '[用供排蓄]水量?|库容|土方|污水|天然气', '[万亿]?立方米'),
  chinese(/[人名]/, '人员|人数|党员|职工|学员|群众|官兵|师生|教职工|患者|农民工|志愿者', '余?[人名]'),
  // The measure word after its own noun: no other word has this order. Where the two make a word (投诉件, 企业家), they are not here.
  chinese(/次/, '会议|培训|活动|检查|调研|研讨|谈话|巡查|演练|督查|走访|座谈|巡逻', '余?次'),
  chinese(/件/, '案件|纠纷|信访事项', '余?件'),
  chinese(/份/, '文件|报告|材料|简报|问卷|资料|合同|传单|宣传单|宣传册', '余?份'),
  chinese(/条/, '意见|建议|线索|问题', '余?条'),
  chinese(/项/, '制度|隐患|成果|重点任务|整改任务', '余?项'),
  chinese(/例/, '病例', '余?例'),
  chinese(/篇/, '文章|论文|稿件|心得体会', '余?篇'),
  chinese(/户/, '贫困户|农户|困难家庭|脱贫户', '余?户'),
  {
    hint: /个/,
    pattern: /(?:[下现]辖|管辖|[，、]) {0,2}(个)(?=(?:行政村|自然村|村民小组|居委会|乡镇|街道|社区)[，。；、和及])/g,
    isListed: false,
  },
  {
    hint: /%/,
    pattern:
      /(?<![A-Za-z])(?:by|to|at|was|were|reached|about|approximately|nearly|around|over|exceeded) {1,2}(%)(?=$|[\r\n,;!?]|\.(?!\d)| (?:in|of|on|over|year|from|compared|and|this|last|more|less|higher|lower)(?![A-Za-z]))/g,
    isListed: false,
  },
  {
    hint: /[$€£] {1,2}(?:million|billion|thousand)/,
    pattern:
      /(?<![A-Za-z])(?:of|by|to|at|was|were|cost|costs|spent|raised|reached|totalled|totaled|about|approximately|nearly|around|over|exceeded) {1,2}([$€£] {1,2}(?:million|billion|thousand))(?![A-Za-z])/g,
    isListed: false,
  },
  {
    hint: /percent|per cent/,
    pattern:
      /(?<![A-Za-z])(?:grew|rose|fell|increased|decreased|declined|dropped|climbed|up|down) by {1,2}(per ?cent)(?![A-Za-z])/g,
    isListed: false,
  },
];
