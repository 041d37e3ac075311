import { html, nothing } from 'lit';

/**
 * What stands at the top of every page. The heading takes the focus when the page is shown.
 *
 * @param {{title: string, text?: *, actions?: *}} options
 */
export function pageHead({ title, text = nothing, actions = nothing }) {
  return html`
    <header class="page-head">
      <div><h1 tabindex="-1">${title}</h1>${text === nothing ? nothing : html`<p class="quiet">${text}</p>`}</div>
      ${actions === nothing ? nothing : html`<div class="buttons">${actions}</div>`}
    </header>
  `;
}
