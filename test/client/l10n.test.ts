/** Every string of the client and of the manifest exists in English and in Chinese, and none is left over. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const manifest = read('package.json');
const nls = { en: json('package.nls.json'), zh: json('package.nls.zh-cn.json') };
const bundles = { en: json('l10n/bundle.l10n.json'), zh: json('l10n/bundle.l10n.zh-cn.json') };

describe('the manifest', () => {
  const keys = unique([...manifest.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? ''));

  it('takes its strings from the translations', () => expect(keys).toContain('command.newReport.title'));
  it('is translated to English, with nothing left over', () => expect(Object.keys(nls.en).sort()).toEqual(keys));
  it('is translated to Chinese, with nothing left over', () => expect(Object.keys(nls.zh).sort()).toEqual(keys));
  it('says something everywhere', () => expect(emptyKeys(nls.en, nls.zh)).toEqual([]));
  it('is Chinese in Chinese', () => expect(withoutHan(nls.zh)).toEqual([]));
  it('names no command, setting or rule severity in one language only', () => {
    const contributes: unknown = (JSON.parse(manifest) as { contributes: unknown }).contributes;
    expect(plainTexts(contributes)).toEqual([]);
  });
});

describe('the client', () => {
  const calls = globSync('client/src/**/*.ts', { cwd: fileURLToPath(root) }).flatMap((file) =>
    localizedTexts(file, read(file)),
  );
  const texts = unique(calls.flatMap(({ text }) => (text === undefined ? [] : [text])));

  it('says something', () => expect(texts).toContain('Show Log'));
  it('passes plain strings to l10n.t, which are all that can be looked up', () => {
    expect(calls.filter(({ text }) => text === undefined)).toEqual([]);
  });
  it('is translated to Chinese, with nothing left over', () => expect(Object.keys(bundles.zh).sort()).toEqual(texts));
  it('has an English bundle for other translators', () => {
    expect(bundles.en).toEqual(Object.fromEntries(Object.keys(bundles.zh).map((text) => [text, text])));
  });
  it('says something everywhere', () => expect(emptyKeys(bundles.zh)).toEqual([]));
  it('keeps the placeholders of each string', () => {
    const placeholders = (text: string): string => unique(text.match(/\{\d+\}/g) ?? []).join();
    const changed = Object.entries(bundles.zh).filter(([en, zh]) => placeholders(en) !== placeholders(zh));
    expect(changed).toEqual([]);
  });
});

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

function json(path: string): Readonly<Record<string, string>> {
  return JSON.parse(read(path)) as Record<string, string>;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

function emptyKeys(...tables: readonly Readonly<Record<string, string>>[]): string[] {
  return tables.flatMap((table) => Object.keys(table).filter((key) => table[key]?.trim() === ''));
}

function withoutHan(table: Readonly<Record<string, string>>): string[] {
  return Object.keys(table).filter((key) => !/\p{Script=Han}/u.test(table[key] ?? ''));
}

/** Titles and descriptions in a part of the manifest that are written out instead of being looked up. */
function plainTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(plainTexts);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const isText = /^(?:title|description|markdownDescription|enumDescriptions|markdownEnumDescriptions)$/.test(key);
    if (!isText) return plainTexts(child);
    const texts = (Array.isArray(child) ? child : [child]).filter((text): text is string => typeof text === 'string');
    // The product's name is the same in every language.
    return texts.filter((text) => text !== 'Tallymark' && !/^%[^%]+%$/.test(text));
  });
}

interface LocalizedText {
  readonly file: string;
  readonly text: string | undefined;
}

/** The first argument of every call of `l10n.t`; undefined where it is not a string literal. */
function localizedTexts(file: string, source: string): LocalizedText[] {
  const found: LocalizedText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /(?:^|\.)l10n\.t$/.test(node.expression.getText())) {
      const [first] = node.arguments;
      found.push({ file, text: first !== undefined && ts.isStringLiteral(first) ? first.text : undefined });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true));
  return found;
}
