/** Reads `*.template.yaml`: a template as far as its text holds one, and every fault with its place and property path. */
import { isScalar, parseDocument, type Document, type YAMLError } from 'yaml';
import type { Problem } from '../base/problem';
import type { Message } from '../base/message';
import { span, type Span } from '../base/span';
import { deepestYaml, isDeepYaml } from '../base/yamlDepth';
import { readTemplate } from './schema';
import { firstSlip, unreadable } from './slips';
import { syntaxFault } from './syntaxFault';
import type { FindTemplate, LoadedTemplate } from './types';
import { startReading } from './yamlValue';

/**
 * Never throws. A part that cannot be read is left out and the rest stays. Where the text is not even YAML, only that is reported:
 * faults of content would mostly follow from it. `find` gives the template that this one extends.
 */
export function loadTemplate(source: string, find: FindTemplate = () => undefined): LoadedTemplate {
  const noText = unreadable(source);
  if (noText !== undefined) return { template: undefined, problems: [problem(noText.span, noText.message)] };
  if (isDeepYaml(source)) return { template: undefined, problems: [problem(firstLine(source), tooDeep)] };
  const doc = parseDocument(source, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
  const reading = startReading(doc);
  const file = { path: '', span: firstLine(source) };
  const template = readTemplate(find)({ ...file, node: reading.follow(doc.contents, file) }, reading);
  const told = (error: YAMLError): Problem => {
    const fault = syntaxFault(error, source);
    return problem(fault.span, fault.message);
  };
  const faults = reading.faults.map((fault) => problem(fault.span, fault.message));
  const problems =
    doc.errors.length > 0 ? doc.errors.slice(0, mostErrors).map(told) : [...doc.warnings.map(told), ...faults];
  if (problems.length === 0) return { template, problems };
  const slip = firstSlip(source);
  if (slip !== undefined && problems.some((each) => isNear(slip.span, each.span, source))) {
    // What follows from a slip is best told by it, and the rest comes to light once it is put right.
    const rest = doc.errors.length > 0 ? [] : problems.filter((each) => !isNear(slip.span, each.span, source));
    return { template, problems: [problem(slip.span, slip.message), ...rest] };
  }
  return { template, problems: isBlank(doc) ? [problem(file.span, blank)] : problems };
}

/** Whether a slip may be the cause: it stands in what is reported, or within two lines of it. */
function isNear(slip: Span, reported: Span, source: string): boolean {
  const [from, to] = slip.end < reported.start ? [slip.end, reported.start] : [reported.end, slip.start];
  return from >= to || (to - from < 400 && (source.slice(from, to).match(/\r\n|\r|\n/g)?.length ?? 0) <= 2);
}

/** Nothing but comments. */
function isBlank({ contents, errors }: Document.Parsed): boolean {
  return errors.length === 0 && (contents === null || (isScalar(contents) && contents.value === null));
}

const blank: Message = {
  en: 'The file has nothing in it; write at least the keys id, title and language.',
  zh: '文件没有内容，请至少写上 id、title 和 language。',
};

/** Where there are more, the text is something else than a template. */
const mostErrors = 100;

function firstLine(source: string): Span {
  const end = source.search(/[\r\n]/);
  return span(0, end < 0 ? source.length : end);
}

function problem(span: Span, message: Message): Problem {
  return { code: 'invalid-template', span, message };
}

const tooDeep: Message = {
  en: `The file is nested more than ${deepestYaml} levels deep and is not read; write it plainly.`,
  zh: `文件嵌套超过 ${deepestYaml} 层，未读取，请写成简单的形式。`,
};
