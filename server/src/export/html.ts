/** A report as HTML: safe and with its places for the preview, or exactly as CommonMark has it for the specification's tests. */
import { toHtml } from 'hast-util-to-html';
import type { Language } from '../base/message';
import { buildReport } from '../report/build';
import type { Report } from '../report/types';
import type { Parse } from '../syntax/types';
import { withLiteralText } from './html/reference';
import { makeSafe } from './html/safe';
import { withTitle } from './html/title';
import { toTree } from './html/tree';

/**
 * HTML of the body, safe to put into a page whatever the report holds. Raw HTML is shown as text, comments and the front matter are
 * not shown, images that are not beside the report are replaced by their description. Every block has `data-start` (an offset) and
 * `data-line` (from zero). Ids, and links to them, begin with `user-content-`.
 */
export function previewHtml(parse: Parse, report: Report, { language }: { readonly language: Language }): string {
  const tree = toTree({ parse, report, positions: true, rawHtml: 'show', language });
  return toHtml(makeSafe(withTitle(tree, report)));
}

/**
 * HTML as CommonMark's reference implementation writes it, with raw HTML passed on: for tests, never for a page. With `positions`, blocks and
 * blanks have their places as in the preview.
 */
export function renderHtml(parse: Parse, { positions }: { readonly positions: boolean }): string {
  const tree = toTree({ parse, report: buildReport(parse), positions, rawHtml: 'pass', language: 'en' });
  const html = toHtml(withLiteralText(tree), {
    allowDangerousHtml: true,
    closeSelfClosing: true,
    characterReferences: { useNamedReferences: true },
  });
  return html === '' || html.endsWith('\n') ? html : `${html}\n`;
}
