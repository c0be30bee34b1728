/** Recognises the row of a table that names its columns, in English and Chinese. */
import type { FigureField } from './types';

/** The column of each field that is there. */
export type Columns = ReadonlyMap<FigureField, number>;

/** Columns of one field; only the first is read. */
export interface DoubledColumn {
  readonly field: FigureField;
  readonly first: number;
  readonly second: number;
}

/** Undefined unless the row names a value and an id or a label. Other columns may be there and stay unread. */
export function columnsOf(row: readonly string[]): Columns | undefined {
  const columns = namedColumns(row);
  return columns.has('value') && (columns.has('id') || columns.has('label')) ? columns : undefined;
}

/** What a row names, be it enough or not. */
export function namedColumns(row: readonly string[]): Columns {
  const columns = new Map<FigureField, number>();
  row.forEach((cell, column) => {
    const field = fieldOf(cell);
    if (field !== undefined && !columns.has(field)) columns.set(field, column);
  });
  return columns;
}

/** Two columns for values or ids leave open which is meant. */
export function doubledColumns(row: readonly string[], columns: Columns): readonly DoubledColumn[] {
  return row.flatMap((cell, second) => {
    const field = fieldOf(cell);
    const first = field === undefined ? undefined : columns.get(field);
    const isAmbiguous = (field === 'id' || field === 'value') && first !== undefined && first !== second;
    return isAmbiguous && row[first] !== cell ? [{ field, first, second }] : [];
  });
}

/** Names of the columns that every table has, for "did you mean". */
export const valueNames: readonly string[] = ['value', '数值', '本期', '数据'];

/** What is in brackets at the end of a column's name, such as a unit, does not name it. */
function fieldOf(cell: string): FigureField | undefined {
  // Most cells of a long table are told from names at a glance.
  if (cell.length > 40 || /^\s*(?:[\d.-]|$)/.test(cell)) return undefined;
  const known = fields.get(cell);
  if (known !== undefined) return known;
  const name = cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^()]*\)\s*$/, '')
    .replace(/[\s:*]+/g, '')
    .replaceAll('_', '-');
  return fields.get(name);
}

const names: Readonly<Record<FigureField, string>> = {
  id: 'id metric metric-id 标识 编号 指标标识 指标编号 指标id 指标代码 代码',
  label: 'label name metric-name 指标 指标名称 名称 项目 指标项',
  value: 'value figure actual 值 数值 本期 本期数 本期值 指标值 数据',
  unit: 'unit units 单位 计量单位',
  source: 'source 来源 数据来源 出处',
  asOf: 'as-of asof date 截至 截至日期 截止日期 截止时间 日期 数据日期',
  owner: 'owner 负责人 责任人 责任部门 责任单位 填报人 填报单位',
  note: 'note notes remark remarks comment 备注 说明',
};

const fields: ReadonlyMap<string, FigureField> = new Map(
  Object.entries(names).flatMap(([field, list]) =>
    list.split(' ').map((name) => [name, field as FigureField] as const),
  ),
);
