/** The words of the front matter with what they mean. */
import type { Message } from '../../base/message';

/** Something to write in the front matter. */
export interface Offer {
  readonly value: string;
  readonly about: Message;
  /** By what else than its value it is found; what is said of it where there is nothing else. */
  readonly also?: string;
  /** Whether what it holds stands on the lines below. */
  readonly opensBlock?: boolean;
}

export const keys: readonly Offer[] = [
  { value: 'report', about: { en: 'The template of this report', zh: '本报告所用的模板' } },
  { value: 'title', about: { en: 'The title of this report', zh: '报告标题' } },
  {
    value: 'period',
    about: { en: 'The period: 2022, 2022-H1, 2022-Q3 or 2022-06', zh: '报告期：2022、2022-H1、2022-Q3 或 2022-06' },
  },
  { value: 'org', about: { en: 'The body that reports', zh: '报告单位' } },
  { value: 'data', about: { en: 'The file, or files, that give its figures', zh: '提供数字的数据文件' } },
  { value: 'previous', about: { en: "Last period's report", zh: '上期报告' } },
  { value: 'status', about: { en: 'draft, or final', zh: '状态：draft（草稿）或 final（定稿）' } },
  { value: 'rules', about: { en: 'Severity by rule', zh: '各条规则的严重程度' }, opensBlock: true },
];

export const statuses: readonly Offer[] = [
  { value: 'draft', about: { en: 'Blanks are allowed', zh: '草稿：允许有待填内容' } },
  { value: 'final', about: { en: 'Anything unfilled is an error', zh: '定稿：未填内容按错误报告' } },
];

export const severities: readonly Offer[] = [
  { value: 'off', about: { en: 'The rule is not run', zh: '不运行该规则' } },
  { value: 'error', about: { en: 'Shown as an error', zh: '显示为错误' } },
  { value: 'warning', about: { en: 'Shown as a warning', zh: '显示为警告' } },
  { value: 'info', about: { en: 'Shown as an information', zh: '显示为信息' } },
  { value: 'hint', about: { en: 'Shown as a hint', zh: '显示为提示' } },
];
