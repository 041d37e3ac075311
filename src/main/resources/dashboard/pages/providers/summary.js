import { html } from 'lit';
import { number } from '../../core/format.js';

/** The figures above the table. */
export function summary(providers) {
  const models = providers.reduce((sum, { models: { total } }) => sum + total, 0);
  const stale = providers.reduce((sum, { models: { stale: old } }) => sum + old, 0);
  const failing = providers.filter(({ failures }) => failures > 0).length;
  const off = providers.filter(({ state }) => state === 'off').length;
  return html`
    <dl class="figures">
      ${figure('Providers', providers.length)}
      ${figure('Models', models)}
      ${figure('Stale models', stale, stale > 0)}
      ${figure('Failing', failing, failing > 0)}
      ${figure('Off', off)}
    </dl>
  `;
}

function figure(label, value, notable = false) {
  return html`<div class="figure ${notable ? 'figure-notable' : ''}"><dt>${label}</dt><dd>${number(value)}</dd></div>`;
}
