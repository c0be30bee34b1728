/** Walks through XML, by local names. */
import { Parser } from 'saxen';
import { damaged, unreadable } from './archive';

export interface XmlVisitor {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** No entity is expanded but those of XML itself, and nothing is looked up. Throws `unreadable` where the text is not well formed. */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  const parser = new Parser();
  parser.on('openTag', (name, attributes, decode) => {
    visitor.open?.(localName(name), (wanted) => {
      const all = attributes() || {};
      const key = wanted in all ? wanted : Object.keys(all).find((each) => localName(each) === wanted);
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
