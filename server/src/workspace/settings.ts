/** The settings that hold for each file: the editor's, those of its folder, and what `tallymark.yaml` adds. */
import { memoised } from '../base/lazy';
import type { Language } from '../base/message';
import type { Severity } from '../base/problem';
import { associatedTemplate, type Associations } from './association';
import type { FolderConfiguration } from './configurations';

/** What a user can switch on and off. */
export interface FeatureSettings {
  /** Whether units, values and changes are shown between the words. */
  readonly inlayHints: boolean;
  /** Whether a line above a heading says how many blanks its section has. */
  readonly codeLens: boolean;
  /** Whether reports are checked that are not open. */
  readonly workspaceDiagnostics: boolean;
}

/** All that a user can choose. Values are valid; whoever reads them from outside has seen to that. */
export interface Settings extends FeatureSettings {
  /** The language of messages. */
  readonly language: Language;
  /** Severity by rule id; rules that are not named keep their own. */
  readonly rules: ReadonlyMap<string, 'off' | Severity>;
  /** Units and measure words in addition to the built-in ones. */
  readonly units: readonly string[];
  /** Template ids by glob pattern, for reports that name no template: before their title decides. */
  readonly templates: Associations;
}

export const defaultSettings: Settings = Object.freeze({
  language: 'en',
  rules: new Map(),
  units: [],
  templates: new Map(),
  inlayHints: false,
  codeLens: true,
  workspaceDiagnostics: false,
});

export interface SettingsOfFiles {
  /** Those that hold where no folder has some of its own. */
  readonly general: Settings;
  /** Those of the innermost folder that has some of its own, before what the configuration file around says; the same object until one changes. */
  for(uri: string): Settings;
  /** The id of the template for a report that names none. */
  templateFor(uri: string): string | undefined;
  /** Says whether reports are to be read with other words than before. */
  replace(general: Settings, folders: ReadonlyMap<string, Settings>): { readonly areWordsNew: boolean };
}

export function createSettings(
  initial: Settings,
  around: (uri: string) => FolderConfiguration | undefined,
): SettingsOfFiles {
  let general = freeze(initial);
  /** The innermost folder first, each with a slash at its end. */
  let folders: readonly (readonly [string, Settings])[] = [];
  const words = (): string => JSON.stringify([general.units, folders.map(([folder, { units }]) => [folder, units])]);
  return {
    get general() {
      return general;
    },
    for(uri) {
      const own = folders.find(([folder]) => uri.startsWith(folder))?.[1] ?? general;
      const configuration = around(uri);
      return configuration === undefined ? own : configured(own)(configuration);
    },
    templateFor(uri) {
      return associatedTemplate(this.for(uri).templates, uri) ?? around(uri)?.templateOf(uri);
    },
    replace(next, byFolder) {
      const before = words();
      general = freeze(next);
      folders = [...byFolder]
        .map(([folder, own]): readonly [string, Settings] => [folder.replace(/\/?$/, '/'), freeze(own)])
        .sort(([a], [b]) => b.length - a.length);
      return { areWordsNew: words() !== before };
    },
  };
}

/** Settings with what a configuration file adds to them. */
const configured = memoised((own: Settings) =>
  memoised(({ rules, units }: FolderConfiguration): Settings => ({
    ...own,
    rules: new Map([...rules, ...own.rules]),
    units: [...new Set([...units, ...own.units])],
  })),
);

function freeze(settings: Settings): Settings {
  return Object.freeze({ ...settings, units: Object.freeze([...settings.units]) });
}
