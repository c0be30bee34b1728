/** JUnit XML, as build servers read it: a suite for each file, a failed case for each finding. */
import { escapeXml } from '../../base/escapeXml';
import type { FailLevel } from '../../service';
import type { Language } from '../../base/message';
import { isFailing, type Checked, type Failure, type Format, type Found } from './format';

/** A finding that does not make the run fail is a case that passed, with the message as its output. */
export function junit(language: Language, failOn: FailLevel): Format {
  return {
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="tallymark">\n',
    between: '',
    file: (checked) => suite(checked, language, failOn),
    tail: (_, failures) => `${failures.map((each) => brokenSuite(each, language)).join('')}</testsuites>\n`,
  };
}

function suite({ path, diagnostics }: Checked, language: Language, failOn: FailLevel): string {
  const failures = diagnostics.filter((found) => isFailing(found, failOn)).length;
  const cases =
    diagnostics.length === 0
      ? [`    <testcase name="tallymark" classname="${escapeXml(path)}"/>\n`]
      : diagnostics.map((found) => testCase(path, found, { language, failOn }));
  return `  <testsuite name="${escapeXml(path)}" tests="${cases.length}" failures="${failures}" errors="0">\n${cases.join('')}  </testsuite>\n`;
}

function testCase(
  path: string,
  found: Found,
  { language, failOn }: { readonly language: Language; readonly failOn: FailLevel },
): string {
  const { code, severity, message, range } = found;
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const text = escapeXml(`${path}:${place}: ${severity}: ${message[language]}`);
  const inner = isFailing(found, failOn)
    ? `<failure message="${escapeXml(message[language])}" type="${escapeXml(code)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase name="${escapeXml(`${code} (${place})`)}" classname="${escapeXml(path)}">\n      ${inner}\n    </testcase>\n`;
}

function brokenSuite({ path, failure }: Failure, language: Language): string {
  const name = escapeXml(path);
  return `  <testsuite name="${name}" tests="1" failures="0" errors="1">\n    <testcase name="tallymark" classname="${name}">\n      <error message="${escapeXml(failure[language])}"/>\n    </testcase>\n  </testsuite>\n`;
}
