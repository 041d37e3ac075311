import { html } from 'lit';
import { spoken } from '../changes/fields.js';

const SOURCES = { list: 'the public list', config: 'the configuration file', override: 'a stored price' };
const FIRST = ['input_per_mtok', 'output_per_mtok'];

/** What a model costs now, with where each price is from. */
export function priceText(price) {
  if (!price) return '—';
  if (price.unpriced) return html`not known <span class="quiet">(a call’s cost is recorded as unknown, not as zero)</span>`;
  const { sources, currency, tiers = [], unpriced, ...prices } = price;
  const names = Object.keys(prices).sort((one, other) => rank(one) - rank(other));
  return html`
    <ul class="prices">
      ${names.map((name) => html`<li>${prices[name]} ${currency} <span class="quiet">${spoken(name)}, by ${SOURCES[sources[name]] ?? 'unknown'}</span></li>`)}
      ${tiers.length === 0 ? '' : html`<li>${tiers.length} tiers by input length <span class="quiet">by ${SOURCES[sources.tiers] ?? 'unknown'}</span></li>`}
    </ul>
  `;
}

function rank(name) {
  const place = FIRST.indexOf(name);
  return place < 0 ? FIRST.length : place;
}
