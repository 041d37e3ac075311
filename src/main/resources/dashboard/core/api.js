import { connection } from './connection.js';
import { headerText } from './header.js';
import { session } from './session.js';

/** Relative to the page at /admin/dashboard, so that a path that a proxy puts before it holds here too. */
const ROOT = 'api/v1';

/**
 * @typedef {Object} Answer
 * @property {number} status
 * @property {*} body the JSON document, or the text of another type; null where there is none
 * @property {string|null} etag to be handed back as ifMatch
 */

/** The status of an ApiError that is no answer at all, but a fault of the dashboard's own. */
export const FAULT = -1;

/** A refusal by the gateway, or status 0 where it could not be reached, or FAULT. */
export class ApiError extends Error {
  constructor({ status, code, message, param = null, current = null, etag = null, requestId = null }) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.param = param;
    /** With 412: what the name holds now; null where it holds nothing. */
    this.current = current;
    /** With 412: the ETag of `current`. */
    this.etag = etag;
    this.requestId = requestId;
  }

  get isConflict() {
    return this.status === 412;
  }
}

/** A path of encoded segments: path('aliases', 'a/b') -> "aliases/a%2Fb". */
export function path(...segments) {
  return segments.map(encodeURIComponent).join('/');
}

/**
 * Calls the admin API with the session's key.
 *
 * @param {string} method
 * @param {string} where below /admin/api/v1, without a slash before it; names encoded by path()
 * @param {{query?: Object, body?: *, ifMatch?: string|null, ifNoneMatch?: string|null, reason?: string,
 *     signal?: AbortSignal, key?: string}} [options] `query` without its empty values; `reason` for the history;
 *     `body` as JSON, or as it is where it is a string
 * @returns {Promise<Answer>}
 * @throws {ApiError}
 */
export async function call(method, where, options = {}) {
  const key = options.key ?? session.key;
  const answer = await send(method, where, options, key);
  connection.found();
  const body = await read(answer);
  const etag = answer.headers.get('ETag');
  if (answer.ok) {
    return { status: answer.status, body, etag };
  }
  const error = refusal(answer, body, etag);
  if (answer.status === 401 && options.key === undefined && key === session.key) {
    session.signOut('The gateway no longer takes this key. Sign in again to go on where you were.');
  }
  throw error;
}

async function send(method, where, options, key) {
  const headers = { Authorization: `Bearer ${key}` };
  if (options.body !== undefined) {
    headers['Content-Type'] = typeof options.body === 'string' ? 'application/yaml' : 'application/json';
  }
  if (options.ifMatch) headers['If-Match'] = options.ifMatch;
  if (options.ifNoneMatch) headers['If-None-Match'] = options.ifNoneMatch;
  if (options.reason) headers['X-Change-Reason'] = headerText(options.reason);
  try {
    return await fetch(`${ROOT}/${where}${queryText(options.query)}`, {
      method,
      headers,
      body: typeof options.body === 'string' ? options.body : JSON.stringify(options.body),
      signal: options.signal,
      cache: 'no-store',
      credentials: 'omit',
    });
  } catch (problem) {
    throw lost(problem);
  }
}

function lost(problem) {
  if (problem.name === 'AbortError') return problem;
  connection.wasLost();
  return new ApiError({ status: 0, code: 'gateway_lost', message: 'The gateway cannot be reached.' });
}

function queryText(query = {}) {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return filled.length === 0 ? '' : `?${new URLSearchParams(filled)}`;
}

async function read(answer) {
  const text = await answer.text().catch((problem) => { throw lost(problem); });
  const json = (answer.headers.get('Content-Type') ?? '').startsWith('application/json');
  try {
    return text === '' ? null : json ? JSON.parse(text) : text;
  } catch {
    return null;
  }
}

function refusal(answer, body, etag) {
  const error = body?.error ?? {};
  return new ApiError({
    status: answer.status,
    code: error.code ?? 'unexpected_answer',
    message: error.message ?? `The gateway answered ${answer.status} and said nothing more.`,
    param: error.param ?? null,
    current: body?.current ?? null,
    etag,
    requestId: answer.headers.get('x-request-id'),
  });
}

export const api = {
  get: (where, options) => call('GET', where, options),
  put: (where, body, options) => call('PUT', where, { ...options, body }),
  post: (where, body, options) => call('POST', where, { ...options, body }),
  remove: (where, options) => call('DELETE', where, options),
};
