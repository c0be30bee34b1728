/** The configuration file `tallymark.yaml`: what it may say, and where it is found. */
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { createLineIndex } from '../base/lineIndex';
import type { Language, Message } from '../base/message';
import type { Severity } from '../base/problem';
import { readConfiguration, type ConfigurationFile, type FailLevel } from '../service';
import { anyOf, type Matches } from './globs';
import { CommandFailure } from './failure';

export interface Configuration {
  /** The settings by rule id. */
  readonly rules: ReadonlyMap<string, 'off' | Severity>;
  readonly units: readonly string[];
  readonly language: Language | undefined;
  readonly failOn: FailLevel | undefined;
  readonly isIgnored: Matches;
  /** Each with the template of the files that match; the first that matches a file counts. */
  readonly templates: readonly { readonly matches: Matches; readonly template: string; readonly place: string }[];
}

export const noConfiguration: Configuration = {
  rules: new Map(),
  units: [],
  language: undefined,
  failOn: undefined,
  isIgnored: () => false,
  templates: [],
};

export const configurationNames = ['tallymark.yaml', '.tallymark.yaml'] as const;

/** That of the folder, or of the nearest folder around it that has one. Throws a CommandFailure that says all that is wrong in the file. */
export async function findConfiguration(folder: string, language: Language): Promise<Configuration> {
  for (let at = folder; ; at = dirname(at)) {
    for (const name of configurationNames) {
      const text = await textOf(join(at, name));
      if (text !== undefined) return fromFile(text, { path: join(at, name), folder, language });
    }
    if (dirname(at) === at) return noConfiguration;
  }
}

function fromFile(
  text: string,
  { path, folder, language }: { readonly path: string; readonly folder: string; readonly language: Language },
): Configuration {
  const { configuration, problems } = readConfiguration(text);
  const lines = createLineIndex(text);
  const shown = relative(folder, path);
  const placeOf = (offset: number): string => {
    const { line, character } = lines.positionAt(offset);
    return `${shown}:${line + 1}:${character + 1}`;
  };
  if (problems.length > 0) {
    const all = (each: Language): string =>
      problems.map(({ span, message }) => `${placeOf(span.start)}: ${message[each]}`).join('\n');
    throw new CommandFailure({ en: all('en'), zh: all('zh') }, language);
  }
  return compiled(configuration, dirname(path), placeOf);
}

function compiled(
  { rules, units, language, failOn, ignore, templates }: ConfigurationFile,
  folder: string,
  placeOf: (offset: number) => string,
): Configuration {
  return {
    rules,
    units,
    language,
    failOn,
    isIgnored: anyOf(ignore, folder),
    templates: templates.map(({ files, template }) => ({
      matches: anyOf(files, folder),
      template: template.value,
      place: placeOf(template.span.start),
    })),
  };
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Says of what the message is. */
export function at(place: string, { en, zh }: Message): Message {
  return { en: `${place}: ${en}`, zh: `${place}：${zh}` };
}
