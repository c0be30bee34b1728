/** What is announced is served, and what is served is announced: the registry against the protocol's own list of requests. */
import * as protocol from 'vscode-languageserver-protocol/node';
import { describe, expect, it } from 'vitest';
import { features } from '../../server/src/features/registry';
import { connect } from './client';
import { resolving as capabilities } from './samples';

/** Requests of the protocol that a client sends, each with the path of the capability that announces it. */
const standard: ReadonlyMap<string, string> = new Map(
  Object.values(protocol as Readonly<Record<string, unknown>>).flatMap((each): [string, string][] => {
    if (!isRequest(each) || each.messageDirection === 'serverToClient') return [];
    const { server } = each.capabilities ?? {};
    return server === undefined ? [] : [[each.method, server]];
  }),
);

/** Announced as they are by the protocol's design: what they belong to is no request. */
const unasked = ['positionEncoding', 'textDocumentSync', 'workspace'];

const methods = features.map(({ method }) => method);
const own = methods.filter((method) => method.startsWith('tallymark/'));
const theirs = methods.filter((method) => !method.startsWith('tallymark/'));

describe('capabilities', () => {
  it('the list of the protocol is there', () => {
    expect(standard.size).toBeGreaterThan(40);
    expect(standard.get('textDocument/prepareRename')).toBe('renameProvider.prepareProvider');
    expect(own).toContain('tallymark/blanks');
  });

  it.each(theirs)('%s is announced', async (method) => {
    const { capabilities: offer } = await connect({ capabilities }).initialize();
    const path = standard.get(method) ?? 'not in the protocol';
    expect(at(offer, path), path).toBeTruthy();
  });

  it('whatever is announced has a handler', async () => {
    const { capabilities: offer } = await connect({ capabilities }).initialize();
    const announced = [...standard].filter(([, path]) => isOffer(at(offer, path)));
    expect(announced.map(([method]) => method).filter((method) => !theirs.includes(method))).toEqual([]);
  });

  it('nothing is announced that the protocol does not know', async () => {
    const { capabilities: offer } = await connect({ capabilities }).initialize();
    const known = new Set([...standard.values()].map((path) => path.split('.')[0]));
    expect(Object.keys(offer).filter((name) => !known.has(name) && !unasked.includes(name))).toEqual([]);
  });

  it('no request is served by two features', () => {
    expect(new Set(methods).size).toBe(methods.length);
  });
});

interface RequestOfProtocol {
  readonly method: string;
  readonly messageDirection: string;
  readonly capabilities?: { readonly server?: string };
}

function isRequest(value: unknown): value is RequestOfProtocol {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  return value.type instanceof protocol.ProtocolRequestType || value.type instanceof protocol.ProtocolRequestType0;
}

function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce((inner: unknown, key) => (isObject(inner) ? (inner as Record<string, unknown>)[key] : undefined), value);
}

function isOffer(value: unknown): boolean {
  return value === true || isObject(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
