import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { api, path } from '../../core/api.js';
import { moment as shown } from '../../core/format.js';
import { badge } from '../../components/badge.js';
import { confirm } from '../../components/confirm.js';
import { icon } from '../../components/icon.js';
import { toast } from '../../components/toasts.js';
import { DISCARD, Editor } from './editor.js';
import { amount, PRICE_FIELDS, priceLine } from './price.js';
import { EMPTY_TIER, tiersField, tierText } from './tiers.js';

/** Digits that a number in JSON keeps in every program. */
const NUMBER = /^\d{1,15}(\.\d{1,15})?$/;
const MOST_DIGITS = 15;
const COMMON = ['input_per_mtok', 'output_per_mtok', 'cached_input_per_mtok', 'cache_write_per_mtok'];

/** Writes what a model costs over what the configuration file and the public list say, from a moment on. */
class AuroraPriceEditor extends Editor {
  static properties = { all: { state: true } };

  constructor() {
    super();
    this.resource = 'model-pricing';
    this.compared = [
      { id: 'prices', label: 'Prices', show: (prices) => html`${PRICE_FIELDS.filter(({ id }) => prices[id]).map(({ id, label }) => html`<div>${label}: ${prices[id]}</div>`)}` },
      { id: 'tiers', label: 'Tiers', show: (tiers) => (tiers.length === 0 ? '—' : html`${tiers.map((tier) => html`<div>to ${tier.up_to_mtok} M: ${tierText(tier, (price) => price || '—')}</div>`)}`) },
      { id: 'known', label: 'Entries there', show: (known) => html`${known.map((from) => html`<div>${shown(from)}</div>`)}` },
    ];
  }

  reset() {
    super.reset();
    this.all = false;
  }

  get name() {
    return this.subject;
  }

  get currency() {
    return this.view.effective.currency ?? this.view.base.currency ?? this.view.pricing?.currency ?? 'USD';
  }

  heading() {
    return html`Price of <bdi>${this.subject}</bdi>`;
  }

  exists() {
    return true;
  }

  /** A new entry begins with what the one in force now says, since an entry takes nothing over from the one before. */
  draftOf(view) {
    return { from: 'now', moment: '', entry: null, known: view.entries.map(({ valid_from: from }) => from), ...pricesOf(view.pricing) };
  }

  mistake() {
    const { from, moment, prices, tiers } = this.draft;
    if (from === 'moment' && Number.isNaN(Date.parse(`${moment}Z`))) return { message: 'Say from when: a date and a time.', find: () => this.querySelector('[type="datetime-local"]') };
    const texts = [...Object.entries(prices).map(([id, text]) => [PRICE_FIELDS.find((field) => field.id === id).label, text]), ...tiers.flatMap((tier) => Object.values(tier).map((text) => ['A tier', text]))];
    const wrong = texts.find(([, text]) => text !== '' && (!NUMBER.test(text) || text.replace(/^0*\.?0*|\./g, '').length > MOST_DIGITS));
    const written = (where, text) => [...this.querySelectorAll(where)].find((input) => input.value === text);
    if (wrong) {
      const [label, text] = wrong;
      return { message: `${label}: "${text}" is not a number of 0 or more with up to ${MOST_DIGITS} digits, such as 0.15.`, find: () => written('.price-grid input, .tier-row input', text) };
    }
    return tiers.some((tier) => tier.up_to_mtok === '') ? { message: 'Each tier needs the size that it goes up to.', find: () => written('.tier-row input:first-of-type', '') } : null;
  }

  body() {
    const { from, moment, entry, prices, tiers } = this.draft;
    const filled = (object) => Object.fromEntries(Object.entries(object).filter(([, text]) => text !== '').map(([id, text]) => [id, Number(text)]));
    const pricing = { ...filled(prices), ...(tiers.length === 0 ? {} : { tiers: tiers.map(filled) }) };
    const valid = from === 'entry' ? entry : from === 'moment' ? new Date(`${moment}Z`).toISOString() : null;
    return { pricing, ...(valid ? { valid_from: valid } : {}) };
  }

  removal() {
    return {
      heading: 'Delete all that is stored about this price?',
      text: html`<b><bdi>${this.subject}</bdi></b> then costs what the configuration file and the public list say.`,
      action: 'Delete all entries', danger: true,
    };
  }

  removed() {
    return `Prices of ${this.subject}`;
  }

  async editEntry({ valid_from: entry, pricing }) {
    if (this.touched && !await confirm(DISCARD)) return;
    this.draft = { ...this.draft, from: 'entry', entry, ...pricesOf(pricing) };
    this.untouched = JSON.stringify(this.draft);
    this.updateComplete.then(() => this.querySelector('.price-grid input')?.focus());
  }

  async deleteEntry({ valid_from: from }) {
    if (!await confirm({ heading: 'Delete this entry?', text: `The one before ${shown(from)} then holds until the next.`, action: 'Delete entry', danger: true })) return;
    await this.writing(async (condition) => {
      await api.remove(path('model-pricing', this.subject), { ...condition, query: { valid_from: from }, reason: this.reason });
      toast(`Entry of ${this.subject} deleted`);
      this.emit('written');
      await this.renew(from);
    }, (problem) => this.notDeleted(problem));
  }

  /** Shows the entries that are left. What is being typed stays, and is written over what is there now. */
  async renew(deleted) {
    const { subject } = this;
    const { body, etag } = await api.get(path(this.resource, subject));
    if (this.subject !== subject) return;
    const { draft, touched } = this;
    this.take(body, etag);
    if (touched) {
      const gone = draft.entry === deleted ? { entry: null, from: draft.from === 'entry' ? 'now' : draft.from } : {};
      this.draft = { ...draft, ...gone, known: this.draft.known };
    }
  }

  setPrice(id, text) {
    this.change({ prices: { ...this.draft.prices, [id]: text.trim() } });
  }

  priceRow({ id, label, unit }) {
    const { base } = this.view;
    const text = this.draft.prices[id] ?? '';
    const effective = text === '' ? base[id] : Number(text);
    return html`
      <tr class=${text === '' ? '' : 'differs'}>
        <th scope="row">${label} <span class="quiet">${unit}</span></th>
        <td class="end">${amount(base[id], this.currency)} ${base.sources[id] ? badge(base.sources[id]) : nothing}</td>
        <td><input class="input" type="text" inputmode="decimal" aria-label="${label}, override" placeholder="as base" .value=${live(text)} @input=${(event) => this.setPrice(id, event.target.value)}></td>
        <td class="end"><b>${Number.isNaN(effective) ? '—' : amount(effective, this.currency)}</b></td>
      </tr>
    `;
  }

  timeline() {
    const { entries, valid_from: current } = this.view;
    if (entries.length === 0) return html`<p class="quiet">Nothing is stored: the base holds.</p>`;
    return html`
      <ul class="timeline">${entries.map((entry) => html`
        <li class=${entry.valid_from === current ? 'current' : ''}>
          <span class="grow"><b>${shown(entry.valid_from)}</b> <span class="quiet">${priceLine({ ...entry.pricing, sources: {} }) ?? 'as base'}</span></span>
          ${entry.valid_from === current ? badge('in force', 'good') : Date.parse(entry.valid_from) > Date.now() ? badge('to come', 'info') : nothing}
          <button class="button button-icon" type="button" aria-label="Edit the entry of ${shown(entry.valid_from)}" @click=${() => this.editEntry(entry)}>${icon('edit')}</button>
          <button class="button button-icon" type="button" aria-label="Delete the entry of ${shown(entry.valid_from)}" @click=${() => this.deleteEntry(entry)}>${icon('trash')}</button>
        </li>`)}</ul>
    `;
  }

  fromChoice(value, label) {
    return html`<label class="check"><input type="radio" name="${this.formId}-from" value=${value} .checked=${this.draft.from === value} @change=${() => this.change({ from: value })}><span>${label}</span></label>`;
  }

  fromField() {
    const { from, moment, entry } = this.draft;
    return html`
      <fieldset class="who-may"><legend class="field-label">In force</legend>
        ${this.fromChoice('now', 'From now on, as a new entry')}
        ${this.fromChoice('moment', 'From a moment on, as a new entry')}
        ${from === 'moment' ? html`<input class="input" type="datetime-local" step="1" aria-label="From, in UTC" .value=${moment} @input=${(event) => this.change({ moment: event.target.value })}>` : nothing}
        ${entry ? this.fromChoice('entry', `In place of the entry of ${shown(entry)}`) : nothing}
      </fieldset>
    `;
  }

  fields() {
    const { base } = this.view;
    const shownByUse = ({ id }) => this.all || COMMON.includes(id) || base[id] !== undefined || this.draft.prices[id];
    return PRICE_FIELDS.filter(shownByUse);
  }

  form() {
    const fields = this.fields();
    return html`
      <section aria-label="Entries"><h3>Entries</h3>${this.timeline()}</section>
      ${this.fromField()}
      <div class="scroll-x" tabindex="0" role="region" aria-label="Prices">
        <table class="compare price-grid">
          <thead><tr><th scope="col">${this.currency}</th><th scope="col" class="end">Base</th><th scope="col" class="end">Override</th><th scope="col" class="end">Effective</th></tr></thead>
          <tbody>${fields.map((one) => this.priceRow(one))}</tbody>
        </table>
      </div>
      ${this.all || fields.length === PRICE_FIELDS.length ? nothing : html`<div><button class="button button-small" type="button" @click=${() => { this.all = true; }}>${icon('plus')}All price fields</button></div>`}
      ${tiersField({ tiers: this.draft.tiers, base: this.view.base, currency: this.currency, onChange: (tiers) => this.change({ tiers }) })}
    `;
  }
}

function pricesOf(pricing) {
  const text = (value) => (value === undefined ? '' : plain(value));
  return {
    prices: Object.fromEntries(PRICE_FIELDS.map(({ id }) => [id, text(pricing?.[id])]).filter(([, value]) => value !== '')),
    tiers: (pricing?.tiers ?? []).map((tier) => ({ ...EMPTY_TIER, ...Object.fromEntries(Object.entries(tier).map(([id, value]) => [id, text(value)])) })),
  };
}

/** 1e-7 -> "0.0000001" */
function plain(value) {
  return String(value).includes('e') ? value.toFixed(15).replace(/0+$/, '') : String(value);
}

customElements.define('aurora-price-editor', AuroraPriceEditor);
