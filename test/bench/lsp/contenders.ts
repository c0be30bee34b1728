/** The language servers that are measured, and how each wants to be spoken to. */
import { join } from 'node:path';
import { here, root } from '../part';
import { locate, markdownItAsInVsCode } from '../parsers';
import type { Contender } from './session';

const incremental = { sync: 'incremental', languageId: 'tallymark' } as const;

type Way = Pick<Contender, 'transport' | 'diagnostics'>;

export const ways: readonly Way[] = [
  { transport: 'stdio', diagnostics: 'push' },
  { transport: 'stdio', diagnostics: 'pull' },
  { transport: 'ipc', diagnostics: 'push' },
];

export function ours(way: Way): Contender {
  const command = [join(root, 'dist/server.node.js'), flagOf(way)];
  return { name: `Tallymark, ${nameOf(way)}`, command, ...way, ...incremental };
}

/** `file` holds what it publishes, in JSON; without one it publishes nothing. */
export function echo(way: Way, file?: string): Contender {
  const command = [join(here, 'node_modules/.build/echo.cjs'), flagOf(way), ...(file === undefined ? [] : [file])];
  return { name: `echo, ${nameOf(way)}`, command, ...way, ...incremental };
}

export function unifiedServer(isLinting: boolean): Contender {
  return {
    name: isLinting ? 'unified-language-server, linting' : 'unified-language-server',
    command: [join(here, 'servers/unified.mjs'), '--stdio', ...(isLinting ? ['--lint'] : [])],
    transport: 'stdio',
    diagnostics: 'push',
    sync: 'full',
    languageId: 'markdown',
  };
}

/** The server behind Markdown in VS Code. It has the editor parse, which therefore is part of the time, as it is there. */
export async function vscodeMarkdown(): Promise<Contender> {
  const markdownIt = await markdownItAsInVsCode();
  return {
    name: 'vscode-markdown-languageserver, pull',
    command: [locate('vscode-markdown-languageserver'), '--stdio'],
    transport: 'stdio',
    diagnostics: 'pull',
    sync: 'incremental',
    languageId: 'markdown',
    initializationOptions: { markdownFileExtensions: ['md'] },
    settings: { markdown: markdownSettings },
    answer(method, text) {
      if (method === 'markdown/parse') return markdownIt.parse(text(), {});
      if (method === 'markdown/findMarkdownFilesInWorkspace' || method === 'markdown/fs/readDirectory') return [];
      if (method === 'markdown/fs/readFile') return [...Buffer.from(text())];
      return undefined;
    },
  };
}

const markdownSettings = {
  server: { log: 'off' },
  preferredMdPathExtensionStyle: 'auto',
  occurrencesHighlight: { enabled: false },
  suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
  validate: {
    enabled: true,
    referenceLinks: { enabled: 'warning' },
    fragmentLinks: { enabled: 'warning' },
    fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
    ignoredLinks: [],
    unusedLinkDefinitions: { enabled: 'hint' },
    duplicateLinkDefinitions: { enabled: 'warning' },
  },
};

function flagOf({ transport }: Way): string {
  return transport === 'ipc' ? '--node-ipc' : '--stdio';
}

function nameOf({ transport, diagnostics }: Way): string {
  return transport === 'ipc' ? `${diagnostics}, IPC` : diagnostics;
}
