import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../../components/icon.js';
import { amount } from './price.js';

const CACHE = [['cached_input_per_mtok', 'Cached input'], ['cache_write_per_mtok', 'Cache write']];
const CELLS = [['up_to_mtok', 'Up to, in million input tokens'], ['input_per_mtok', 'Input'], ['output_per_mtok', 'Output'], ...CACHE];

/** A tier with nothing in it yet, as texts. */
export const EMPTY_TIER = Object.fromEntries(CELLS.map(([id]) => [id, '']));

/** "$1 / $4, cached input $0.10": each price as `show` puts it. */
export function tierText(tier, show) {
  const cache = CACHE.filter(([id]) => (tier[id] ?? '') !== '').map(([id, label]) => `, ${label.toLowerCase()} ${show(tier[id])}`);
  return `${show(tier.input_per_mtok)} / ${show(tier.output_per_mtok)}${cache.join('')}`;
}

/** "to 0.2 M tokens: $1 / $4" for each tier. */
export function tierLines(tiers, currency) {
  return tiers.map((tier) => html`<div>to ${tier.up_to_mtok} M tokens: ${tierText(tier, (price) => amount(price, currency))}</div>`);
}

/**
 * The tiers of an override, as rows to edit.
 *
 * @param {{tiers: Record<string, string>[], base: Object, currency: string, onChange: (tiers: Object[]) => void}} options
 */
export function tiersField({ tiers, base, currency, onChange }) {
  const set = (place, id, text) => onChange(tiers.map((tier, at) => (at === place ? { ...tier, [id]: text.trim() } : tier)));
  return html`
    <section class="field" aria-label="Tiers">
      <h3>Tiers by size of the input</h3>
      <p class="field-hint">The first tier that the call's input fits into prices the whole call; above the last, the last one does. A flat override also replaces that rate in the base's tiers.</p>
      ${base.tiers ? html`<div class="small"><span class="quiet">Base:</span> ${tierLines(base.tiers, currency)}</div>` : nothing}
      ${tiers.map((tier, place) => html`
        <div class="tier-row" role="group" aria-label="Tier ${place + 1}">
          ${CELLS.map(([id, label]) => html`<input class="input" type="text" inputmode="decimal" aria-label="${label}, tier ${place + 1}" placeholder=${label} .value=${live(tier[id])} @input=${(event) => set(place, id, event.target.value)}>`)}
          <button class="button button-icon" type="button" aria-label="Remove tier ${place + 1}" @click=${() => onChange(tiers.filter((_, at) => at !== place))}>${icon('close')}</button>
        </div>`)}
      <div><button class="button button-small" type="button" @click=${() => onChange([...tiers, { ...EMPTY_TIER }])}>${icon('plus')}Add tier</button></div>
    </section>
  `;
}
