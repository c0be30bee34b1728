/** A template made from reports: the text of its file. */
import { deriveTemplate } from '../analysis/derive';
import { deriveTemplateRequest, type DeriveTemplateParams, type DeriveTemplateResult } from '../protocol';
import { fileName } from '../rules/support/files';
import { templateText } from '../template/text';
import type { Snapshot } from '../workspace/snapshot';
import { defineWorkspaceFeature, InvalidRequest, type FeatureContext } from './feature';

export default defineWorkspaceFeature<DeriveTemplateParams, DeriveTemplateResult>({
  method: deriveTemplateRequest,
  capability: {},
  async handle({ uris, id = 'derived' }, ctx) {
    if (!/^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*$/u.test(id)) throw new InvalidRequest(ctx.say(badId(id)));
    const reports = inOrder(await read(uris, ctx));
    const template = deriveTemplate(reports, id);
    return {
      text: templateText(
        template,
        reports.map(({ uri }) => fileName(uri)),
      ),
      sections: template.sections.length,
      metrics: template.metrics.length,
    };
  },
});

async function read(uris: readonly string[], ctx: FeatureContext): Promise<readonly Snapshot[]> {
  if (uris.length === 0) throw new InvalidRequest(ctx.say(none));
  const reports: Snapshot[] = [];
  for (const uri of new Set(uris)) {
    const report = await ctx.files.report(uri);
    if (report === undefined) throw new InvalidRequest(ctx.say(noReport(fileName(uri))));
    reports.push(report);
    await ctx.cancel.pause();
  }
  return reports;
}

/** The later of two decides. */
function inOrder(reports: readonly Snapshot[]): readonly Snapshot[] {
  const periodOf = ({ frontMatter }: Snapshot): string => frontMatter?.period?.value ?? '';
  if (reports.some((report) => periodOf(report) === '')) return reports;
  return [...reports].sort((a, b) => (periodOf(a) < periodOf(b) ? -1 : periodOf(a) > periodOf(b) ? 1 : 0));
}

const none = {
  en: 'A template is made from at least one report; choose one.',
  zh: '至少需要一份报告才能生成模板；请选择报告。',
};

function noReport(name: string): { en: string; zh: string } {
  return {
    en: `"${name}" is no report that can be read; choose others.`,
    zh: `“${name}”不是可读取的报告；请另选报告。`,
  };
}

function badId(id: string): { en: string; zh: string } {
  return {
    en: `"${id}" cannot be the id of a template; use letters, digits, "-" and "_", with "." between parts.`,
    zh: `“${id}”不能用作模板标识；请只用字母、数字、“-”和“_”，各部分之间用“.”。`,
  };
}
