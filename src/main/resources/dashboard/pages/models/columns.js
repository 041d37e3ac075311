import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { age as ageOf } from '../../core/age.js';
import { number } from '../../core/format.js';
import { targetText } from './catalogue.js';
import { priceLine, priceOrder, priceSources } from './price.js';

const ACCESS = {
  open: ['open', 'good'],
  restricted: ['restricted', 'info'],
  denied: ['denied', 'bad'],
  off: ['switched off', 'plain'],
};
const SOURCES = { upstream: 'good', configured: 'info', stale: 'warn' };

/** Who may use it, in a word. */
export function accessBadge({ access }) {
  return badge(...ACCESS[access]);
}

/** Where it is known from, in a word. */
export function sourceBadge({ source }) {
  return source ? badge(source, SOURCES[source]) : html`<span class="quiet">—</span>`;
}

/** "12 minutes ago" of when the model was last known for sure. */
export function age({ listed }) {
  return listed?.seen_at ? ageOf(listed.seen_at) : html`<span class="quiet">—</span>`;
}

/** What is unusual about a row, as badges. */
export function marks({ kind, alias, hiddenBy, bareHiddenBy, hides }) {
  const all = [];
  if (kind === 'alias') all.push(badge('alias', 'info'));
  if (alias && !alias.enabled) all.push(badge('disabled', 'plain'));
  if (alias && !alias.valid) all.push(badge('broken', 'bad'));
  if (alias?.hidden) all.push(badge('hidden', 'plain'));
  if (alias?.managed) all.push(badge('from config', 'plain'));
  if (hides) all.push(badge('hides a model', 'warn'));
  if (hiddenBy) all.push(badge('hidden by alias', 'warn'));
  else if (bareHiddenBy) all.push(badge('bare id is an alias', 'warn'));
  return all;
}

/** "rule openai/" or "by default". */
export function decidedBy(row) {
  if (!row.decidedBy) return '';
  return row.decidedBy === 'default' ? 'by default' : html`rule <bdi>${row.decidedBy}</bdi>`;
}

/** "128,000 tokens" of a number; anything else as it is. */
function tokens(value) {
  return typeof value === 'number' ? number(value) : String(value);
}

function below({ kind, alias, listed, model }) {
  if (kind === 'model') return listed.metadata.display_name ?? listed.provider_type ?? '';
  const targets = alias?.targets ?? [];
  const more = targets.length > 1 ? ` and ${targets.length - 1} more, ${alias.strategy}` : '';
  return html`→ <bdi>${targets.length > 0 ? targetText(targets[0]) : model}</bdi>${more}`;
}

function name(row) {
  return html`<span class="model-name"><span class="two-lines"><b title=${row.name}><bdi>${row.name}</bdi></b><span class="quiet">${below(row)}</span></span><span class="marks">${marks(row)}</span></span>`;
}

function about({ listed }) {
  const { context_window: context, modes } = listed?.metadata ?? {};
  const kinds = Array.isArray(modes) && modes.length > 0 ? modes.join(', ') : (listed?.categories ?? []).join(', ').replaceAll('_', ' ');
  return html`<span class="two-lines"><span>${context === undefined ? '—' : tokens(context)}</span><span class="quiet">${kinds}</span></span>`;
}

function price({ listed }) {
  const line = priceLine(listed?.price);
  if (!listed?.price) return html`<span class="quiet">—</span>`;
  return line === null ? badge('unpriced', 'warn') : html`<span class="two-lines"><span>${line}</span><span class="quiet">${priceSources(listed.price)}</span></span>`;
}

function sourceAndAge(row) {
  return html`<span class="two-lines"><span>${sourceBadge(row)}</span><span class="quiet">${row.listed?.seen_at ? age(row) : nothing}</span></span>`;
}

function access(row) {
  return html`<span class="two-lines"><span>${accessBadge(row)}</span><span class="quiet">${decidedBy(row)}</span></span>`;
}

/** @type {import('../../components/table.js').Column[]} */
export const columns = [
  { id: 'name', label: 'Name', sort: (row) => row.name, cell: name },
  { id: 'provider', label: 'Provider', width: '13%', wide: true, sort: (row) => row.provider, cell: (row) => html`<span class="clip"><bdi>${row.provider || '—'}</bdi></span>` },
  { id: 'context', label: 'Context', width: '11%', align: 'end', wide: true, sort: ({ listed }) => (typeof listed?.metadata.context_window === 'number' ? listed.metadata.context_window : null), cell: about },
  { id: 'source', label: 'Source', width: '13%', wide: true, sort: (row) => row.listed?.seen_at, cell: sourceAndAge },
  { id: 'price', label: 'Input / output', width: '13%', align: 'end', wide: true, sort: ({ listed }) => priceOrder(listed?.price), cell: price },
  { id: 'access', label: 'Access', width: '14%', sort: (row) => row.access, cell: access },
];
