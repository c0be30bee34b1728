/** What the `tallymark.yaml` files of the workspace say about each of its files: the nearest one around it counts. */
import { decodePath } from '../base/decodePath';
import { lazy } from '../base/lazy';
import type { Problem } from '../base/problem';
import { readConfiguration, type ConfigurationFile } from './configurationFile';
import { matchPaths, type MatchesPath } from './globs';

export const configurationPattern = '**/{.tallymark,tallymark}.yaml';

/** `tallymark.yaml`, or with a dot before it. */
export function isConfigurationFile(uri: string): boolean {
  return /(?:^|\/)\.?tallymark\.yaml$/.test(uri);
}

/** What one file says, ready to be asked about the files below its folder. */
export interface FolderConfiguration extends Pick<ConfigurationFile, 'rules' | 'units'> {
  /** Whether it has a report left alone. */
  isIgnored(uri: string): boolean;
  /** The id of the template that it gives a report. */
  templateOf(uri: string): string | undefined;
}

export interface Configurations {
  /** The same object until its file changes; undefined where no file is around. */
  around(uri: string): FolderConfiguration | undefined;
  /** What is wrong in a configuration file; undefined where it is none. */
  problems(uri: string): readonly Problem[] | undefined;
}

/** `texts` are the files by URI. Nothing is read before it is asked for. */
export function createConfigurations(texts: ReadonlyMap<string, string>): Configurations {
  const files = new Map(
    [...texts].map(([uri, text]) => {
      const read = lazy(() => readConfiguration(text));
      return [uri, { read, ready: lazy(() => compiled(folderOf(uri), read().configuration)) }];
    }),
  );
  return {
    around(uri) {
      for (let folder = folderOf(uri); files.size > 0; folder = folderOf(folder.slice(0, -1))) {
        const file = files.get(`${folder}tallymark.yaml`) ?? files.get(`${folder}.tallymark.yaml`);
        if (file !== undefined) return file.ready();
        if (folder === '') break;
      }
      return undefined;
    },
    problems: (uri) =>
      files
        .get(uri)
        ?.read()
        .problems.map((problem) => ({ ...problem, code: 'invalid-configuration' })),
  };
}

function compiled(folder: string, { rules, units, ignore, templates }: ConfigurationFile): FolderConfiguration {
  const isIgnored = matchPaths(ignore);
  const associations = templates.map(({ files, template }): readonly [MatchesPath, string] => [
    matchPaths(files),
    template.value,
  ]);
  const pathOf = (uri: string): string => decodePath(uri.slice(folder.length));
  return {
    rules,
    units,
    isIgnored: (uri) => isIgnored(pathOf(uri)),
    templateOf: (uri) => associations.find(([matches]) => matches(pathOf(uri)))?.[1],
  };
}

/** With the slash at its end; nothing where there is none. */
function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}
