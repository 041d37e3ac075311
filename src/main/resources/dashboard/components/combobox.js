import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { AuroraElement } from '../core/element.js';

const MOST_SHOWN = 50;

/**
 * A text box that offers completions while one types; any other text may be typed as well. Emits `value-change`
 * (detail: the text) at every change, and `value-pick` (detail: the text) where an offer was taken or Enter pressed.
 *
 * @typedef {{value: string, hint?: string}} Choice
 *
 * @property {string} inputId to be named by a label's `for`, as field() does
 * @property {string} value
 * @property {Choice[]} choices all there are; those that begin with the text come first, then those that contain it
 * @property {string} placeholder
 * @property {string} describedBy ids
 * @property {string} invalid 'true' or 'false'
 * @property {string} label for screen readers where there is no label element
 */
export class AuroraCombobox extends AuroraElement {
  static properties = {
    inputId: {},
    value: {},
    choices: { attribute: false },
    placeholder: {},
    describedBy: {},
    invalid: {},
    label: {},
    open: { state: true },
    active: { state: true },
  };

  constructor() {
    super();
    this.inputId = '';
    this.value = '';
    this.choices = [];
    this.placeholder = '';
    this.describedBy = '';
    this.invalid = 'false';
    this.label = '';
    this.open = false;
    this.active = -1;
  }

  get matching() {
    const text = this.value.toLowerCase();
    const begin = [];
    const contain = [];
    for (const choice of this.choices) {
      const place = choice.value.toLowerCase().indexOf(text);
      if (place === 0) begin.push(choice);
      else if (place > 0) contain.push(choice);
    }
    return [...begin, ...contain];
  }

  change(value) {
    this.value = value;
    this.open = true;
    this.active = -1;
    this.emit('value-change', value);
  }

  pick(value) {
    this.value = value;
    this.open = false;
    this.active = -1;
    this.emit('value-change', value);
    this.emit('value-pick', value);
  }

  onKey(event) {
    const offers = this.matching.slice(0, MOST_SHOWN);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && offers.length > 0) {
      event.preventDefault();
      this.open = true;
      this.active = (this.active + step + offers.length + (this.active < 0 && step < 0 ? 1 : 0)) % offers.length;
      this.updateComplete.then(() => this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }));
    } else if (event.key === 'Enter') {
      if (this.open && this.active >= 0) event.preventDefault();
      this.pick(this.open && this.active >= 0 ? offers[this.active].value : this.value);
    } else if (event.key === 'Escape' && this.open) {
      event.preventDefault();
      event.stopPropagation();
      this.open = false;
    }
  }

  render() {
    const offers = this.open ? this.matching : [];
    const shown = offers.slice(0, MOST_SHOWN);
    const expanded = this.open && shown.length > 0;
    const list = `${this.inputId}-list`;
    return html`
      <div class="combobox">
        <input class="input" id=${this.inputId} name=${this.inputId} role="combobox" autocomplete="off" spellcheck="false" autocapitalize="off"
          aria-autocomplete="list" aria-expanded=${expanded} aria-controls=${expanded ? list : nothing}
          aria-activedescendant=${expanded && this.active >= 0 ? `${list}-${this.active}` : nothing}
          aria-describedby=${this.describedBy || nothing} aria-invalid=${this.invalid} aria-label=${this.label || nothing}
          placeholder=${this.placeholder || nothing} .value=${live(this.value)}
          @input=${(event) => this.change(event.target.value)} @keydown=${this.onKey} @focus=${() => { this.open = true; }} @blur=${() => { this.open = false; }}>
        ${expanded ? html`
          <ul class="combobox-list" id=${list} role="listbox" aria-label="Completions">
            ${shown.map((choice, index) => html`
              <li id="${list}-${index}" role="option" aria-selected=${index === this.active}
                @mousedown=${(event) => { event.preventDefault(); this.pick(choice.value); }}>
                <bdi>${choice.value}</bdi>${choice.hint ? html`<span class="quiet">${choice.hint}</span>` : nothing}
              </li>`)}
            ${offers.length > shown.length ? html`<li class="quiet" role="option" aria-disabled="true" aria-selected="false">${offers.length - shown.length} more; type on</li>` : nothing}
          </ul>` : nothing}
      </div>
    `;
  }
}

customElements.define('aurora-combobox', AuroraCombobox);
