/** The only caller of the template reader in tests of faults: what is reported, and the text it is shown at. */
import { expect } from 'vitest';
import { slice } from '../../server/src/base/span';
import { loadTemplate } from '../../server/src/template/load';
import type { Template } from '../../server/src/template/types';

/** Expects exactly these faults, each `message @ text of its span`, and returns what could be read. */
export function checkTemplate(text: string, faults: readonly string[] = []): Template | undefined {
  const { template, problems } = loadTemplate(text);
  expect(problems.map(({ message, span }) => `${message.en} @ ${slice(text, span)}`)).toEqual(faults);
  for (const { code, message } of problems) {
    expect(code).toBe('invalid-template');
    expect(message.zh).toMatch(/[\u4e00-\u9fff].*。$/);
    const path = /^[\w.[\]-]+(?=: )/.exec(message.en)?.[0];
    if (path !== undefined) expect(message.zh.startsWith(`${path}：`)).toBe(true);
  }
  return template;
}
