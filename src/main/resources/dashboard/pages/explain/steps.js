import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { count } from '../../core/format.js';
import { href } from '../../core/router.js';
import { question } from './access.js';
import { candidate } from './candidate.js';
import { priceText } from './price.js';
import { caller, decider, outcome } from './verdict.js';

const STRATEGIES = {
  weighted: 'at random, in proportion to the weights; another call may choose otherwise',
  failover: 'the first in the order written',
  cost: 'the cheapest by input and output price; those without a known price come last',
};

/**
 * A decision as the steps that it was made in: an ordered list that reads by itself.
 *
 * @param {{asked: Object, decision: Object, aliases: Map<string, Object>}} explained `aliases` the views of the aliases
 *     on the way, without those that could not be read
 */
export function steps({ asked, decision, aliases }) {
  const chain = commonChain(decision);
  const refusedAtOnce = [401, 403].includes(decision.status) && decision.candidates.length === 0;
  return html`
    <ol class="steps" aria-label="How it was decided">
      ${step('info', 'Asked for', html`
        <p class="step-name"><bdi>${decision.original_model}</bdi></p>
        <p class="quiet">by ${caller(asked)}${asked.provider ? html`, as the model <bdi>${asked.model}</bdi> of the provider <bdi>${asked.provider}</bdi>` : nothing}</p>`)}
      ${refusedAtOnce ? step('bad', 'The caller is refused', html`<p>Before the name is looked at: <code>${decision.code}</code></p>`) : nothing}
      ${chain.map((name, index) => aliasStep(name, { decision, view: aliases.get(name), next: chain[index + 1] }))}
      ${refusedAtOnce ? nothing : candidatesStep(decision, chain)}
      ${choiceStep(decision, chain.map((name) => aliases.get(name)))}
      ${resultStep(decision)}
    </ol>
  `;
}

/** The aliases that every way goes through; what lies on single ways is told of the candidates there. */
function commonChain({ candidates, alias_chain: chain }) {
  return candidates.reduce((common, { alias_chain: own }) => {
    const end = common.findIndex((name, index) => own[index] !== name);
    return end < 0 ? common : common.slice(0, end);
  }, candidates[0]?.alias_chain ?? chain);
}

function step(tone, title, content) {
  return html`<li class="step step-${tone}"><h3>${title}</h3>${content}</li>`;
}

function aliasStep(name, { decision, view, next }) {
  const asked = [decision, ...decision.candidates].flatMap(({ considered }) => considered).find((one) => one.subject === 'alias' && one.name === name);
  const tone = !asked ? 'info' : asked.allowed ? 'good' : 'bad';
  return step(tone, html`Alias <bdi class="break">${name}</bdi>`, html`
    ${asked ? question(asked) : html`<p class="quiet">Its access is not asked: an alias above it answers for all below.</p>`}
    ${view ? html`<p class="quiet small">
      ${view.targets.length === 1 ? 'One target' : `${count(view.targets.length, 'target')}, strategy ${view.strategy}`}${view.access === 'alias' ? '; access “alias”: nothing below it is asked' : nothing}${view.hidden ? '; hidden: not listed' : nothing}${view.managed ? '; from the configuration file' : nothing}${view.description ? html`; <bdi class="break">${view.description}</bdi>` : nothing}</p>` : nothing}
    ${next ? html`<p>leads to the alias <bdi class="break">${next}</bdi></p>` : nothing}
  `);
}

function candidatesStep(decision, chain) {
  const { candidates } = decision;
  if (candidates.length === 0) {
    return step('bad', 'Nothing of that name', html`<p>No alias is called so, and no provider is known to have such a model. <a href=${href('models')}>Look for it among the models</a></p>`);
  }
  const open = candidates.filter(({ struck_out: struck }) => struck === null).length;
  return step(open > 0 ? 'good' : 'bad', `${count(candidates.length, 'candidate')}, ${open === 0 ? 'none left' : `${open} left`}`, html`
    <ol class="candidates">${candidates.map((one) => html`<li>${candidate(one, chain, decision)}</li>`)}</ol>`);
}

function choiceStep({ candidates, target }, views) {
  const branching = views.find((view) => view?.targets.length > 1);
  const open = candidates.filter(({ struck_out: struck }) => struck === null).length;
  if (!branching || candidates.length < 2 || open === 0) return nothing;
  return step('info', html`Chosen by the strategy ${badge(branching.strategy)}`, html`
    <p>${open === 1 ? 'Only one is left' : `Of ${open}, ${STRATEGIES[branching.strategy]}`}${target ? html`: <b class="break"><bdi>${target.provider}/${target.model}</bdi></b>` : nothing}.${open > 1 ? ' The others follow where it cannot be reached.' : ''}</p>`);
}

function resultStep(decision) {
  const { status, code, target, decided_by: by, listed, price } = decision;
  return step(status === 200 ? 'good' : 'bad', status === 200 ? 'Sent' : 'Refused', html`
    <p>${outcome(decision)}</p>
    <dl class="facts">
      <div><dt>A caller gets</dt><dd>${status === 200 ? 'the provider’s answer' : html`<code>${status} ${code}</code>`}</dd></div>
      <div><dt>Target</dt><dd>${target ? html`<bdi>${target.provider}/${target.model}</bdi>` : 'none'}</dd></div>
      <div><dt>Decided by</dt><dd>${by === null ? 'access played no part' : decider(by)}</dd></div>
      <div><dt>In the caller’s list of models</dt><dd>${listed ? 'yes' : 'no'}</dd></div>
      <div><dt>Price now</dt><dd>${priceText(price)}</dd></div>
    </dl>
  `);
}
