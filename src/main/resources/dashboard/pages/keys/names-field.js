import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { AuroraElement } from '../../core/element.js';
import { field } from '../../components/field.js';
import { icon } from '../../components/icon.js';
import '../../components/combobox.js';

/**
 * A list of names of models, with completion. Emits `names-change` (detail: the list).
 *
 * @property {string} fieldId
 * @property {string} label
 * @property {*} hint
 * @property {string} error
 * @property {string[]} value
 * @property {import('../../components/combobox.js').Choice[]} choices
 */
export class AuroraNamesField extends AuroraElement {
  static properties = {
    fieldId: {},
    label: {},
    hint: {},
    error: {},
    value: { attribute: false },
    choices: { attribute: false },
    text: { state: true },
  };

  constructor() {
    super();
    this.value = [];
    this.choices = [];
    this.text = '';
  }

  /** Takes what was typed and not yet added for one more entry, as it stands when somebody saves. */
  settle() {
    if (this.text !== '') this.add(this.text);
    return this.value;
  }

  add(name) {
    this.text = '';
    if (name !== '' && !this.value.includes(name)) {
      this.change([...this.value, name]);
    }
  }

  dropName(index) {
    this.change(this.value.filter((_, place) => place !== index));
    this.querySelector('input').focus();
  }

  change(value) {
    this.value = value;
    this.emit('names-change', value);
  }

  onKey(event) {
    if (event.key === 'Enter' && event.target.matches('input')) {
      event.preventDefault();
    } else if (event.key === 'Backspace' && event.target.matches('input') && this.text === '' && this.value.length > 0) {
      this.dropName(this.value.length - 1);
    }
  }

  render() {
    return html`
      <div @keydown=${this.onKey}>
        ${field({
          id: this.fieldId, label: this.label, hint: this.hint, error: this.error,
          control: ({ id, describedBy, invalid }) => html`
            ${this.value.length === 0 ? nothing : html`
              <ul class="chosen" aria-label="${this.label}, chosen">${this.value.map((name, index) => html`
                <li><bdi>${name}</bdi><button class="chosen-remove" type="button" aria-label="Remove ${name}" @click=${() => this.dropName(index)}>${icon('close')}</button></li>`)}
              </ul>`}
            <div class="names-entry">
              <aurora-combobox .inputId=${id} .value=${live(this.text)} .choices=${this.choices} .describedBy=${describedBy === nothing ? '' : describedBy} .invalid=${invalid}
                placeholder="Type a name, then Enter" @value-change=${(event) => { this.text = event.detail; }} @value-pick=${(event) => this.add(event.detail)}></aurora-combobox>
              <button class="button" type="button" ?disabled=${this.text === ''} @click=${() => this.add(this.text)}>Add</button>
            </div>`,
        })}
      </div>
    `;
  }
}

customElements.define('aurora-names-field', AuroraNamesField);
