import { html, nothing } from 'lit';
import { FAULT } from '../core/api.js';
import { icon } from './icon.js';

const HEADINGS = { 0: 'The gateway cannot be reached', [FAULT]: 'The dashboard failed' };

/**
 * Nothing to show, and what to do about it.
 *
 * @param {{icon?: string, title: string, text?: *, action?: *}} options `action` a template, usually a button
 */
export function emptyState({ icon: name = 'search', title, text = nothing, action = nothing }) {
  return html`
    <div class="state">
      <span class="state-icon">${icon(name)}</span>
      <h2>${title}</h2>
      <p>${text}</p>
      ${action}
    </div>
  `;
}

/**
 * Something failed: what the gateway said, and a way to try again.
 *
 * @param {import('../core/api.js').ApiError} error
 * @param {() => void} retry
 */
export function errorState(error, retry) {
  return html`
    <div class="state state-bad" role="alert">
      <span class="state-icon">${icon(error.status === 0 ? 'offline' : 'warning')}</span>
      <h2>${HEADINGS[error.status] ?? 'This could not be loaded'}</h2>
      <p>${error.message}</p>
      ${error.requestId ? html`<p class="quiet">Request <code>${error.requestId}</code>, code <code>${error.code}</code></p>` : nothing}
      <button class="button" type="button" @click=${retry}>${icon('refresh')}Try again</button>
    </div>
  `;
}

/** @param {string} text what is being waited for */
export function loadingState(text = 'Loading') {
  return html`
    <div class="state" role="status" aria-busy="true">
      <span class="spinner" aria-hidden="true"></span>
      <p>${text}…</p>
    </div>
  `;
}

/**
 * What a page shows of a Resource: it is on its way, it failed, or `show` of its value. A value that is there stays
 * visible when loading it again fails; the failure stands above it.
 */
export function resourceState(resource, show, text = 'Loading') {
  if (resource.value !== undefined) {
    return html`${resource.error ? errorNote(resource.error, () => resource.refresh()) : nothing}${show(resource.value)}`;
  }
  return resource.error ? errorState(resource.error, () => resource.refresh()) : loadingState(text);
}

/** A failure in one line, above what is still there. */
export function errorNote(error, retry) {
  return html`
    <div class="note note-bad" role="alert">
      ${icon('warning')}<span>${error.message}</span>
      ${retry ? html`<button class="button button-small" type="button" @click=${retry}>Try again</button>` : nothing}
    </div>
  `;
}

/** Something to know before going on. @param {'info'|'warn'|'bad'|'good'} tone */
export function note(content, tone = 'info') {
  return html`<div class="note note-${tone}">${icon(tone === 'good' ? 'check' : 'warning')}<span>${content}</span></div>`;
}
