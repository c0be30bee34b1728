/** The templates that reports can name: those of the workspace, which go before shipped ones of the same id, and these. */
import { lazy } from '../base/lazy';
import type { Problem } from '../base/problem';
import { loadTemplate } from '../template/load';
import { shippedTemplates } from '../template/shipped';
import type { LoadedTemplate, Template, TemplateEntry } from '../template/types';

export const templatePattern = '**/*.template.yaml';

export function isTemplateFile(uri: string): boolean {
  return /\.template\.ya?ml$/i.test(uri);
}

/** A template file of the workspace. */
export interface TemplateFile {
  readonly uri: string;
  readonly text: string;
  /** As far as it could be read. */
  readonly template: Template | undefined;
}

export interface Library {
  /** In the order of their ids; the same objects until a template changes. */
  readonly entries: readonly TemplateEntry[];
  /** Those of the workspace, in the order of their URIs; the same objects until one of them changes. */
  readonly files: readonly TemplateFile[];
  /** What is wrong in a template file of the workspace; undefined where it is none. */
  problems(uri: string): readonly Problem[] | undefined;
}

/** `texts` are the template files of the workspace by URI. Nothing is read before it is asked for, and each at most once. */
export function createLibrary(texts: ReadonlyMap<string, string>): Library {
  const loaded = new Map<string, LoadedTemplate>();
  const loading = new Set<string>();
  /** Those being read that were asked for on the way. */
  const circular = new Set<string>();
  const sources = [...texts].sort(([a], [b]) => (a < b ? -1 : 1));

  const load = (uri: string, text: string): LoadedTemplate => {
    const known = loaded.get(uri);
    if (known !== undefined) return known;
    loading.add(uri);
    const read = loadTemplate(text, (id) => find(id, uri));
    loading.delete(uri);
    // What was read while a template that it extends was being read lacks that template.
    if (loading.size === 0) loaded.set(uri, read);
    return read;
  };
  /** A template of the id of a shipped one extends that; one that comes to extend itself by way of others extends nothing. */
  const find = (id: string, asker: string): Template | undefined => {
    for (const [uri, text] of sources) {
      if (idOf(text) !== id || uri === asker) continue;
      if (loading.has(uri)) {
        circular.add(uri);
        return undefined;
      }
      const { template } = load(uri, text);
      return circular.delete(asker) ? undefined : template;
    }
    return shippedTemplates.find((entry) => entry.id === id)?.load();
  };
  const entries = lazy((): readonly TemplateEntry[] => {
    const own = new Map<string, TemplateEntry>();
    for (const [uri, text] of sources) {
      const { template } = load(uri, text);
      if (template === undefined || own.has(template.id)) continue;
      const { id, title, language, match } = template;
      own.set(id, { id, title, language, match, load: () => template });
    }
    const shipped = shippedTemplates.filter(({ id }) => !own.has(id));
    return own.size === 0 ? shippedTemplates : [...own.values(), ...shipped].sort((a, b) => (a.id < b.id ? -1 : 1));
  });
  const files = lazy(() => sources.map(([uri, text]) => ({ uri, text, template: load(uri, text).template })));
  return {
    get entries() {
      return entries();
    },
    get files() {
      return files();
    },
    problems(uri) {
      const text = texts.get(uri);
      return text === undefined ? undefined : load(uri, text).problems;
    },
  };
}

/** As far as it can be told without reading the file. */
function idOf(text: string): string | undefined {
  return /^id:[ \t]*["']?([^\s"'#]+)/m.exec(text)?.[1];
}
