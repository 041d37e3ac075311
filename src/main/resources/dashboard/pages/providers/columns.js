import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { icon } from '../../components/icon.js';
import { age } from '../../core/age.js';
import { count, number } from '../../core/format.js';

/** The states there are, as choices of a filter. */
export const STATES = ['ok', 'pending', 'failed', 'off'].map((value) => ({ value, label: value }));

const TONES = { ok: 'good', pending: 'info', failed: 'bad', off: 'plain' };

/** A provider's state as a badge. */
export function stateBadge(provider) {
  return badge(provider.state, TONES[provider.state] ?? 'plain');
}

/** A time that says how long ago it was, and exactly when on a closer look. */
export function when(time) {
  return time ? age(time) : html`<span class="quiet">never</span>`;
}

/**
 * @param {(name: string) => void} refresh
 * @param {(name: string) => boolean} refreshing
 * @returns {import('../../components/table.js').Column[]}
 */
export function columns(refresh, refreshing) {
  return [
    { id: 'name', label: 'Provider', sort: (row) => row.name, cell: (row) => html`<span class="two-lines"><b><bdi>${row.name}</bdi></b><span class="quiet">${row.type}<span class="narrow-text"> · ${count(row.models.total, 'model')}</span></span></span>` },
    { id: 'state', label: 'State', width: '108', sort: (row) => row.state, cell: stateBadge },
    { id: 'models', label: 'Models', width: '90', align: 'end', wide: true, sort: (row) => row.models.total, cell: (row) => number(row.models.total) },
    { id: 'last_poll', label: 'Last poll', width: '140', wide: true, sort: (row) => row.last_poll, cell: (row) => when(row.last_poll) },
    { id: 'last_success', label: 'Last success', width: '140', wide: true, sort: (row) => row.last_success, cell: (row) => when(row.last_success) },
    { id: 'problem', label: 'Last error', wide: true, cell: (row) => html`<span class="clip" title=${row.last_error ?? row.reason ?? nothing}><bdi>${row.last_error ?? row.reason ?? '—'}</bdi></span>` },
    { id: 'refresh', label: 'Ask now', width: '84', align: 'end', cell: (row) => html`
      <button class="button button-icon ${refreshing(row.name) ? 'turning' : ''}" type="button" aria-label="Ask ${row.name} now"
        ?disabled=${!row.asked || refreshing(row.name)} @click=${() => refresh(row.name)}>${icon('refresh')}</button>` },
  ];
}
