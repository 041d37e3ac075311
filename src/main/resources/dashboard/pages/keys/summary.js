import { html } from 'lit';
import { number } from '../../core/format.js';
import { endsSoon, inGrace } from './columns.js';

/** The figures above the table. */
export function summary(keys) {
  const soon = keys.filter(endsSoon).length;
  return html`
    <dl class="figures">
      ${figure('Active', keys.filter(({ state }) => state === 'active').length)}
      ${figure('Ending soon', soon, soon > 0)}
      ${figure('In grace', keys.filter(inGrace).length)}
      ${figure('Expired', keys.filter(({ state }) => state === 'expired').length)}
      ${figure('Revoked', keys.filter(({ state }) => state === 'revoked').length)}
    </dl>
  `;
}

function figure(label, value, notable = false) {
  return html`<div class="figure ${notable ? 'figure-notable' : ''}"><dt>${label}</dt><dd>${number(value)}</dd></div>`;
}
