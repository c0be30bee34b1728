/** Reads `*.template.yaml`: a template as far as its text holds one, and every fault with its place and property path. */
import { parseDocument } from 'yaml';
import type { Problem } from '../base/problem';
import type { Message } from '../base/message';
import { span, type Span } from '../base/span';
import { deepestYaml, isDeepYaml } from '../base/yamlDepth';
import { yamlErrorMessage } from '../base/yamlError';
import { readTemplate } from './schema';
import type { FindTemplate, LoadedTemplate } from './types';
import { startReading } from './yamlValue';

/**
 * Never throws. A part that cannot be read is left out and the rest stays. Where the text is not even YAML, only that is reported:
 * faults of content would mostly follow from it. `find` gives the template that this one extends.
 */
export function loadTemplate(source: string, find: FindTemplate = () => undefined): LoadedTemplate {
  if (isDeepYaml(source)) return { template: undefined, problems: [problem(firstLine(source), tooDeep)] };
  const doc = parseDocument(source, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
  const reading = startReading(doc);
  const file = { path: '', span: firstLine(source) };
  const template = readTemplate(find)({ ...file, node: reading.follow(doc.contents, file) }, reading);
  // At the end of a text the parser points one past it.
  const inside = (offset: number): number => Math.min(offset, source.length);
  const syntax = doc.errors.map((error): Problem => {
    const start = inside(error.pos[0]);
    return problem(span(start, Math.max(start, inside(error.pos[1]))), yamlErrorMessage(error));
  });
  return {
    template,
    problems: syntax.length > 0 ? syntax : reading.faults.map((fault) => problem(fault.span, fault.message)),
  };
}

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
