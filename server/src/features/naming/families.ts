/** Which templates share the meaning of a name: those that take it over from one another. */
import { memoised } from '../../base/lazy';
import { placesIn } from '../../template/places';
import type { TemplateFile } from '../../workspace/library';
import type { Message } from '../../base/message';
import { InvalidRequest, type FeatureContext } from '../feature';
import type { Name } from './name';

export interface Family {
  /** Equal for two families of the same name if they are the same. */
  readonly key: string;
  /** The ids of the templates. */
  readonly templates: ReadonlySet<string>;
  /** Their files. */
  readonly files: readonly TemplateFile[];
  /** Whether a template that comes with Tallymark defines the name, so that it is not the author's to change. */
  readonly isShipped: boolean;
  readonly isDefined: boolean;
}

type Kind = Name['kind'];
type Context = Pick<FeatureContext, 'files' | 'templates'>;

/** The family of the template of this id; a report without a template has one of its own. */
export function familyOf(template: string | undefined, kind: Kind, id: string, ctx: Context): Family {
  const root = template === undefined ? undefined : rootOf(template, kind, id, ctx);
  if (template === undefined || root === undefined) {
    const own = ctx.files.templates.filter(({ text }) => idIn({ text }) === template);
    const templates = new Set(template === undefined ? [] : [template]);
    return { key: `own ${template ?? ''}`, templates, files: own, isShipped: false, isDefined: false };
  }
  const files = ctx.files.templates.filter((file) => chainOf(file, ctx.files.templates).includes(root.link));
  const templates = new Set([root.id, ...files.flatMap((file) => idIn(file) ?? [])]);
  return { key: `root ${root.link}`, templates, files, isShipped: root.isShipped, isDefined: true };
}

/** Throws an `InvalidRequest` where the name is not the author's to change. */
export function refuseShipped({ kind, id }: Name, template: string | undefined, ctx: FeatureContext): void {
  const { isShipped, templates } = familyOf(template, kind, id, ctx);
  if (isShipped) throw new InvalidRequest(ctx.say(fixedByTemplate(id, [...templates][0] ?? '')));
}

export function fixedByTemplate(id: string, template: string): Message {
  return {
    en: `"${id}" is defined by the template "${template}", which comes with Tallymark and goes by that name; use another id of yours instead, or a template of your own.`,
    zh: `“${id}”由 Tallymark 自带的模板“${template}”定义，不能改名；请另用自己的标识，或使用自己的模板。`,
  };
}

/** URIs of the files from a template to the one that it comes from at last, or the id of a shipped one. */
function chainOf(from: TemplateFile, files: readonly TemplateFile[]): readonly string[] {
  const links: string[] = [];
  for (let at: TemplateFile | undefined = from; at !== undefined && !links.includes(at.uri);) {
    links.push(at.uri);
    const base: string | undefined = placesIn(at).base?.id;
    if (base === undefined) return links;
    const asker: TemplateFile = at;
    at = files.find((file) => file !== asker && idIn(file) === base);
    if (at === undefined) links.push(base);
  }
  return links;
}

interface Root {
  /** A file's URI or a shipped template's id. */
  readonly link: string;
  readonly id: string;
  readonly isShipped: boolean;
}

/** The last template on the way up that defines the name. */
function rootOf(template: string, kind: Kind, id: string, { files, templates }: Context): Root | undefined {
  const start = files.templates.find((file) => idIn(file) === template);
  const links = start === undefined ? [template] : chainOf(start, files.templates);
  for (const link of links.toReversed()) {
    const file = files.templates.find(({ uri }) => uri === link);
    if (file !== undefined) {
      const places = kind === 'metric' ? placesIn(file).metrics : placesIn(file).sections;
      if (places.some((place) => place.id === id && place.isDefinition)) {
        return { link, id: idIn(file) ?? template, isShipped: false };
      }
    } else {
      const shipped = templates.find((entry) => entry.id === link)?.load();
      const defined = kind === 'metric' ? shipped?.metrics : shipped?.sections;
      if (defined?.some((each) => each.id === id) === true) return { link, id: link, isShipped: true };
    }
  }
  return undefined;
}

const idIn = memoised((file: Pick<TemplateFile, 'text'>): string | undefined => placesIn(file).id?.id);
