import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { age } from '../../core/age.js';
import { limitsText } from './limits.js';

/** The states there are, as choices of a filter. */
export const STATES = ['active', 'expired', 'revoked'].map((value) => ({ value, label: value }));

const TONES = { active: 'good', expired: 'warn', revoked: 'bad' };
const SOON_MS = 7 * 24 * 3600 * 1000;

/** A key's state as badges: whether it opens, and whether a replaced secret still does. */
export function stateBadges(key) {
  return html`<span class="badges">${badge(key.state, TONES[key.state] ?? 'plain')}${inGrace(key) ? badge('grace', 'info') : nothing}</span>`;
}

/** Whether a secret that was replaced still opens. */
export function inGrace(key) {
  return key.state === 'active' && key.grace_until !== null && Date.parse(key.grace_until) > Date.now();
}

/** Whether a key that works stops to within a week. */
export function endsSoon(key) {
  return key.state === 'active' && key.expires_at !== null && Date.parse(key.expires_at) - Date.now() < SOON_MS;
}

/** How long ago something was, or when it will be, and exactly when on a closer look. */
export function when(time, never = 'never') {
  return time ? age(time) : html`<span class="quiet">${never}</span>`;
}

/** @returns {import('../../components/table.js').Column[]} */
export function columns() {
  return [
    { id: 'name', label: 'Key', sort: (key) => key.name, cell: (key) => html`<span class="two-lines"><b title=${key.name}><bdi>${key.name}</bdi></b><span class="quiet mono">${key.id}</span></span>` },
    { id: 'state', label: 'State', width: '164', sort: (key) => key.state, cell: stateBadges },
    { id: 'user_path', label: 'User path', wide: true, sort: (key) => key.user_path, cell: (key) => key.user_path ? html`<span class="clip" title=${key.user_path}><bdi>${key.user_path}</bdi></span>` : html`<span class="quiet">none</span>` },
    { id: 'models', label: 'May call', wide: true, cell: (key) => html`<span class="clip" title=${limitsText(key)}><bdi>${limitsText(key)}</bdi></span>` },
    { id: 'created', label: 'Created', width: '150', wide: true, sort: (key) => key.created_at, cell: (key) => when(key.created_at) },
    { id: 'expires', label: 'Expires', width: '150', wide: true, sort: (key) => key.expires_at, cell: (key) => html`<span class=${endsSoon(key) ? 'ends-soon' : ''}>${when(key.expires_at)}</span>` },
  ];
}
