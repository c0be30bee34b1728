/** Rule ids to write below `rules:`. */
import { rules } from '../../rules/registry';
import type { Offer } from './frontMatterWords';

/** Those that the front matter does not name yet. */
export function ruleIds(body: string): readonly Offer[] {
  const named = new Set([...body.matchAll(/^[ \t]+([a-z-]+):/gm)].map(([, id]) => id));
  return rules.filter(({ id }) => !named.has(id)).map(({ id, summary }) => ({ value: id, about: summary }));
}
