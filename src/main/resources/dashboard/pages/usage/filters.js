import { html, nothing } from 'lit';
import { AuroraElement } from '../../core/element.js';
import { field, selectField, textField } from '../../components/field.js';
import { RANGES } from './range.js';
import '../../components/combobox.js';

/** How long typing rests before it counts. */
const PAUSE_MS = 350;

/**
 * Which calls are shown. Emits `filter-change` (detail: what changes in the URL).
 *
 * @property {{range: string, start: string, end: string}} days
 * @property {Record<string, string>} query of the URL: `path`, `model`, `provider`
 * @property {string[]} providers
 * @property {string[]} models ids, for completion
 */
class AuroraUsageFilters extends AuroraElement {
  static properties = {
    days: { attribute: false },
    query: { attribute: false },
    providers: { attribute: false },
    models: { attribute: false },
    typed: { state: true },
  };

  constructor() {
    super();
    this.typed = {};
    this.providers = [];
    this.models = [];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  tell(changes) {
    this.emit('filter-change', { ...changes, offset: '', open: '' });
  }

  /** Keeps what is being typed until it rests. */
  type(changes) {
    this.typed = { ...this.typed, ...changes };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const all = this.typed;
      this.typed = {};
      this.tell(all.path === undefined ? all : { ...all, path: all.path.trim() });
    }, PAUSE_MS);
  }

  range() {
    return html`
      <fieldset class="segments">
        <legend class="visually-hidden">Days</legend>
        ${RANGES.map(({ value, label }) => html`
          <label class="segment"><input type="radio" class="visually-hidden" name="usage-range" value=${value} .checked=${this.days.range === value}
            @change=${() => this.tell({ range: value, from: value === 'custom' ? this.days.start : '', to: value === 'custom' ? this.days.end : '' })}>${label}</label>`)}
      </fieldset>
    `;
  }

  dates() {
    if (this.days.range !== 'custom') return nothing;
    return html`
      ${textField({ id: 'usage-from', label: 'First day (UTC)', type: 'date', value: this.days.start, onInput: (from) => from && this.tell({ from }) })}
      ${textField({ id: 'usage-to', label: 'Last day (UTC)', type: 'date', value: this.days.end, onInput: (to) => to && this.tell({ to }) })}
    `;
  }

  render() {
    const { path = '', model = '', provider = '' } = { ...this.query, ...this.typed };
    /** A blank at the end may have more to come after it: it stays in the field though it does not count. */
    const pathText = this.pathText?.trim() === path.trim() ? this.pathText : path;
    const providers = provider === '' || this.providers.includes(provider) ? this.providers : [...this.providers, provider];
    return html`
      <div class="toolbar" role="search">
        ${this.range()}
        ${this.dates()}
        ${textField({ id: 'usage-path', label: 'User path and below', value: pathText, placeholder: 'User path and below', onInput: (text) => { this.pathText = text; this.type({ path: text }); } })}
        ${selectField({ id: 'usage-provider', label: 'Provider', value: provider, choices: [{ value: '', label: 'All providers' }, ...providers.map((value) => ({ value, label: value }))], onChange: (value) => this.tell({ provider: value }) })}
        ${field({
          id: 'usage-model', label: 'Model id',
          control: ({ id }) => html`<aurora-combobox .inputId=${id} .value=${model} .choices=${this.models.map((value) => ({ value }))} placeholder="All models"
            @value-change=${(event) => this.type({ model: event.detail })}></aurora-combobox>`,
        })}
        ${path || model || provider ? html`<button class="button button-quiet" type="button" @click=${() => this.tell({ path: '', model: '', provider: '' })}>Clear filters</button>` : nothing}
      </div>
    `;
  }
}

customElements.define('aurora-usage-filters', AuroraUsageFilters);
