import { html, nothing } from 'lit';
import { number } from '../../core/format.js';
import { cost } from './cost.js';

/** The figures on top, of the summary's answer. */
export function figures(sums, currency) {
  const unpriced = sums.unpriced_requests;
  return html`
    <dl class="figures usage-figures">
      ${figure('Requests', number(sums.total_requests))}
      ${figure('Tokens', number(sums.total_tokens), html`${number(sums.total_input_tokens)} in, of which ${number(sums.total_cached_input_tokens)} cached; ${number(sums.total_output_tokens)} out`)}
      ${figure('Cost', html`${cost(sums.total_cost, currency, unpriced)} ${sums.total_cost === null ? nothing : html`<small>${currency}</small>`}`, split(sums, currency))}
      ${figure('Unpriced requests', number(unpriced), unpriced > 0 ? 'not in the cost' : 'every call has a cost', unpriced > 0)}
    </dl>
  `;
}

function split(sums, currency) {
  return sums.total_input_cost === null ? 'not divided into input and output' : html`${cost(sums.total_input_cost, currency)} input, ${cost(sums.total_output_cost, currency)} output`;
}

function figure(label, value, more = nothing, notable = false) {
  return html`<div class="figure ${notable ? 'figure-notable' : ''}"><dt>${label}</dt><dd>${value}<span class="figure-more">${more}</span></dd></div>`;
}
