/** Proposes an id for every untagged mask: from the template's contexts, else from the noun that is counted, else from the unit. */
import type { TextChange } from '../base/problem';
import { closest } from '../base/suggest';
import type { MaskUse } from '../report/types';
import type { MetricTemplate } from '../template/types';
import nounsText from './nouns.txt';
import type { Analysis } from './types';

export interface TagProposal {
  readonly mask: MaskUse;
  /** ASCII, two letters or more, used by no tag of the report and by no other proposal. */
  readonly id: string;
}

/** What tagging needs to know of a template's metric. */
export type Defined = Pick<MetricTemplate, 'id' | 'unit' | 'match'>;

export interface TaggingOptions {
  /** Instead of those of the template. */
  readonly metrics: readonly Defined[];
  /** Ids that are used outside the report; those that are proposed are added. */
  readonly taken: Set<string>;
}

/** One proposal for each mask, in document order. */
export function proposeTags({ report, template }: Analysis, options?: TaggingOptions): readonly TagProposal[] {
  const { metrics: definitions = [], taken = new Set() } = options ?? { metrics: template?.metrics };
  const used = new Set([...report.metrics.map((metric) => metric.id), ...taken]);
  const counts = new Map<string, number>();
  return report.masks.map((mask) => {
    const before = clauseBefore(report.text, mask.span.start);
    const after = report.text.slice(mask.span.end, mask.span.end + 24);
    const [defined] = definedAt(report.text, mask.span.start, definitions);
    const wanted = defined?.id ?? distinct(wantedId(mask, before, after), mask, definitions);
    let id = wanted;
    let count = counts.get(wanted) ?? 1;
    while (used.has(id)) id = `${wanted}-${++count}`;
    counts.set(wanted, count);
    used.add(id);
    taken.add(id);
    return { mask, id };
  });
}

/** The changes that turn the masks of proposals into tags. */
export function tagChanges(proposals: readonly TagProposal[]): readonly TextChange[] {
  return proposals.map(({ mask, id }) => ({ span: mask.span, newText: `<<${id}:${mask.text}>>` }));
}

/** The metrics of which a figure at `offset` may be, by the words before it; the first is the likeliest. */
export function definedAt<Each extends Pick<MetricTemplate, 'match'>>(
  text: string,
  offset: number,
  definitions: readonly Each[],
): readonly Each[] {
  const contexts = contextsBefore(text, offset, clauseBefore(text, offset));
  return definitions.filter(({ match }) => match.some((pattern) => contexts.some((each) => pattern.test(each))));
}

/** The words between the last mark of punctuation and `offset`, tags and masks left as they are. */
function clauseBefore(text: string, offset: number): string {
  const window = text.slice(Math.max(0, offset - 48), offset);
  const start = Math.max(
    ...['。', '；', '，', '：', '\n', '\r', '; ', '. ', ', '].map((mark) => window.lastIndexOf(mark)),
  );
  return window.slice(start + 1).trimStart();
}

/**
 * What the contexts of a template are tested on: the clause, the clause without words that only lead to a number (`共`, `达到`), and the
 * label before a colon or in the cell before (`整改率：`, `| Gross margin | `).
 */
function contextsBefore(text: string, offset: number, clause: string): readonly string[] {
  const window = text.slice(Math.max(0, offset - 48), offset);
  const label = /(?:^|[。；，：|\r\n])([^。；，：|\r\n]{2,})[：:|][ \t]*$/u.exec(window)?.[1]?.trim();
  return [clause, ...(label === undefined ? [] : [label, `${label}:`])].flatMap((each) => {
    const plain = each.replace(/(?:共计?|累计|合计|总计|达到?|约|近|为|了)+$/u, '');
    return plain === each || plain === '' ? [each] : [each, plain];
  });
}

function wantedId(mask: MaskUse, before: string, after: string): string {
  if (mask.kind === 'date') return 'date';
  if (mask.kind === 'name') return nameIds[mask.unit ?? ''] ?? 'name';
  return /[\u4e00-\u9fff]/.test(before + after) ? chineseId(mask, before, after) : englishId(mask, before, after);
}

const nameIds: Readonly<Record<string, string>> = {
  省: 'province',
  市: 'city',
  县: 'county',
  区: 'district',
  镇: 'town',
  乡: 'township',
  村: 'village',
  街道: 'subdistrict',
  社区: 'community',
  局: 'bureau',
  委: 'commission',
  厅: 'department',
  办: 'office',
  公司: 'company',
  集团: 'group',
  同志: 'person',
  书记: 'secretary',
  学校: 'school',
  医院: 'hospital',
  银行: 'bank',
  County: 'county',
  City: 'city',
  Ltd: 'company',
  Inc: 'company',
  Company: 'company',
};

const unitIds: Readonly<Record<string, string>> = {
  次: 'times',
  个: 'items',
  项: 'items',
  条: 'entries',
  件: 'cases',
  人: 'people',
  名: 'people',
  人次: 'participants',
  场次: 'sessions',
  场: 'sessions',
  份: 'copies',
  篇: 'articles',
  期: 'issues',
  批次: 'batches',
  批: 'batches',
  类: 'kinds',
  种: 'kinds',
  家: 'firms',
  户: 'households',
  套: 'sets',
  处: 'places',
  台: 'units',
  辆: 'vehicles',
  册: 'volumes',
  卷: 'volumes',
  页: 'pages',
  张: 'sheets',
  座: 'structures',
  所: 'institutions',
  支: 'teams',
  起: 'incidents',
  例: 'cases',
  宗: 'cases',
  位: 'people',
  间: 'rooms',
  栋: 'buildings',
  棵: 'trees',
  株: 'trees',
  头: 'animals',
  只: 'animals',
  亩: 'area',
  公顷: 'area',
  平方米: 'area',
  平方公里: 'area',
  公里: 'length',
  米: 'length',
  吨: 'weight',
  公斤: 'weight',
  立方米: 'volume',
  度: 'power-use',
  千瓦时: 'power-use',
  天: 'days',
  小时: 'hours',
  分钟: 'minutes',
  个月: 'months',
  年: 'years',
  岁: 'age',
  倍: 'ratio',
  '%': 'rate',
  '％': 'rate',
  个百分点: 'points',
  元: 'amount',
};

/** The id that a unit gives, approximators and scale words aside: `余万元` is an amount. */
function unitId(unit: string | undefined): string | undefined {
  const written = (unit ?? '').replace(/^[余多来几]/, '');
  return unitIds[written] ?? unitIds[written.replace(/^[十百千万亿]+/, '')];
}

interface Nouns {
  readonly ids: ReadonlyMap<string, string>;
  readonly longest: number;
}

function readNouns(): Nouns {
  const ids = new Map<string, string>();
  for (const line of nounsText.split(/\r?\n/)) {
    const [noun, id] = line.split('\t');
    if (noun !== undefined && id !== undefined && !line.startsWith('#')) ids.set(noun, id);
  }
  return { ids, longest: Math.max(...[...ids.keys()].map((noun) => noun.length)) };
}

const nouns = readNouns();

function chineseId(mask: MaskUse, before: string, after: string): string {
  const clause = before
    .replace(/[*＊×XxＸ○□_]+.*?(?=[\u4e00-\u9fff])/g, '')
    .replace(/(?:共|达|了|约|近|累计|分别)+$/, '');
  const direct = nounEndingAt(clause, clause.length);
  if (direct !== undefined) return direct;
  const unit = mask.unit ?? '';
  // The noun counted follows the unit: 项具体整改措施, 名入党积极分子.
  const counted = after.slice(after.startsWith(unit) ? unit.length : 0).split(/[^\p{L}]|[和及与并]/u)[0] ?? '';
  for (let end = 2; end <= counted.length; end++) {
    const noun = nounEndingAt(counted, end);
    if (noun !== undefined) return noun;
  }
  for (let end = clause.length - 1; end > 1; end--) {
    const noun = nounEndingAt(clause, end);
    if (noun !== undefined) return noun;
  }
  return unitId(unit) ?? 'figure';
}

function nounEndingAt(text: string, end: number): string | undefined {
  for (let length = Math.min(nouns.longest, end); length >= 2; length--) {
    const id = nouns.ids.get(text.slice(end - length, end));
    if (id !== undefined) return id;
  }
  return undefined;
}

const smallWords = new Set(
  'the a an of in on to for and or is was were are by with at from we our this that its up down be has had have been than about over under'.split(
    ' ',
  ),
);

function englishId(mask: MaskUse, before: string, after: string): string {
  const isRateOrMoney = /^\s*%/.test(after) || /[$€£¥]\s?$/.test(before);
  const following = words(after.split(/[.,;:!?\n|]/)[0] ?? '');
  const preceding = words(before);
  if (!isRateOrMoney && following[0] !== undefined) return following[0];
  const named = preceding.slice(-2).join('-');
  return named !== '' ? named : mask.unit === '%' ? 'rate' : 'figure';
}

function words(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]{2,}/g) ?? []).filter((word) => !smallWords.has(word));
}

/** An id that equals a template's metric of another unit, or nearly equals one, would be taken for it; the unit tells them apart. */
function distinct(id: string, mask: MaskUse, definitions: readonly Defined[]): string {
  const same = definitions.find((metric) => metric.id === id);
  const suffix = unitId(mask.unit) ?? 'count';
  if (same !== undefined) return same.unit === undefined || same.unit === mask.unit ? id : `${id}-${suffix}`;
  const near = closest(
    id,
    definitions.map((metric) => metric.id),
  );
  return near === undefined ? id : `${id}-${suffix}`;
}
