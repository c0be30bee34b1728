/** Between a request and its feature: bad parameters, cancellation, stale answers and bugs each become the right answer. */
import { ErrorCodes, LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { Cancelled } from '../base/cancel';
import type { Message } from '../base/message';
import {
  InvalidRequest,
  type DocumentFeature,
  type Feature,
  type FeatureContext,
  type ReportService,
} from '../service';
import { hasValidPlaces, uriOf } from './fromLsp';
import { faultIn } from './params';

export interface Guard {
  readonly service: ReportService;
  readonly ctx: (token: CancellationToken) => FeatureContext;
  /** Takes a bug with the name of the request that met it. */
  readonly logBug: (method: string, error: unknown) => void;
}

/** Resolves to the feature's answer or rejects with a `ResponseError`, never with anything else. */
export async function answer(
  guard: Guard,
  feature: Feature,
  params: unknown,
  token: CancellationToken,
): Promise<unknown> {
  if (token.isCancellationRequested) throw cancelled();
  if (feature.kind === 'workspace') requireParams(feature.method, params);
  return feature.kind === 'document'
    ? await answerAboutDocument(guard, feature, params, token)
    : await attempt(guard, feature.method, token, () => feature.handle(params, guard.ctx(token)), undefined);
}

async function answerAboutDocument(
  guard: Guard,
  feature: DocumentFeature,
  params: unknown,
  token: CancellationToken,
): Promise<unknown> {
  const uri = uriOf(params);
  if (uri === undefined || !hasValidPlaces(params)) {
    throw new ResponseError(ErrorCodes.InvalidParams, `${feature.method}: the parameters name no document or place.`);
  }
  requireParams(feature.method, params);
  const snapshot = guard.service.snapshot(uri);
  if (snapshot === undefined) {
    if (feature.onBug === 'empty') return feature.empty(undefined);
    throw new ResponseError(ErrorCodes.InvalidParams, guard.service.say(notOpen(uri)));
  }
  const handle = (): unknown => {
    if (snapshot.isReport) return feature.handle(snapshot, params, guard.ctx(token));
    const file = feature.handleFile === undefined ? undefined : guard.service.openFile(uri);
    return file === undefined ? feature.empty(snapshot) : feature.handleFile?.(file, params, guard.ctx(token));
  };
  const fallback = feature.onBug === 'empty' ? () => feature.empty(snapshot) : undefined;
  const isStale = (): boolean => guard.service.snapshot(uri)?.revision !== snapshot.revision;
  return attempt(guard, feature.method, token, handle, fallback, isStale);
}

async function attempt(
  guard: Guard,
  method: string,
  token: CancellationToken,
  handle: () => unknown,
  fallback: (() => unknown) | undefined,
  isStale: () => boolean = () => false,
): Promise<unknown> {
  try {
    const result = handle();
    if (!(result instanceof Promise)) return result;
    const settled: unknown = await result;
    if (token.isCancellationRequested) throw cancelled();
    if (isStale()) throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed since.');
    return settled;
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    if (error instanceof Cancelled) throw cancelled();
    if (error instanceof InvalidRequest) throw new ResponseError(ErrorCodes.InvalidParams, error.message);
    guard.logBug(method, error);
    if (fallback !== undefined) return fallback();
    throw new ResponseError(ErrorCodes.InternalError, guard.service.say(failed));
  }
}

function requireParams(method: string, params: unknown): void {
  const fault = faultIn(method, params);
  if (fault !== undefined) {
    throw new ResponseError(ErrorCodes.InvalidParams, `${method}: the parameter "${fault}" is missing or malformed.`);
  }
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

function notOpen(uri: string): Message {
  return { en: `${uri} is not open; open it and try again.`, zh: `${uri} 尚未打开；请打开后重试。` };
}

const failed: Message = {
  en: 'Tallymark met a fault of its own and could not finish; its log has the details.',
  zh: 'Tallymark 自身出错，未能完成；详情见其日志。',
};
