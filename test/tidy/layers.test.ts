/** Who may import whom: the table of the architecture, enforced. */
import { describe, expect, it } from 'vitest';
import { projectFiles, read } from './project';

interface Layer {
  /** Other layers that it may import. */
  readonly layers: readonly string[];
  /** Packages that it may import; a pattern tests the whole name. */
  readonly packages: RegExp;
}

const none = /^$/;
const layers: Readonly<Record<string, Layer>> = {
  base: { layers: [], packages: /^(?:fastest-levenshtein|yaml)$/ },
  syntax: {
    layers: ['base'],
    packages: /^(?:unified|remark-[a-z-]+|micromark-util-[a-z-]+|mdast-util-from-markdown|mdast|unist|vfile)$/,
  },
  report: { layers: ['base', 'syntax'], packages: /^(?:mdast|yaml)$/ },
  template: { layers: ['base'], packages: /^(?:yaml|jsep|fflate)$/ },
  data: { layers: ['base'], packages: /^(?:yaml|papaparse|fflate|saxen)$/ },
  analysis: { layers: ['base', 'syntax', 'report', 'template', 'data'], packages: none },
  rules: { layers: ['base', 'syntax', 'report', 'template', 'data', 'analysis'], packages: none },
  export: {
    layers: ['base', 'syntax', 'report', 'template', 'analysis'],
    packages: /^(?:mdast|hast|unist|(?:mdast|hast)-util-[a-z-]+|micromark-util-[a-z-]+)$/,
  },
  workspace: {
    layers: ['base', 'syntax', 'report', 'template', 'data', 'analysis', 'rules'],
    packages: /^(?:picomatch|yaml)$/,
  },
  features: {
    layers: ['base', 'report', 'template', 'data', 'analysis', 'rules', 'workspace', 'export', 'protocol'],
    packages: /^vscode-languageserver-types$/,
  },
  service: {
    layers: [
      'base',
      'syntax',
      'report',
      'template',
      'data',
      'analysis',
      'rules',
      'export',
      'workspace',
      'features',
      'protocol',
    ],
    packages: none,
  },
  protocol: { layers: [], packages: none },
  lsp: { layers: ['service', 'protocol', 'base'], packages: /^vscode-languageserver$/ },
  cli: {
    layers: ['service', 'base', 'report', 'template', 'data', 'analysis', 'rules', 'main.node', 'nodeHost'],
    packages:
      /^(?:node:(?:fs\/promises|os|path|url|worker_threads)|commander|papaparse|picocolors|picomatch|tinyglobby|yaml)$/,
  },
  nodeHost: { layers: ['service'], packages: /^(?:node:(?:fs\/promises|path|url)|tinyglobby)$/ },
  'main.node': { layers: ['lsp', 'nodeHost'], packages: /^vscode-languageserver\/node$/ },
  'main.browser': { layers: ['lsp'], packages: /^vscode-languageserver\/browser$/ },
  client: { layers: ['protocol'], packages: /^(?:vscode|vscode-languageclient(?:\/(?:node|browser))?)$/ },
};

const modules = projectFiles().filter(
  (path) => /^(?:server|client)\/src\/.*\.ts$/.test(path) && !path.endsWith('.d.ts'),
);

describe('imports go only where the table allows', () => {
  it.each(modules)('%s', (path) => {
    const layer = layerOf(path);
    const allowed = layers[layer];
    expect(allowed, `the layer "${layer}" is in the table`).toBeDefined();
    const faults = importsOf(path).filter((target) => !isAllowed(path, target, layer, allowed));
    expect(faults).toEqual([]);
  });
});

it('the table names no layer that does not exist', () => {
  const present = new Set(modules.map(layerOf));
  expect(Object.keys(layers).filter((layer) => !present.has(layer))).toEqual([]);
});

function isAllowed(path: string, target: string, layer: string, allowed: Layer | undefined): boolean {
  if (!target.startsWith('.')) return allowed?.packages.test(target) === true;
  const other = layerOf(resolve(path, target));
  return other === layer || allowed?.layers.includes(other) === true;
}

function layerOf(path: string): string {
  if (path.startsWith('client/')) return 'client';
  const [first = ''] = path.replace(/^server\/src\//, '').split('/');
  return first.replace(/\.ts$/, '');
}

function importsOf(path: string): string[] {
  const source = read(path);
  return [
    ...source.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s+'([^']+)'|import\s*\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g,
    ),
  ].map(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '');
}

function resolve(path: string, target: string): string {
  const parts = path.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
