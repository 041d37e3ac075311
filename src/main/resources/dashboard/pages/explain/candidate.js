import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { question } from './access.js';

const STRIKES = {
  not_in_inventory: { word: 'struck out: no such model', why: 'No provider is known to have it.' },
  access_denied: { word: 'struck out: denied' },
  weight_zero: { word: 'struck out: weight 0', why: 'A weight of 0 on the way keeps it from ever being chosen.' },
};

/** One place that the name may lead to, with all that was asked about it. */
export function candidate(one, commonChain, { target, alias_chain: chosenChain }) {
  const { selector, model, struck_out: struck, alias_chain: chain, considered, reason } = one;
  const chosen = struck === null && target !== null && model !== null && model.provider === target.provider && model.model === target.model
    && chain.length === chosenChain.length && chain.every((alias, index) => alias === chosenChain[index]);
  const name = model ? `${model.provider}/${model.model}` : selector;
  const questions = considered.filter(({ subject, name: asked }) => subject !== 'alias' || !commonChain.includes(asked));
  const told = struck !== 'access_denied' || questions.some(({ allowed }) => !allowed);
  const further = chain.slice(commonChain.length);
  return html`
    <div class="candidate ${struck ? 'candidate-out' : ''}">
      <p class="candidate-head"><b class="break"><bdi>${name}</bdi></b> ${struck ? badge(STRIKES[struck].word, 'bad') : chosen ? badge('chosen', 'good') : badge('left', 'info')}</p>
      ${model && selector !== name ? html`<p class="quiet small">named as <bdi class="break">${selector}</bdi></p>` : nothing}
      ${further.length > 0 ? html`<p class="quiet small">by way of ${further.map((alias, index) => html`${index > 0 ? ' → ' : ''}<bdi class="break">${alias}</bdi>`)}</p>` : nothing}
      ${struck && STRIKES[struck].why ? html`<p>${STRIKES[struck].why}</p>` : nothing}
      ${told ? nothing : html`<p><bdi class="break">${reason}</bdi></p>`}
      ${questions.length === 0 ? nothing : html`
        <details ?open=${struck === 'access_denied'}>
          <summary>${questions.length === 1 ? 'One question' : `${questions.length} questions`} about its access</summary>
          <ol class="questions">${questions.map((step) => html`<li>${question(step)}</li>`)}</ol>
        </details>`}
    </div>
  `;
}
