import { html, nothing } from 'lit';

/**
 * How far long work is; without `value`, only that it goes on.
 *
 * @param {{label: string, value?: number, max?: number}} options
 */
export function progress({ label, value, max = 1 }) {
  const bar = value === undefined
    ? html`<progress aria-label=${label}></progress>`
    : html`<progress aria-label=${label} .value=${value} .max=${max}></progress>`;
  return html`<div class="progress"><span>${label}</span>${bar}${value === undefined ? nothing : html`<span class="quiet">${value} of ${max}</span>`}</div>`;
}
