/** The types of the XML parser, as far as it is used; the package has none. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  export class Parser {
    on(
      event: 'openTag',
      see: (name: string, attributes: () => Record<string, string> | false, decode: Decode) => void,
    ): this;
    on(event: 'closeTag', see: (name: string) => void): this;
    on(event: 'text', see: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', see: (text: string) => void): this;
    parse(xml: string): void;
  }
}
