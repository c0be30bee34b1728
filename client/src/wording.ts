/** Phrases that more than one part of the client says. */
import { l10n } from 'vscode';
import type { WireBlank } from '../../server/src/protocol';

export function blanksLeft(count: number): string {
  if (count === 0) return l10n.t('No blanks left');
  return count === 1 ? l10n.t('1 blank left') : l10n.t('{0} blanks left', count);
}

export function blankKind(kind: WireBlank['kind']): string {
  switch (kind) {
    case 'figure':
      return l10n.t('Figure');
    case 'date':
      return l10n.t('Date');
    case 'name':
      return l10n.t('Name');
  }
}

export function serverIsDead(): string {
  return l10n.t('The Tallymark language server does not run, so reports are not checked; see the log for the reason.');
}
