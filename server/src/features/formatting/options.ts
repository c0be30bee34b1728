/** What an editor asks of formatting, and what the report's rules leave alone. */
import type { FormattingOptions as WireOptions } from 'vscode-languageserver-types';
import type { FormattingOptions } from '../../analysis/formatting';
import type { Snapshot } from '../../workspace/snapshot';
import type { TextDocumentParams } from '../feature';

export interface FormattingParams extends TextDocumentParams {
  readonly options?: Partial<WireOptions>;
}

/** Spaces at line ends go unless the editor says that they stay; the end of the text is changed only where it asks for that. */
export function optionsOf({ severities }: Snapshot, { options = {} }: FormattingParams): FormattingOptions {
  return {
    trimsSpaces: options.trimTrailingWhitespace !== false,
    insertsFinalNewline: options.insertFinalNewline === true,
    trimsFinalNewlines: options.trimFinalNewlines === true,
    isOff: (rule) => severities.get(rule) === 'off',
  };
}
