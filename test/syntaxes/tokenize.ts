/** Runs our grammar over a text and gives its tokens with their scopes. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { markdownStandIn } from './markdownStandIn';

export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** The tokens of each line. */
export type Tokenize = (text: string) => readonly (readonly Token[])[];

export async function loadTokenizer(): Promise<Tokenize> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scopeName) => {
      if (scopeName === 'text.html.markdown') return markdownStandIn;
      return scopeName === 'text.html.markdown.tallymark' ? textmate.parseRawGrammar(source(), 'report.json') : null;
    },
  });
  const grammar = await registry.loadGrammar('text.html.markdown.tallymark');
  if (grammar === null) throw new Error('The grammar was not loaded.');
  return (text) => {
    let state = textmate.INITIAL;
    return text.split('\n').map((line) => {
      const result = grammar.tokenizeLine(line, state);
      state = result.ruleStack;
      return result.tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes,
      }));
    });
  };
}

function source(): string {
  return readFileSync(new URL('../../syntaxes/report.tmLanguage.json', import.meta.url), 'utf8');
}
