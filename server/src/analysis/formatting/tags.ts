/** Writes tags in their usual form: `<< meetings : 12 >>` and `《《meetings：12》》` as `<<meetings:12>>`. */
import { trimChange } from '../../base/changes';
import type { TextChange } from '../../base/problem';
import type { Span } from '../../base/span';
import type { TagFact } from '../../report/facts';

/** The changes of the spaces and signs around id and value; none where id or value would be others than they are read. */
export function tagFormChanges(text: string, tag: TagFact): readonly TextChange[] {
  const { id, value, span, idSpan, valueSpan, fault } = tag;
  if (fault?.kind !== 'spaced' && fault?.kind !== 'full-width') return [];
  if (valueSpan === undefined || fault.repaired !== `<<${id}:${value ?? ''}>>`) return [];
  const isAsWritten =
    text.slice(idSpan.start, idSpan.end) === id && text.slice(valueSpan.start, valueSpan.end) === value;
  if (!isAsWritten) return [];
  const parts: readonly (readonly [Span, string])[] = [
    [{ start: span.start, end: idSpan.start }, '<<'],
    [{ start: idSpan.end, end: valueSpan.start }, ':'],
    [{ start: valueSpan.end, end: span.end }, '>>'],
  ];
  return parts.flatMap(([place, newText]) => trimChange(text, { span: place, newText }) ?? []);
}
