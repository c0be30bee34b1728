/** The text of an empty report of a template. */
import { newReportText } from '../analysis/insertion';
import { newReportRequest, type NewReportParams, type NewReportResult } from '../protocol';
import { defineWorkspaceFeature, InvalidRequest } from './feature';

export default defineWorkspaceFeature<NewReportParams, NewReportResult>({
  method: newReportRequest,
  capability: {},
  handle({ template: id, title, period }, ctx) {
    const template = ctx.templates.find((each) => each.id === id);
    if (template === undefined) {
      throw new InvalidRequest(
        ctx.say({
          en: `There is no template "${id}"; choose one of ${ctx.templates.map((each) => each.id).join(', ')}.`,
          zh: `没有名为“${id}”的模板；可选的模板有：${ctx.templates.map((each) => each.id).join('、')}。`,
        }),
      );
    }
    return { text: newReportText(template.load(), { title, period }) };
  },
});
