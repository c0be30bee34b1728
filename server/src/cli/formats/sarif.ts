/** SARIF 2.1.0, the exchange format of static analysis: one run, with every rule and its help. */
import { pathToFileURL } from 'node:url';
import { isAbsolute } from 'node:path';
import { digest } from '../../base/digest';
import type { Language } from '../../base/message';
import type { Severity } from '../../base/problem';
import { pages } from '../../rules/pages';
import { rules } from '../../rules/registry';
import { partsOf, type Part } from '../page';
import type { Checked, Failure, Format, Found } from './format';

export function sarif(language: Language, version: string): Format {
  const driver = {
    name: 'Tallymark',
    version,
    semanticVersion: version,
    rules: rules.map((rule) => ruleOf(rule.id, language)),
  };
  const columns = `"columnKind":"utf16CodeUnits","newlineSequences":["\\r\\n","\\n","\\r"]`;
  return {
    head: `{"$schema":"${schema}","version":"2.1.0","runs":[{${columns},"language":"${language === 'zh' ? 'zh-CN' : 'en'}",\n"tool":${JSON.stringify({ driver })},\n"results":[`,
    between: ',',
    file: (checked) =>
      results(checked, language)
        .map((each) => `\n ${JSON.stringify(each)}`)
        .join(','),
    tail: (_, failures) => `],\n"invocations":${JSON.stringify([invocation(failures, language)])}}]}\n`,
  };
}

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };
const indexes: ReadonlyMap<string, number> = new Map(rules.map(({ id }, index) => [id, index]));

function ruleOf(id: string, language: Language): object {
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) return { id };
  const parts = partsOf(pages.get(id) ?? '', language).filter(({ isProse }) => isProse);
  const [what, ...others] = parts;
  const help = (mark: string): string => others.map((part) => sectionText(part, mark)).join('\n\n');
  return {
    id,
    shortDescription: { text: rule.summary[language] },
    ...(what !== undefined && { fullDescription: { text: what.text } }),
    help: { text: help(''), markdown: help('## ') },
    defaultConfiguration: { enabled: rule.isOptIn !== true, level: levels[rule.severity] },
  };
}

function sectionText({ heading, text }: Part, mark: string): string {
  return `${mark}${heading}\n\n${text}`;
}

function results({ path, diagnostics, lineAt }: Checked, language: Language): readonly object[] {
  const seen = new Map<string, number>();
  return diagnostics.map((found) => {
    const key = `${found.code}\n${lineAt(found.range.start.line).trim()}`;
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    const ruleIndex = indexes.get(found.code);
    return {
      ruleId: found.code,
      ...(ruleIndex !== undefined && { ruleIndex }),
      level: levels[found.severity],
      message: { text: found.message[language] },
      locations: [{ physicalLocation: { artifactLocation: artifact(path), region: regionOf(found) } }],
      // The same as long as the line and its like before it stay, wherever they move to.
      partialFingerprints: { 'ruleAndLine/v1': `${digest(key)}:${occurrence}` },
    };
  });
}

/** Lines and columns count from one; the end is that of the first character that is not in it. */
function regionOf({ range: { start, end } }: Found): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function artifact(path: string): object {
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href };
  const uri = path.replace(/\\/g, '/').split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}

function invocation(failures: readonly Failure[], language: Language): object {
  return {
    executionSuccessful: failures.length === 0,
    toolExecutionNotifications: failures.map(({ path, failure }) => ({
      level: 'error',
      message: { text: failure[language] },
      locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
    })),
  };
}
