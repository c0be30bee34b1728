/** The JSON Schemas that editors use say what the readers say: the same keys, and nothing that ships is refused. */
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readConfiguration } from '../../server/src/service';
import { loadTemplate } from '../../server/src/template/load';
import { projectFiles, read } from '../tidy/project';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const templateSchema = JSON.parse(read('schemas/template.schema.json')) as Schema;
const configurationSchema = JSON.parse(read('schemas/tallymark.schema.json')) as Schema;
const ajv = new Ajv();

/** Has every mapping that the reader knows, with a key in it that no mapping has, and all that is required. */
const everywhere = `id: a
zzzz: 1
title: {zzzz: 1}
sections:
  - id: s
    zzzz: 1
    count: {zzzz: 1}
    guidance: {zzzz: 1}
    items: [{title: {zzzz: 1}, match: m, zzzz: 1}]
    sections: [{id: t, zzzz: 1}]
metrics: [{id: m, label: {zzzz: 1}, type: text, question: {zzzz: 1}, floor: {value: 1, basis: {zzzz: 1}, zzzz: 1}, zzzz: 1}]
relations: [{check: m > 1, message: {zzzz: 1}, zzzz: 1}]
forbidden: [{match: a, message: {zzzz: 1}, zzzz: 1}]
closing: {phrases: a, zzzz: 1}
`;
/** Lacks everything that can be lacking. */
const nowhere = `title: a
sections: [{items: [{}], sections: [{}]}]
metrics: [{}, {id: m, label: m, type: text, floor: {}}]
relations: [{}]
forbidden: [{}]
closing: {}
`;

const templateFaults = (text: string): string[] => loadTemplate(text).problems.map(({ message }) => message.en);
const configurationFaults = (text: string): string[] =>
  readConfiguration(text).problems.map(({ message }) => message.en);

describe('template.schema.json', () => {
  it('has the keys of the reader, at every place', () => {
    const places = keysByPlace(templateFaults(everywhere));
    expect(places.length).toBe(18);
    for (const [path, keys] of places) {
      expect(Object.keys(schemaAt(templateSchema, path).properties ?? {}), path).toEqual(keys);
    }
  });

  it('requires what the reader requires', () => {
    const places = missingByPlace(templateFaults(nowhere));
    expect(places.size).toBe(9);
    for (const [path, keys] of places) expect(schemaAt(templateSchema, path).required, path).toEqual(keys);
  });

  const isTemplate = ajv.compile(templateSchema);
  const shipped = projectFiles().filter((path) => path.endsWith('.template.yaml') && !path.startsWith('test/'));
  it.each(shipped)('accepts %s', (path) => {
    expect(isTemplate(parse(read(path))), JSON.stringify(isTemplate.errors)).toBe(true);
  });

  it('refuses what the reader refuses', () => {
    for (const text of [everywhere, nowhere, 'id: a b\n', 'id: a\nmetrics: [{id: m, label: m, type: int}]\n']) {
      expect(isTemplate(parse(text))).toBe(false);
      expect(templateFaults(text)).not.toEqual([]);
    }
  });
});

describe('tallymark.schema.json', () => {
  it('has the keys of the reader, and requires what it requires', () => {
    const places = keysByPlace(configurationFaults('zzzz: 1\ntemplates: [{files: a, template: b, zzzz: 1}]\n'));
    expect(places.length).toBe(2);
    for (const [path, keys] of places) {
      expect(Object.keys(schemaAt(configurationSchema, path).properties ?? {}), path).toEqual(keys);
    }
    const missing = missingByPlace(configurationFaults('templates: [{}]\n'));
    expect(missing).toEqual(new Map([['templates[0]', ['files', 'template']]]));
    expect(schemaAt(configurationSchema, 'templates[0]').required).toEqual(['files', 'template']);
  });

  const isConfiguration = ajv.compile(configurationSchema);
  const texts: readonly [string, boolean][] = [
    ['rules: {untagged-mask: off}\n', false],
    ['rules: {untagged-mask: "off"}\nunits: [a]\nignore: drafts\nlanguage: zh\nfail-on: unfilled\n', true],
    ['ignore: [a, b]\ntemplates: [{files: a, template: b}, {files: [a], template: b}]\n', true],
    ['templates: [{files: a}]\n', false],
    ['fail-on: never\n', false],
  ];
  it.each(texts)('%j', (text, isRight) => {
    // In YAML 1.1, as some editors read it, a bare `off` is false.
    expect(isConfiguration(parse(text, { version: '1.1' }))).toBe(isRight);
  });
});

it('the manifest gives the schemas to editors', () => {
  const { contributes } = JSON.parse(read('package.json')) as { contributes: { yamlValidation: unknown } };
  expect(contributes.yamlValidation).toEqual([
    { fileMatch: '*.template.yaml', url: './schemas/template.schema.json' },
    { fileMatch: ['tallymark.yaml', '.tallymark.yaml'], url: './schemas/tallymark.schema.json' },
  ]);
  expect(read('.vscodeignore')).toContain('\n!schemas/**\n');
});

/** What the reader says of an unknown key lists the known ones. */
function keysByPlace(faults: readonly string[]): readonly [string, readonly string[]][] {
  return faults.flatMap((fault): [string, readonly string[]][] => {
    const [, path = '', keys = ''] = /^(.*?)\.?zzzz: no such key; the keys here are (.*)\.$/.exec(fault) ?? [];
    return keys === '' ? [] : [[path, keys.split(', ')]];
  });
}

function missingByPlace(faults: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const fault of faults) {
    const [, path, key = ''] = /^(?:(.*)\.)?([^.]+): this key is missing/.exec(fault) ?? [];
    if (key === '') continue;
    found.set(path ?? '', [...(found.get(path ?? '') ?? []), key]);
  }
  return found;
}

/** The schema of the mapping at a property path such as `sections[0].count`. */
function schemaAt(root: Schema, path: string): Schema {
  let schema = root;
  const resolved = (each: Schema): Schema => {
    const target = each.$ref === undefined ? each : (root.definitions?.[each.$ref.replace('#/definitions/', '')] ?? {});
    return target.anyOf?.map(resolved).find(({ properties }) => properties !== undefined) ?? target;
  };
  for (const [step] of path.matchAll(/[^.[\]]+/g)) {
    const next = /^\d+$/.test(step) ? schema.items : schema.properties?.[step];
    expect(next, `${path} is in the schema`).toBeDefined();
    schema = resolved(next ?? {});
  }
  return schema;
}
