/** Tests of where the cursor goes in a section that was just inserted. */
import { expect, it } from 'vitest';
import { writingOffset } from '../../client/src/features/writingOffset';

/** `$0` in the text is where the cursor is expected. */
function check(marked: string): void {
  const text = marked.replace('$0', '');
  const offset = writingOffset(text);
  expect(`${text.slice(0, offset)}$0${text.slice(offset)}`).toBe(marked);
}

it('goes to the body', () => check('## 四、存在的问题和不足\n\n$0对照要求，仍存在不足。\n\n'));
it('goes to the body after empty lines that begin the insertion', () => check('\n\n## Risks\n\n$0None.\n'));
it('goes to the body with Windows line ends', () => check('\r\n## Risks\r\n\r\n$0None.\r\n'));
it('goes to the empty line under a heading without a body', () => check('## Risks\n\n$0\n'));
it('goes to the line under a heading that only the next heading follows', () => check('## Risks\n$0\n'));
it('stays on a heading whose next line is foreign', () => check('\n## Risks$0\n'));
it('stays on a heading at the very end of the report', () => check('\n## Risks$0'));
it('goes to the body under a heading that is not Markdown', () => check('四、存在问题\n$0对照要求，仍存在不足。\n'));
it('goes to the start of a section that is a paragraph, not a heading', () => check('\n$0现将有关情况报告如下：\n\n'));
