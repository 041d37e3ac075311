import { html } from 'lit';
import { searchBox, selectField } from '../../components/field.js';
import { icon } from '../../components/icon.js';
import { number } from '../../core/format.js';

const KINDS = [['model', 'Models'], ['alias', 'Aliases']];
const SOURCES = [['upstream', 'From upstream'], ['configured', 'Configured'], ['stale', 'Stale']];
const ACCESS = [['open', 'Open to everyone'], ['restricted', 'For some places'], ['denied', 'Denied'], ['default', 'Decided by default'], ['off', 'Switched off']];
const PRICES = [['known', 'Price known'], ['unknown', 'Unpriced']];

/**
 * @param {import('./catalogue.js').Catalogue} catalogue
 * @param {Record<string, string>} query the filters as they are
 * @param {(changes: Record<string, string>) => void} change
 * @param {(text: string) => void} search
 */
export function filters(catalogue, query, change, search) {
  const choice = (id, label, all, choices) => selectField({
    id: `models-${id}`,
    label,
    value: query[id] ?? '',
    choices: [{ value: '', label: all }, ...known(choices, query[id])],
    onChange: (value) => change({ [id]: value }),
  });
  return html`
    <div class="toolbar" role="search">
      ${searchBox({ label: 'Search models and aliases', value: query.search, onInput: search })}
      ${choice('kind', 'Kind', 'All kinds', KINDS)}
      ${choice('provider', 'Provider', 'All providers', catalogue.providers.map(({ name }) => [name, name]))}
      ${choice('category', 'Category', 'All categories', catalogue.categories.map((name) => [name, name.replaceAll('_', ' ')]))}
      ${choice('source', 'Source', 'All sources', SOURCES)}
      ${choice('access', 'Access', 'Any access', ACCESS)}
      ${choice('price', 'Price', 'Any price', PRICES)}
    </div>
  `;
}

/** A value that came by a link and is none of the choices stands among them, so that one sees what narrows. */
function known(choices, value) {
  const all = choices.map(([id, label]) => ({ value: id, label }));
  return !value || choices.some(([id]) => id === value) ? all : [...all, { value, label: value }];
}

/** How many rows are left of how many, and a way back to all. */
export function outcome({ left, all, narrowed, showAll }) {
  return html`
    <div class="outcome">
      <p role="status">${left === all ? `${number(all)} names` : `${number(left)} of ${number(all)} names`}</p>
      ${narrowed ? html`<button class="button button-quiet button-small" type="button" @click=${showAll}>${icon('close')}Clear filters</button>` : ''}
    </div>
  `;
}
