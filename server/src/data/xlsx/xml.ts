/** Walks through XML, by local names. */
import { Parser } from 'saxen';
import { damaged, unreadable } from './archive';

export interface XmlVisitor {
  open?(name: string, attribute: ReadAttribute): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** With `isPrefixed` the attribute has a namespace's prefix, whichever. */
export type ReadAttribute = (name: string, isPrefixed?: boolean) => string | undefined;

/** No entity is expanded but those of XML itself, and nothing is looked up. Throws `unreadable` where the text is not well formed. */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  const parser = new Parser();
  parser.on('openTag', (name, attributes, decode) => {
    visitor.open?.(localName(name), (wanted, isPrefixed = false) => {
      const all = attributes() || {};
      const key = isPrefixed ? Object.keys(all).find((each) => each.endsWith(`:${wanted}`)) : wanted;
      const value = key === undefined ? undefined : all[key];
      return value === undefined ? undefined : decode(value);
    });
  });
  parser.on('text', (text, decode) => visitor.text?.(decode(text)));
  parser.on('cdata', (text) => visitor.text?.(text));
  parser.on('closeTag', (name) => visitor.close?.(localName(name)));
  try {
    parser.parse(xml);
  } catch (error) {
    if (error instanceof Error && error.cause !== undefined) throw error;
    unreadable(damaged);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
