import { decodedHeader, headerText } from '../../core/header.js';
import { connection } from '../../core/connection.js';
import { eventsOf } from './events.js';

/** Relative, so that a path that a proxy puts before the gateway holds here too. */
export const CHAT = '../v1/chat/completions';

/**
 * What comes of one call. Times are milliseconds since it was sent.
 *
 * @typedef {Object} Answer
 * @property {'waiting'|'streaming'|'done'|'stopped'|'failed'} state
 * @property {string} text
 * @property {string} reasoning what the model says it thought, where the provider tells
 * @property {{status: number, code: string, message: string}|null} error status 200 where it came in the stream
 * @property {number|null} firstMs to the first text
 * @property {number|null} totalMs
 * @property {string} provider of the headers x-aurora-*; empty where the caller may not know
 * @property {string} model
 * @property {string} cost
 * @property {string} requestId
 * @property {Object|null} usage
 * @property {string} finish why the model stopped
 */

/** @returns {Answer} of a call that is about to be made */
export function newAnswer() {
  return {
    state: 'waiting', text: '', reasoning: '', error: null, firstMs: null, totalMs: null,
    provider: '', model: '', cost: '', requestId: '', usage: null, finish: '',
  };
}

/**
 * Calls the gateway as an app does, and fills the answer in as it comes.
 *
 * @param {{key: string, path: string, body: Object, signal: AbortSignal}} call `path` the header X-Aurora-User-Path;
 *     empty for none
 * @param {Answer} answer
 * @param {() => void} changed after each step
 * @returns {Promise<void>} never fails: what went wrong is in the answer
 */
export async function chat({ key, path, body, signal }, answer, changed) {
  const begin = performance.now();
  const clock = () => performance.now() - begin;
  try {
    const response = await fetch(CHAT, { method: 'POST', headers: headers(key, path), body: JSON.stringify(body), signal, cache: 'no-store', credentials: 'omit' });
    connection.found();
    readHeaders(response.headers, answer);
    changed();
    await read(response, answer, clock, changed);
  } catch (problem) {
    fail(answer, problem, signal);
  }
  answer.totalMs = clock();
  changed();
}

function headers(key, path) {
  const all = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
  if (path) all['X-Aurora-User-Path'] = headerText(path);
  return all;
}

function readHeaders(received, answer) {
  answer.provider = decodedHeader(received.get('x-aurora-provider') ?? '');
  answer.model = decodedHeader(received.get('x-aurora-model') ?? '');
  answer.cost = received.get('x-aurora-cost') ?? '';
  answer.requestId = received.get('x-request-id') ?? '';
}

async function read(response, answer, clock, changed) {
  const type = response.headers.get('content-type') ?? '';
  if (response.ok && type.startsWith('text/event-stream')) {
    await readEvents(response.body, answer, clock, changed);
    return;
  }
  const text = await response.text();
  const document = parsed(text);
  if (!response.ok || document === null || document.error) {
    refuse(answer, response.status, document?.error, text);
    return;
  }
  answer.firstMs = clock();
  takeChoice(answer, document.choices?.[0]?.message, document.choices?.[0]);
  answer.usage = document.usage ?? null;
  answer.state = 'done';
}

async function readEvents(body, answer, clock, changed) {
  let ended = false;
  for await (const { event, data } of eventsOf(body)) {
    if (data === '[DONE]') {
      ended = true;
      continue;
    }
    const chunk = parsed(data);
    if (chunk === null || event === 'error' || chunk.error) {
      refuse(answer, 200, chunk?.error ?? { code: 'unreadable_event', message: 'The provider sent an event that is not JSON.' }, data);
      return;
    }
    const had = answer.text.length + answer.reasoning.length;
    takeChoice(answer, chunk.choices?.[0]?.delta, chunk.choices?.[0]);
    if (answer.firstMs === null && answer.text.length + answer.reasoning.length > had) answer.firstMs = clock();
    answer.usage = chunk.usage ?? answer.usage;
    answer.state = 'streaming';
    changed();
  }
  if (ended || answer.finish) {
    answer.state = 'done';
  } else {
    refuse(answer, 200, { code: 'cut_off', message: 'The stream ended without [DONE] and without a reason to stop: the answer is not whole.' }, '');
  }
}

function takeChoice(answer, message, choice) {
  answer.text += said(message?.content) + said(message?.refusal);
  answer.reasoning += said(message?.reasoning_content ?? message?.reasoning);
  if (choice?.finish_reason) answer.finish = String(choice.finish_reason);
}

/** Content is text, or parts of which some are text. */
function said(content) {
  if (typeof content === 'string') return content;
  return Array.isArray(content) ? content.map((part) => (typeof part?.text === 'string' ? part.text : '')).join('') : '';
}

function parsed(text) {
  try {
    const document = JSON.parse(text);
    return typeof document === 'object' ? document : null;
  } catch {
    return null;
  }
}

function refuse(answer, status, error, text) {
  answer.state = 'failed';
  answer.error = {
    status,
    code: String(error?.code ?? error?.type ?? 'unexpected_answer'),
    message: String(error?.message ?? (text.slice(0, 500) || `The gateway answered ${status} and said nothing more.`)),
  };
}

function fail(answer, problem, signal) {
  if (signal.aborted) {
    answer.state = 'stopped';
    return;
  }
  const began = answer.state === 'streaming';
  if (!began) connection.wasLost();
  refuse(answer, 0, {
    code: began ? 'broken_off' : 'gateway_lost',
    message: began ? 'The connection broke off: the answer is not whole.' : 'The gateway cannot be reached.',
  }, String(problem));
}
