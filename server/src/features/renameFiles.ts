/** Keeps the paths to data and to last period's report right when files or folders are renamed or moved. */
import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { yamlText } from '../base/yamlText';
import { relativePath, resolvePath } from '../workspace/host';
import type { IndexedLink } from '../workspace/index';
import { workspaceEdit, type FileEdit } from './convert';
import { defineWorkspaceFeature } from './feature';

interface RenameFilesParams {
  readonly files: readonly { readonly oldUri: string; readonly newUri: string }[];
}

export default defineWorkspaceFeature<RenameFilesParams, WorkspaceEdit | null>({
  method: 'workspace/willRenameFiles',
  capability: {
    workspace: {
      fileOperations: {
        willRename: {
          filters: [
            { pattern: { glob: '**/*.{md,yaml,yml,csv,tsv,xlsx,xlsm}', matches: 'file' } },
            { pattern: { glob: '**', matches: 'folder' } },
          ],
        },
      },
    },
  },
  async handle({ files }, ctx) {
    const moved = (uri: string): string => {
      for (const { oldUri, newUri } of files) {
        if (uri === oldUri) return newUri;
        const folder = oldUri.replace(/\/?$/, '/');
        if (uri.startsWith(folder)) return newUri.replace(/\/?$/, '/') + uri.slice(folder.length);
      }
      return uri;
    };
    const edits: FileEdit[] = [];
    let seen = 0;
    for (const { uri, links } of await ctx.index.reports(ctx.cancel)) {
      for (const link of links) edits.push(...editOf(uri, link, moved));
      if (++seen % 256 === 0) await ctx.cancel.pause();
    }
    if (edits.length === 0) return null;
    const label = { en: 'Keep the paths in front matter right', zh: '同步更新文首信息中的路径' };
    // The author has said what to rename; what follows from it is no surprise in any file.
    return workspaceEdit(edits, { here: undefined, label }, ctx);
  },
});

function editOf(report: string, { path, uri, range }: IndexedLink, moved: (uri: string) => string): FileEdit[] {
  const [from, to] = [moved(report), moved(uri)];
  // A path that still leads there is left as the author wrote it.
  if ((from === report && to === uri) || resolvePath(from, path) === to) return [];
  const newPath = relativePath(from, to);
  return newPath === undefined ? [] : [{ uri: report, range, newText: yamlText(newPath) }];
}
