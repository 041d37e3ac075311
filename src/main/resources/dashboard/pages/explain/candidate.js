import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { question } from './access.js';

const STRIKES = {
  not_in_inventory: { word: 'struck out: no such model', why: 'No provider is known to have it.' },
  access_denied: { word: 'struck out: denied', why: '' },
  weight_zero: { word: 'struck out: weight 0', why: 'A weight of 0 on the way keeps it from ever being chosen.' },
};

/** One place that the name may lead to, with all that was asked about it. */
export function candidate(one, commonChain, target) {
  const { selector, model, struck_out: struck, alias_chain: chain, considered, reason } = one;
  const chosen = struck === null && target !== null && model !== null && model.provider === target.provider && model.model === target.model;
  const name = model ? `${model.provider}/${model.model}` : selector;
  const further = chain.slice(commonChain.length);
  return html`
    <div class="candidate ${struck ? 'candidate-out' : ''}">
      <p class="candidate-head"><b class="break"><bdi>${name}</bdi></b> ${struck ? badge(STRIKES[struck].word, 'bad') : chosen ? badge('chosen', 'good') : badge('left', 'info')}</p>
      ${model && selector !== name ? html`<p class="quiet small">named as <bdi class="break">${selector}</bdi></p>` : nothing}
      ${further.length > 0 ? html`<p class="quiet small">by way of ${further.map((alias, index) => html`${index > 0 ? ' → ' : ''}<bdi class="break">${alias}</bdi>`)}</p>` : nothing}
      ${struck ? html`<p>${STRIKES[struck].why || html`<bdi class="break">${reason}</bdi>`}</p>` : nothing}
      ${considered.length === 0 ? nothing : html`
        <details ?open=${struck === 'access_denied'}>
          <summary>${considered.length === 1 ? 'One question' : `${considered.length} questions`} about access</summary>
          <ol class="questions">${considered.map((step) => html`<li>${question(step)}</li>`)}</ol>
        </details>`}
    </div>
  `;
}
