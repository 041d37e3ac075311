import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { icon } from '../../components/icon.js';
import { note } from '../../components/states.js';
import { number } from '../../core/format.js';
import { href, router } from '../../core/router.js';
import { accessBadge, age, decidedBy, marks, sourceBadge } from './columns.js';
import { amount, PRICE_FIELDS } from './price.js';
import { audience, ladderOf } from './scopes.js';
import { tierLines } from './tiers.js';
import './chain.js';
import './who-sees.js';

/**
 * All that is known of a model or an alias, and what can be done about it.
 *
 * @param {import('./catalogue.js').Row} row
 * @param {import('./catalogue.js').Catalogue} catalogue
 * @param {{edit: (what: string, more?: Object) => void, change: (changes: Object) => void, remove: () => void}} actions
 */
export function details(row, catalogue, actions) {
  return html`
    <div class="badges">${marks(row)}${row.kind === 'model' ? sourceBadge(row) : nothing}${accessBadge(row)}</div>
    ${row.alias?.description ? html`<p class="break"><bdi>${row.alias.description}</bdi></p>` : nothing}
    ${row.kind === 'alias' ? aliasButtons(row, actions) : modelButtons(row, actions)}
    ${row.alias?.managed ? note('Declared in the configuration file (config/aurora.yaml), which is where it can be changed.') : nothing}
    ${(row.alias?.warnings ?? []).map((warning) => note(html`<bdi>${warning}</bdi>`, 'warn'))}
    ${shadow(row, catalogue)}
    ${row.kind === 'alias' ? html`<section><h3>Leads to</h3>${leadsTo(row, catalogue)}</section>` : nothing}
    <section><h3>About</h3>${facts(row)}</section>
    ${row.listed?.price ? html`<section><h3>Price now</h3>${price(row, actions)}</section>` : nothing}
    <section><h3>Access</h3>${access(row, catalogue, actions)}</section>
    ${row.access === 'off' ? nothing : html`<section><h3>Who sees what</h3><aurora-who-sees .model=${row.name} .catalogue=${catalogue}></aurora-who-sees></section>`}
    <p class="links">
      <a href=${href('explain', [], { model: row.name })}>Explain a call</a>
      <a href=${href('changes', [], { kind: row.kind === 'alias' ? 'alias' : '', name: row.name })}>History</a>
      ${row.access === 'off' ? nothing : html`<a href=${href('playground', [], { model: row.name })}>Try it</a>`}
    </p>
  `;
}

function aliasButtons({ alias, name }, { edit, change, remove }) {
  if (!alias || alias.managed) return html`<div class="buttons"><button class="button" type="button" @click=${() => edit(`alias:${name}`)}>Look closer</button></div>`;
  return html`
    <div class="buttons">
      <button class="button" type="button" @click=${() => edit(`alias:${name}`)}>${icon('edit')}Edit</button>
      <button class="button" type="button" @click=${() => change({ enabled: !alias.enabled })}>${alias.enabled ? 'Disable' : 'Enable'}</button>
      <button class="button" type="button" @click=${() => change({ hidden: !alias.hidden })}>${alias.hidden ? 'Show in lists' : 'Hide from lists'}</button>
      <button class="button button-danger" type="button" @click=${remove}>${icon('trash')}Delete</button>
    </div>
  `;
}

function modelButtons({ name }, { edit }) {
  return html`
    <div class="buttons">
      <button class="button" type="button" @click=${() => edit('alias:', { target: name })}>${icon('plus')}Alias for it</button>
      <button class="button" type="button" @click=${() => edit(`rule:${name}`)}>Who may use it</button>
      <button class="button" type="button" @click=${() => edit(`price:${name}`)}>Price</button>
    </div>
  `;
}

function shadow({ hides, hiddenBy, bareHiddenBy }, catalogue) {
  const link = (key, text) => html`<a href=${href('models', [], { ...router.route.query, open: key })}><bdi>${text}</bdi></a>`;
  if (hiddenBy) return note(html`Calls of this name go to the alias ${link(`alias:${hiddenBy}`, hiddenBy)}, which hides the model.`, 'warn');
  if (bareHiddenBy) return note(html`Calls of the bare id go to the alias ${link(`alias:${bareHiddenBy}`, bareHiddenBy)}.`, 'warn');
  if (hides && catalogue.byKey.has(`model:${hides}`)) return note(html`It hides the model ${link(`model:${hides}`, hides)} under exactly this name.`, 'warn');
  return hides ? note(html`It hides the models with the bare id <bdi>${hides}</bdi>; with their provider they can be called.`, 'warn') : nothing;
}

function leadsTo({ alias, name }, catalogue) {
  if (alias && !alias.enabled) {
    const { targets, strategy, access } = alias;
    const inWords = { targets: targets.map(({ provider, model, weight }) => ({ model: provider ? `${provider}/${model}` : model, weight })), strategy, access };
    return alias.managed ? html`<p class="quiet">Switched off.</p>` : html`<p class="quiet">Switched off; enabled, it would lead here:</p><aurora-chain .model=${name} .catalogue=${catalogue} .suppose=${{ aliases: { [name]: inWords } }} .warned=${true}></aurora-chain>`;
  }
  return html`${alias && alias.targets.length > 1 ? html`<p class="quiet">${alias.targets.length} targets, ${alias.strategy}</p>` : nothing}<aurora-chain .model=${name} .catalogue=${catalogue} .warned=${true}></aurora-chain>`;
}

function facts({ kind, listed, alias, provider, model }) {
  const { display_name: display, context_window: context, max_output_tokens: most, modes, capabilities, pricing, ...rest } = listed?.metadata ?? {};
  const able = capabilities && typeof capabilities === 'object' ? Object.entries(capabilities).filter(([, yes]) => yes === true).map(([word]) => word).join(', ') : '';
  return html`
    <dl class="facts">
      ${fact('Display name', display)}
      ${fact('Provider', provider && html`<a href=${href('providers', [], { open: provider })}><bdi>${provider}</bdi></a>`)}
      ${fact(kind === 'alias' ? 'First model' : 'Model id', model)}
      ${fact('Known from', listed?.source && html`${sourceBadge({ source: listed.source })} <span class="quiet">${age({ listed })}</span>`)}
      ${fact('Context window', tokens(context))}
      ${fact('Longest answer', tokens(most))}
      ${fact('Modes', Array.isArray(modes) ? modes.join(', ') : modes)}
      ${fact('Capabilities', able)}
      ${fact('Categories', (listed?.categories ?? []).join(', ').replaceAll('_', ' '))}
      ${alias ? fact('Rules asked', alias.access === 'alias' ? 'its own alone' : 'its own and those below') : nothing}
      ${alias?.response_model ? fact('Answers carry', alias.response_model === 'requested' ? 'the name asked for' : "the provider's name") : nothing}
      ${alias?.updated_by ? fact('Last written by', html`<bdi>${alias.updated_by}</bdi> <span class="quiet">${alias.updated_at}</span>`) : nothing}
      ${Object.entries(rest).map(([label, value]) => fact(label, typeof value === 'object' ? JSON.stringify(value) : String(value)))}
    </dl>
  `;
}

function fact(label, value) {
  return value === undefined || value === null || value === '' ? nothing : html`<div><dt><bdi>${label}</bdi></dt><dd>${typeof value === 'object' ? value : html`<bdi>${value}</bdi>`}</dd></div>`;
}

function tokens(value) {
  return typeof value === 'number' ? `${number(value)} tokens` : value;
}

function price({ listed, kind, name }, { edit }) {
  const its = listed.price;
  const selector = kind === 'model' ? name : `${listed.provider_name}/${listed.model}`;
  return html`
    ${its.unpriced ? note('No price is known, so calls of it have no cost.', 'warn') : html`
      <dl class="facts">
        ${PRICE_FIELDS.filter(({ id }) => its[id] !== undefined).map(({ id, label, unit }) => fact(label, html`${amount(its[id], its.currency)} <span class="quiet">${unit}</span> ${badge(its.sources[id])}`))}
        ${its.tiers ? fact('Tiers', html`${tierLines(its.tiers, its.currency)} ${badge(its.sources.tiers)}`) : nothing}
      </dl>`}
    <div class="buttons"><button class="button button-small" type="button" @click=${() => edit(`price:${selector}`)}>${icon('edit')}Override the price${kind === 'alias' ? html` of <bdi>${selector}</bdi>` : ''}</button></div>
  `;
}

function access(row, catalogue, { edit }) {
  const rung = ({ selector, label }) => {
    const rule = catalogue.rules.get(selector);
    const decides = rule && row.decidedBy === selector;
    return html`
      <li class=${decides ? 'current' : ''}>
        <span class="grow"><b>${label}</b><span class="quiet break"><bdi>${selector}</bdi> · ${rule ? html`<bdi>${audience(rule)}</bdi>` : 'no rule'}</span></span>
        ${decides ? badge('decides', 'good') : nothing}
        <button class="button button-icon" type="button" aria-label="${rule ? 'Edit' : 'Add'} the rule ${selector}" @click=${() => edit(`rule:${selector}`)}>${icon(rule ? (rule.managed ? 'search' : 'edit') : 'plus')}</button>
      </li>
    `;
  };
  return html`
    <p>${accessBadge(row)} ${decidedBy(row)}</p>
    <ol class="timeline ladder" aria-label="Rules, the narrowest first">${ladderOf(row).map(rung)}
      <li class=${row.decidedBy === 'default' ? 'current' : ''}><span class="grow"><b>Default</b><span class="quiet">MODELS_ENABLED_BY_DEFAULT · ${row.listed?.access.default_enabled === false ? 'nobody' : 'everyone'}</span></span>${row.decidedBy === 'default' ? badge('decides', 'good') : nothing}</li>
    </ol>
  `;
}
