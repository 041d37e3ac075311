import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { icon } from '../../components/icon.js';
import { amount } from './price.js';

const CELLS = [['up_to_mtok', 'Up to, in million input tokens'], ['input_per_mtok', 'Input'], ['output_per_mtok', 'Output']];

/** "to 0.2 M: $1 / $4" for each tier. */
export function tierLines(tiers, currency) {
  return tiers.map((tier) => html`<div>to ${tier.up_to_mtok} M tokens: ${amount(tier.input_per_mtok, currency)} / ${amount(tier.output_per_mtok, currency)}</div>`);
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
      <div><button class="button button-small" type="button" @click=${() => onChange([...tiers, { up_to_mtok: '', input_per_mtok: '', output_per_mtok: '' }])}>${icon('plus')}Add tier</button></div>
    </section>
  `;
}
