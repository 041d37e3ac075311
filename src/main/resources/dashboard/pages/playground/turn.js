import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { icon } from '../../components/icon.js';
import { number } from '../../core/format.js';

const STATES = {
  waiting: { word: 'waiting', tone: 'info' },
  streaming: { word: 'answering', tone: 'info' },
  stopped: { word: 'stopped', tone: 'warn' },
  failed: { word: 'failed', tone: 'bad' },
};

/**
 * One turn of the conversation; texts are shown as they are, never as markup.
 *
 * @param {Object} turn
 * @param {(() => void)|null} again where this one can be tried again
 */
export function turnView(turn, again) {
  return turn.role === 'user'
    ? html`<article class="turn turn-user" aria-label="You"><h3 class="small quiet">You</h3><p class="said" dir="auto">${turn.text}</p></article>`
    : answerView(turn, again);
}

function answerView({ model, answer }, again) {
  const { state, text, reasoning, error } = answer;
  const { word, tone } = STATES[state] ?? {};
  return html`
    <article class="turn turn-model" aria-label="Answer" aria-busy=${state === 'waiting' || state === 'streaming'}>
      <h3 class="small quiet"><bdi class="break">${model}</bdi> ${word ? badge(word, tone) : nothing}</h3>
      ${reasoning ? html`<details class="reasoning" ?open=${text === ''}><summary>Reasoning</summary><p class="said quiet" dir="auto">${reasoning}</p></details>` : nothing}
      ${text ? html`<p class="said" dir="auto">${text}</p>` : nothing}
      ${state === 'waiting' ? html`<p class="quiet waiting"><span class="spinner" aria-hidden="true"></span>Waiting for the first token</p>` : nothing}
      ${state === 'done' && !text && !reasoning ? html`<p class="quiet">The model answered without any text.</p>` : nothing}
      ${error ? failure(error, text, again) : nothing}
      ${measures(answer)}
    </article>
  `;
}

function failure({ status, code, message }, text, again) {
  return html`
    <div class="note note-bad" role="alert">${icon('warning')}
      <span>${text && status === 200 ? html`<b>Broken off in the middle.</b> ` : nothing}<bdi>${message}</bdi> <code>${status > 200 ? `${status} ` : ''}${code}</code></span>
      ${again ? html`<button class="button button-small" type="button" @click=${again}>Try again</button>` : nothing}
    </div>
  `;
}

function measures({ state, provider, model, firstMs, totalMs, usage, cost, finish, requestId }) {
  if (state === 'waiting') return nothing;
  const facts = [
    provider ? ['Went to', html`<bdi class="break">${provider}/${model}</bdi>`] : null,
    firstMs === null ? null : ['First token', milliseconds(firstMs)],
    totalMs === null ? null : ['Total', milliseconds(totalMs)],
    usage ? ['Tokens', `${number(usage.prompt_tokens ?? 0)} in, ${number(usage.completion_tokens ?? 0)} out`] : null,
    usage && totalMs && firstMs !== null && totalMs - firstMs > 200 && usage.completion_tokens > 1
      ? ['Speed', `${number(Math.round(usage.completion_tokens / (totalMs - firstMs) * 1000))} tokens/s`] : null,
    cost ? ['Cost', cost] : null,
    finish ? ['Finish', html`<code>${finish}</code>`] : null,
    requestId ? ['Request', html`<code class="break">${requestId}</code>`] : null,
  ].filter(Boolean);
  return html`<dl class="measures small">${facts.map(([label, value]) => html`<div><dt>${label}:</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** 312 -> "312 ms", 4210 -> "4.21 s". */
function milliseconds(value) {
  return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(2)} s`;
}
