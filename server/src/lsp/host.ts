/** Files by way of the client, which alone reaches those of a virtual workspace, or by the runtime where the client offers none. */
import type { Connection } from 'vscode-languageserver';
import { findFilesRequest, readFileRequest, type FindFilesParams, type ReadFileParams } from '../protocol';
import type { Host } from '../service';

/** A client that does not answer has no files. */
export function clientHost(connection: Connection, log: (line: string) => void): Host {
  const ask = async (method: string, params: object): Promise<unknown> => {
    try {
      return await connection.sendRequest(method, params);
    } catch (error) {
      log(`${method}: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  };
  return {
    async read(uri) {
      const params: ReadFileParams = { uri };
      const content = await ask(readFileRequest, params);
      return typeof content === 'string' ? fromBase64(content) : undefined;
    },
    async list(pattern) {
      const params: FindFilesParams = { pattern };
      const uris = await ask(findFilesRequest, params);
      return Array.isArray(uris) ? uris.filter((uri) => typeof uri === 'string').sort() : [];
    },
  };
}

/** The client knows which files there are; those on a disk are read from there, which costs a tenth. */
export function withDisk(client: Host, disk: Host | undefined): Host {
  if (disk === undefined) return client;
  return {
    list: (pattern) => client.list(pattern),
    read: async (uri) => (uri.startsWith('file:') ? await disk.read(uri) : undefined) ?? (await client.read(uri)),
  };
}

function fromBase64(content: string): Uint8Array {
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}
