/** Reports comments that leave out nothing: the finding is settled, or the rule's name is wrong. */
import type { Message } from '../base/message';
import { closest } from '../base/suggest';
import type { Ignore } from '../report/ignores';
import type { Field } from '../report/types';
import { defineRule, type IgnoreContext } from './rule';
import { changeTo } from './support/fixes';
import { shown } from './support/wording';

export default defineRule({
  id: 'unused-ignore',
  severity: 'info',
  summary: { en: 'A comment leaves out a finding that there is not', zh: '忽略注释没有对应的问题' },
  checkIgnore(ignore, ctx) {
    const { rules, isUsed, report } = ctx;
    if (ignore.rules.length === 0) report({ span: ignore.span, message: namesNone });
    for (const named of ignore.rules) {
      if (!rules.includes(named.value)) reportUnknown(named, ctx);
      else if (!isUsed(named.value))
        report({ span: named.span, message: unused(named), fixes: removal(ignore, named, ctx) });
    }
  },
});

const namesNone: Message = {
  en: 'This comment names no rule, so it leaves out nothing; name the rule of the finding that is meant',
  zh: '此注释没有写明规则，不起作用；请写明要忽略的规则',
};

function reportUnknown({ value, span }: Field, { rules, report }: IgnoreContext): void {
  const meant = closest(value, rules);
  const name = shown(value);
  report({
    span,
    message:
      meant === undefined
        ? {
            en: `There is no rule "${name}"; name the rule of the finding that is meant`,
            zh: `没有名为“${name}”的规则；请写明要忽略的规则`,
          }
        : {
            en: `There is no rule "${name}"; write "${meant}"`,
            zh: `没有名为“${name}”的规则；请改为“${meant}”`,
          },
    fixes: ({ place }) => (meant === undefined ? [] : [changeTo(meant, place(span))]),
  });
}

function unused({ value }: Field): Message {
  return {
    en: `Nothing is found here by "${value}"; take it out of the comment`,
    zh: `此处没有“${value}”的问题；请从注释中删去`,
  };
}

/** The whole comment, with its line where it stands alone, where it names no other rule. */
function removal(ignore: Ignore, named: Field, { text }: IgnoreContext) {
  return ({ place }: Parameters<NonNullable<Parameters<IgnoreContext['report']>[0]['fixes']>>[0]) => {
    const isOnly = ignore.rules.length === 1;
    const { start, end } = isOnly ? ignore.span : named.span;
    const before = /[ \t,，、]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
    const after =
      isOnly && /(?:^|[\r\n])$/.test(text.slice(0, start - before))
        ? /^[ \t]*(?:\r\n|\r|\n)?/.exec(text.slice(end))?.[0].length
        : 0;
    return [
      {
        title: { en: `Take "${named.value}" out of the comment`, zh: `从注释中删去“${named.value}”` },
        changes: [{ span: place({ start: start - before, end: end + (after ?? 0) }), newText: '' }],
      },
    ];
  };
}
