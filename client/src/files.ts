/** Answers the server's questions about files, which in a virtual workspace only the editor can read. */
import type { Uri } from 'vscode';
import { workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  findFilesRequest,
  readFileRequest,
  type FindFilesParams,
  type ReadFileParams,
} from '../../server/src/protocol';

/** A file that cannot be read is not there. */
export function answerFileRequests(client: BaseLanguageClient): readonly Disposable[] {
  return [
    client.onRequest(readFileRequest, async ({ uri }: ReadFileParams) => {
      try {
        return toBase64(await workspace.fs.readFile(client.protocol2CodeConverter.asUri(uri)));
      } catch {
        return null;
      }
    }),
    client.onRequest(findFilesRequest, async ({ pattern }: FindFilesParams) => {
      const found = await workspace.findFiles(pattern, '**/node_modules/**', mostFiles);
      return found.map((uri: Uri) => client.code2ProtocolConverter.asUri(uri));
    }),
  ];
}

/** More reports than this no workspace has; a search must end. */
const mostFiles = 100_000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += chunk) {
    text += String.fromCharCode(...bytes.subarray(start, start + chunk));
  }
  return btoa(text);
}

/** Few enough to be the arguments of one call. */
const chunk = 8192;
