/** The templates from which a report can be made. */
import { templatesRequest, type TemplateChoice } from '../protocol';
import { defineWorkspaceFeature } from './feature';

export default defineWorkspaceFeature<unknown, readonly TemplateChoice[]>({
  method: templatesRequest,
  capability: {},
  handle(_params, ctx) {
    return ctx.templates.map(({ id, title, language }) => ({ id, title: ctx.say(title), language }));
  },
});
