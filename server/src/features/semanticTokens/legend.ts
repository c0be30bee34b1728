/** What tokens are called on the wire: standard types, so that every editor colours them, and modifiers of which some are our own. */

/** Standard types of LSP, in the order in which the wire counts them. */
export const tokenTypes = [
  'operator',
  'variable',
  'number',
  'string',
  'macro',
  'enumMember',
  'namespace',
  'keyword',
  'type',
  'comment',
  'decorator',
  'property',
] as const;

/** The first three are standard; the others are declared in the manifest. */
export const tokenModifiers = ['declaration', 'definition', 'readonly', 'figure', 'date', 'name', 'malformed'] as const;

type TokenType = (typeof tokenTypes)[number];
type TokenModifier = (typeof tokenModifiers)[number];

/** What a token stands for in a report. */
export type TokenKind = keyof typeof tokenKinds;

export interface TokenCode {
  /** Place in `tokenTypes`. */
  readonly type: number;
  /** One bit for each of `tokenModifiers`. */
  readonly modifiers: number;
}

const tokenKinds = {
  /** `<<`, `:` and `>>`. */
  delimiter: code('operator'),
  /** In a tag that gives a value or keeps a blank for one. */
  id: code('variable', 'definition'),
  /** In a tag that repeats a value. */
  reference: code('variable', 'readonly'),
  malformedTag: code('variable', 'malformed'),
  number: code('number'),
  text: code('string'),
  figure: code('macro', 'figure'),
  date: code('macro', 'date'),
  name: code('macro', 'name'),
  headingNumber: code('enumMember', 'declaration'),
  title: code('namespace', 'declaration'),
  /** `一是`. */
  series: code('keyword'),
  unit: code('type'),
  comment: code('comment'),
  /** `tallymark-ignore`. */
  ignore: code('decorator'),
  rule: code('enumMember'),
  /** In the front matter. */
  key: code('property'),
};

export function codeOf(kind: TokenKind): TokenCode {
  return tokenKinds[kind];
}

function code(type: TokenType, ...modifiers: readonly TokenModifier[]): TokenCode {
  return {
    type: tokenTypes.indexOf(type),
    modifiers: modifiers.reduce((bits, modifier) => bits | (1 << tokenModifiers.indexOf(modifier)), 0),
  };
}
