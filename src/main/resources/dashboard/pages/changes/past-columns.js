import { html } from 'lit';
import { badge } from '../../components/badge.js';
import { number } from '../../core/format.js';
import { fieldsOf, target } from './fields.js';

/** Whether a text of the URL can be a revision: a whole number, 0 for before the first. */
export function isRevision(text = '') {
  return /^\d{1,15}$/.test(text);
}

/** What became of a setting since: by its version, which counts its changes. */
export function sinceThen({ version }, versionNow) {
  if (versionNow === version) return { badge: badge('as today', 'good'), text: 'It has not been changed since.', order: 0 };
  if (!versionNow) return { badge: badge('gone today', 'bad'), text: 'It is not stored any more.', order: 2 };
  return { badge: badge('changed since', 'warn'), text: `It has been changed ${number(versionNow - version)} times since.`, order: 1 };
}

const since = { id: 'since', label: 'Since then', width: '164', sort: ({ since: { order } }) => order, cell: (row) => row.since.badge };

function name(key, label) {
  return { id: key, label, sort: (row) => row[key], cell: (row) => html`<b class="clip"><bdi>${row[key]}</bdi></b>` };
}

function text(id, label, say, more = {}) {
  return { id, label, wide: true, cell: (row) => html`<span class="clip" title=${say(row)}><bdi>${say(row)}</bdi></span>`, ...more };
}

/** The three kinds that are shown as they once were, with the columns of their tables. */
export const TABS = [
  {
    id: 'aliases', label: 'Aliases', kind: 'alias', resource: 'aliases', key: 'name',
    columns: [
      name('name', 'Alias'),
      text('targets', 'Targets', ({ targets }) => targets.map(target).join(' · ')),
      text('strategy', 'Strategy', ({ strategy, targets }) => (targets.length > 1 ? strategy : '—'), { width: '110' }),
      text('enabled', 'Enabled', ({ enabled }) => (enabled ? 'yes' : 'no'), { width: '90' }),
      since,
    ],
  },
  {
    id: 'rules', label: 'Access rules', kind: 'rule', resource: 'model-overrides', key: 'selector',
    columns: [
      name('selector', 'Access rule'),
      text('enabled', 'Enabled', ({ enabled }) => (enabled ? 'yes' : 'no'), { width: '90' }),
      text('paths', 'Admits', ({ enabled, user_paths: paths }) => (!enabled ? 'nobody' : paths === null ? 'everybody' : paths.join(' · '))),
      since,
    ],
  },
  {
    id: 'prices', label: 'Prices', kind: 'price', resource: 'model-pricing', key: 'selector',
    columns: [
      name('selector', 'Model'),
      text('entries', 'Entries', ({ entries }) => number(entries.length), { width: '90' }),
      text('latest', 'Latest entry', (row) => { const { label, lines } = fieldsOf('price', row).at(-1); return `${label}: ${lines.join(', ')}`; }),
      since,
    ],
  },
];
