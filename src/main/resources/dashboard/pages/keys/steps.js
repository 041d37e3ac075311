import { html } from 'lit';
import { api, path } from '../../core/api.js';
import { selectField } from '../../components/field.js';

const HOUR_MS = 3600 * 1000;

/** How long a replaced secret goes on to open, as hours. */
const GRACES = [
  { value: '0', label: 'Not at all: it stops at once' },
  { value: '1', label: 'For an hour' },
  { value: '24', label: 'For a day' },
  { value: '168', label: 'For a week' },
  { value: '720', label: 'For 30 days' },
];

/**
 * What ends or renews a key: what is said before, how it is done, and what is said after.
 *
 * @typedef {Object} Step
 * @property {string} heading
 * @property {string} action the verb on the button
 * @property {boolean} danger
 * @property {(key: Object, grace: string, setGrace: (hours: string) => void) => *} text what will happen
 * @property {(key: Object, options: Object, grace: string) => Promise<import('../../core/api.js').Answer>} run
 */

/** @type {Record<string, Step>} */
export const STEPS = {
  rotate: {
    heading: 'Rotate the key',
    action: 'Rotate',
    danger: false,
    text: (key, grace, setGrace) => html`
      <p><b><bdi>${key.name}</bdi></b> gets a new secret, which is shown this once. Everything else about it stays.</p>
      ${selectField({ id: 'key-grace', label: 'The present secret goes on to open', value: grace, choices: GRACES, hint: graceHint(grace), onChange: setGrace })}`,
    run: (key, options, grace) => api.post(path('auth-keys', key.id, 'rotate'), { grace: `${grace}h` }, options),
  },
  revoke: {
    heading: 'Revoke the key',
    action: 'Revoke',
    danger: true,
    text: (key) => html`<p>From now on the gateway refuses every call with <b><bdi>${key.name}</bdi></b> (401, <code>invalid_api_key</code>), also with a secret in its grace.
      Calls that are being answered go on to their end. The key stays in the list, and <b>nothing brings it back</b>.</p>`,
    run: (key, options) => api.post(path('auth-keys', key.id, 'deactivate'), {}, options),
  },
  delete: {
    heading: 'Delete the key',
    action: 'Delete',
    danger: true,
    text: (key) => html`<p><b><bdi>${key.name}</bdi></b> leaves the list, and the gateway refuses every call with it (401, <code>invalid_api_key</code>).
      What it used stays in the usage under its id, and its changes stay in the history. <b>Nothing brings it back.</b></p>`,
    run: (key, options) => api.remove(path('auth-keys', key.id), options),
  },
};

function graceHint(hours) {
  return hours === '0'
    ? 'Secrets that were replaced before stop as well. Apps that still have one are refused at once.'
    : `Until ${new Date(Date.now() + Number(hours) * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ')} UTC. Secrets that were replaced before open no longer than that either.`;
}
