import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { icon } from '../../components/icon.js';
import { href } from '../../core/router.js';

const ADVICE = {
  model_not_found: 'Write the name as GET /v1/models has it, or make an alias of it.',
  model_access_denied: 'Change the rule that decided, or call from a place that it admits.',
  user_path_not_allowed: 'The header must name a place at or below the key’s own; without one, it counts only with TRUST_USER_PATH_HEADER.',
  alias_target_unavailable: 'Every target is gone or off. Give the alias another one, or look at the providers.',
  invalid_api_key: 'The key is unknown or revoked.',
  expired_api_key: 'The key has expired. Make another one.',
};

/** Who calls, in words. */
export function caller({ as, path, key }) {
  if (as === 'key') return html`the key <bdi class="break">${key}</bdi>${path ? html` with X-Aurora-User-Path <bdi class="break">${path}</bdi>` : nothing}`;
  return as === 'path' ? html`whoever is at <bdi class="break">${path}</bdi>` : 'a caller without key and place';
}

const DECIDERS = {
  default: html`the default, <code>MODELS_ENABLED_BY_DEFAULT</code>`,
  master: 'the rights of the master key',
  allowed_models: html`the key’s <code>allowed_models</code>`,
  denied_models: html`the key’s <code>denied_models</code>`,
};

/** What decides about access: a rule by its text, or what holds without one. */
export function decider(by) {
  return DECIDERS[by] ?? html`the rule <code class="break">${by}</code>`;
}

/** What comes of a call, as one sentence. */
export function outcome({ status, code, target, decided_by: by }) {
  if (status === 200) return html`The call would be sent to <b class="break"><bdi>${target.provider}/${target.model}</bdi></b>.`;
  if (by !== null && code !== 'alias_target_unavailable') return html`The call would be refused: ${decider(by)} decides that.`;
  return html`The call would be refused.`;
}

/** As text for screen readers. */
export function spokenOutcome({ status, code, target }) {
  return status === 200 ? `The call would be sent to ${target.provider}/${target.model}` : `The call would be refused: ${status} ${code}`;
}

/** The end before the steps that lead to it. */
export function verdict({ asked, decision }) {
  const { status, code } = decision;
  const good = status === 200;
  return html`
    <section class="card verdict verdict-${good ? 'good' : 'bad'}" aria-labelledby="verdict">
      <div>
        <h2 id="verdict" tabindex="-1">${badge(good ? 'would be sent' : `${status} ${code}`, good ? 'good' : 'bad')} <bdi class="break">${decision.original_model}</bdi></h2>
        <p>${outcome(decision)}${good || !ADVICE[code] ? nothing : html` <span class="quiet">${ADVICE[code]}</span>`}</p>
        ${asked.as === 'nobody' ? html`<p class="quiet small">Whether callers without a key are let in at all is another matter: AURORA_ALLOW_ANONYMOUS.</p>` : nothing}
      </div>
      <div class="buttons">
        <a class="button button-small" href=${href('playground', [], { model: decision.original_model, path: asked.as === 'nobody' ? '' : asked.path })}>${icon('playground')}Try it</a>
        <a class="button button-small" href=${href('changes', [], { name: decision.alias_chain[0] ?? decision.original_model })}>${icon('changes')}Its changes</a>
      </div>
    </section>
  `;
}
