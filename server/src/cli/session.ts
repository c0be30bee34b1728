/** What every command begins with: the configuration file, the language, and a service with these settings. */
import type { Language } from '../base/message';
import { languageOf } from '../base/message';
import { createNodeHost } from '../nodeHost';
import { createReportService, defaultSettings, type ReportService, type Settings } from '../service';
import { findConfiguration, type Configuration } from './configuration';
import type { Terminal } from './terminal';

export interface Session {
  readonly language: Language;
  readonly configuration: Configuration;
  readonly service: ReportService;
}

/** A service with the files below a folder; what it logs goes nowhere unless `log` takes it. */
export function serviceIn(
  folder: string,
  settings: Settings,
  log: (line: string) => void = () => undefined,
): ReportService {
  return createReportService({ host: createNodeHost([folder]), settings, log });
}

/** Throws a CommandFailure where the configuration file cannot be read. The option goes before the file, and the file before the locale. */
export async function openSession(
  { language: wanted }: { readonly language?: Language },
  terminal: Terminal,
  log?: (line: string) => void,
): Promise<Session> {
  const usual = wanted ?? languageOf(terminal.locale);
  const configuration = await findConfiguration(terminal.folder, usual);
  const language = wanted ?? configuration.language ?? usual;
  const { rules, units } = configuration;
  return {
    language,
    configuration,
    service: serviceIn(terminal.folder, { ...defaultSettings, language, rules, units }, log),
  };
}

/** The language alone, for commands that a broken configuration file must not stop. */
export async function languageFor(
  { language: wanted }: { readonly language?: Language },
  terminal: Terminal,
): Promise<Language> {
  const usual = wanted ?? languageOf(terminal.locale);
  if (wanted !== undefined) return wanted;
  return findConfiguration(terminal.folder, usual).then(
    (configuration) => configuration.language ?? usual,
    () => usual,
  );
}
