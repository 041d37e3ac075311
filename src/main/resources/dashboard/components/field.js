import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';

/**
 * A control with its label, what to know about it, and what is wrong with it.
 *
 * @param {{id: string, label: string, hint?: *, error?: string, control: (attributes: {id: string,
 *     describedBy: *, invalid: string}) => *}} options `id` unique in the page; `control` renders what is labelled
 */
export function field({ id, label, hint, error, control }) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return html`
    <div class="field">
      <label class="field-label" for=${id}>${label}</label>
      ${control({ id, describedBy: described || nothing, invalid: error ? 'true' : 'false' })}
      ${hint ? html`<p class="field-hint" id="${id}-hint">${hint}</p>` : nothing}
      ${error ? html`<p class="field-error" id="${id}-error">${error}</p>` : nothing}
    </div>
  `;
}

/**
 * @param {{id: string, label: string, value: string, onInput: (value: string) => void, hint?: *, error?: string,
 *     type?: string, placeholder?: string, autocomplete?: string, required?: boolean, disabled?: boolean}} options
 */
export function textField(options) {
  const { value, onInput, type = 'text', placeholder, autocomplete = 'off', required, disabled } = options;
  return field({
    ...options,
    control: ({ id, describedBy, invalid }) => html`
      <input class="input" id=${id} name=${id} type=${type} .value=${live(value ?? '')} placeholder=${placeholder ?? nothing}
        autocomplete=${autocomplete} spellcheck="false" autocapitalize="off" ?required=${required} ?disabled=${disabled}
        aria-describedby=${describedBy} aria-invalid=${invalid} @input=${(event) => onInput(event.target.value)}>
    `,
  });
}

/** As textField, with several lines. */
export function areaField(options) {
  const { value, onInput, rows = 3, placeholder, disabled } = options;
  return field({
    ...options,
    control: ({ id, describedBy, invalid }) => html`
      <textarea class="input" id=${id} name=${id} rows=${rows} .value=${live(value ?? '')} placeholder=${placeholder ?? nothing}
        spellcheck="false" ?disabled=${disabled} aria-describedby=${describedBy} aria-invalid=${invalid}
        @input=${(event) => onInput(event.target.value)}></textarea>
    `,
  });
}

/**
 * @param {{id: string, label: string, value: string, choices: {value: string, label: string}[],
 *     onChange: (value: string) => void, hint?: *, error?: string, disabled?: boolean}} options
 */
export function selectField(options) {
  const { value, choices, onChange, disabled } = options;
  return field({
    ...options,
    control: ({ id, describedBy, invalid }) => html`
      <select class="input" id=${id} name=${id} ?disabled=${disabled} aria-describedby=${describedBy} aria-invalid=${invalid}
        @change=${(event) => onChange(event.target.value)}>
        ${choices.map((choice) => html`<option value=${choice.value} .selected=${choice.value === value}>${choice.label}</option>`)}
      </select>
    `,
  });
}

/** @param {{id: string, label: *, checked: boolean, onChange: (checked: boolean) => void, hint?: *, disabled?: boolean}} options */
export function checkField({ id, label, checked, onChange, hint, disabled }) {
  return html`
    <div class="check">
      <input id=${id} name=${id} type="checkbox" .checked=${live(checked)} ?disabled=${disabled}
        aria-describedby=${hint ? `${id}-hint` : nothing} @change=${(event) => onChange(event.target.checked)}>
      <div>
        <label for=${id}>${label}</label>
        ${hint ? html`<p class="field-hint" id="${id}-hint">${hint}</p>` : nothing}
      </div>
    </div>
  `;
}

/** A search box with a name that screen readers hear. @param {{label: string, value: string, onInput: Function}} options */
export function searchBox({ label, value, onInput }) {
  return html`
    <input class="input search" type="search" aria-label=${label} placeholder=${label} .value=${live(value ?? '')}
      autocomplete="off" spellcheck="false" @input=${(event) => onInput(event.target.value)}>
  `;
}
