/** Settings as the editor sends them, read with care: what is not valid is left out and said. */
import type { Language } from '../base/message';
import type { Severity } from '../base/problem';
import { defaultSettings, type FeatureSettings, type Settings } from '../service';

export interface ReadSettings {
  readonly settings: Settings;
  /** One line for each value that was left out; begins with the setting's name. */
  readonly faults: readonly string[];
}

/** Reads `WireSettings` from any value whatever. */
export function readSettings(value: unknown, language: Language): ReadSettings {
  const faults: string[] = [];
  const given = isRecord(value) ? value : {};
  const rules = readRules(given['rules'], faults);
  const units = readUnits(given['units'], faults);
  const templates = readTemplates(given['templates'], faults);
  const inlayHints = readSwitch('inlayHints', given, faults);
  const codeLens = readSwitch('codeLens', given, faults);
  const workspaceDiagnostics = readSwitch('workspaceDiagnostics', given, faults);
  const switches = { inlayHints, codeLens, workspaceDiagnostics };
  return { settings: { ...defaultSettings, language, rules, units, templates, ...switches }, faults };
}

const severities: readonly string[] = ['off', 'error', 'warning', 'info', 'hint'] satisfies ('off' | Severity)[];

function readRules(value: unknown, faults: string[]): Settings['rules'] {
  const rules = new Map<string, 'off' | Severity>();
  if (value === undefined || value === null) return rules;
  if (!isRecord(value)) {
    faults.push('tallymark.rules: expected severities by rule id; left out.');
    return rules;
  }
  for (const [id, severity] of Object.entries(value)) {
    if (isSeverity(severity)) rules.set(id, severity);
    else faults.push(`tallymark.rules.${id}: expected one of ${severities.join(', ')}; left out.`);
  }
  return rules;
}

function readTemplates(value: unknown, faults: string[]): Settings['templates'] {
  const templates = new Map<string, string>();
  if (value === undefined || value === null) return templates;
  if (!isRecord(value)) {
    faults.push('tallymark.templates: expected template ids by glob pattern; left out.');
    return templates;
  }
  for (const [pattern, id] of Object.entries(value)) {
    if (typeof id === 'string' && id.trim() !== '') templates.set(pattern, id.trim());
    else faults.push(`tallymark.templates.${pattern}: expected the id of a template; left out.`);
  }
  return templates;
}

/** `NAME.enabled`. */
function readSwitch(name: keyof FeatureSettings, given: Readonly<Record<string, unknown>>, faults: string[]): boolean {
  const group = given[name];
  const value = isRecord(group) ? group['enabled'] : undefined;
  if (typeof value === 'boolean') return value;
  if ((value ?? undefined) !== undefined) faults.push(`tallymark.${name}.enabled: expected true or false; left out.`);
  return defaultSettings[name];
}

function readUnits(value: unknown, faults: string[]): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    faults.push('tallymark.units: expected a list of words; left out.');
    return [];
  }
  return value.flatMap((unit: unknown, index) => {
    if (typeof unit === 'string' && unit.trim() !== '') return [unit.trim()];
    faults.push(`tallymark.units[${index}]: expected a word; left out.`);
    return [];
  });
}

function isSeverity(value: unknown): value is 'off' | Severity {
  return typeof value === 'string' && severities.includes(value);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
