/** Reports a template name in the front matter that no template has. */
import { chooseTemplate } from '../template/choose';
import type { TemplateEntry } from '../template/types';
import { defineRule } from './rule';
import { changeTo } from './support/fixes';
import { shown } from './support/wording';

export default defineRule({
  id: 'unknown-template',
  severity: 'error',
  summary: { en: 'The front matter names a template that does not exist', zh: '文首信息写明的模板不存在' },
  checkStructure({ analysis, templates, report }) {
    const named = analysis.report.frontMatter?.template;
    if (named === undefined) return;
    const choice = chooseTemplate(named.value, undefined, templates);
    if (choice.kind !== 'unknown') return;
    const name = shown(named.value);
    const meant = choice.suggestion?.id;
    const all = listed(templates);
    report({
      span: named.span,
      message:
        meant === undefined
          ? {
              en: `No template is named "${name}"; name one of ${all}`,
              zh: `没有名为“${name}”的模板；请改用以下之一：${all}`,
            }
          : {
              en: `No template is named "${name}"; use "${meant}", or another of ${all}`,
              zh: `没有名为“${name}”的模板；请改为“${meant}”，或以下之一：${all}`,
            },
      fixes: () => (meant === undefined ? [] : [changeTo(meant, named.span)]),
    });
  },
});

/** A workspace may hold more templates than a message should name. */
const mostNames = 12;

function listed(templates: readonly TemplateEntry[]): string {
  const names = templates.map(({ id }) => id);
  return names.length <= mostNames ? names.join(', ') : `${names.slice(0, mostNames).join(', ')}, …`;
}
