import { html, nothing } from 'lit';
import { areaField, checkField, selectField, textField } from '../../components/field.js';
import { icon } from '../../components/icon.js';
import { note } from '../../components/states.js';
import { targetText } from './catalogue.js';
import { Editor } from './editor.js';
import '../../components/combobox.js';
import './chain.js';

/** The gateway would not get to see such a name. */
const DOTS = /^\.\.?$/;
const STRATEGIES = [
  { value: 'weighted', label: 'Weighted: at random, by weight' },
  { value: 'failover', label: 'Failover: in this order' },
  { value: 'cost', label: 'Cost: the cheapest first' },
];
const ACCESS = [
  { value: 'both', label: 'Its rules and those of what it leads to' },
  { value: 'alias', label: 'Its own rules alone' },
];
const RESPONSE = [
  { value: '', label: 'As the gateway is set' },
  { value: 'upstream', label: 'The name the provider answered with' },
  { value: 'requested', label: 'The name the caller asked for' },
];

/**
 * Creates and edits an alias: what it leads to is shown before it is saved.
 *
 * @property {string} target what a new one leads to, to begin with
 */
class AuroraAliasEditor extends Editor {
  static properties = { target: {} };

  constructor() {
    super();
    this.target = '';
    this.resource = 'aliases';
    this.compared = [
      { id: 'targets', label: 'Targets', show: (targets) => html`${targets.map(({ text, weight }) => html`<div><bdi>${text}</bdi> × ${weight}</div>`)}` },
      { id: 'strategy', label: 'Strategy' },
      { id: 'description', label: 'Description' },
      { id: 'enabled', label: 'Enabled', show: (value) => (value ? 'yes' : 'no') },
      { id: 'hidden', label: 'Hidden', show: (value) => (value ? 'yes' : 'no') },
      { id: 'access', label: 'Access' },
      { id: 'response_model', label: 'Answers carry', show: (value) => value || 'as the gateway is set' },
    ];
  }

  get name() {
    return this.draft.name;
  }

  heading() {
    return this.subject === '' ? 'New alias' : html`Alias <bdi>${this.subject}</bdi>`;
  }

  exists(subject) {
    return this.catalogue.byKey.has(`alias:${subject}`);
  }

  draftOf(view) {
    return {
      name: view?.name ?? this.subject,
      targets: view ? view.targets.map((target) => ({ text: targetText(target), weight: String(target.weight) })) : [{ text: this.target, weight: '1' }],
      strategy: view?.strategy ?? 'weighted',
      description: view?.description ?? '',
      enabled: view?.enabled ?? true,
      hidden: view?.hidden ?? false,
      access: view?.access ?? 'both',
      response_model: view?.response_model ?? '',
    };
  }

  mistake() {
    const { name, targets } = this.draft;
    const wrong = (field, message) => ({ message, find: () => this.querySelector(`[id="${this.formId}-${field}"]`) });
    if (name === '') return wrong('name', 'Give it a name: what callers will write as the model.');
    if (DOTS.test(name)) return wrong('name', "The alias's name is only a dot or two, which browsers take out of a URL; give it another name.");
    if (targets.every(({ text }) => text === '')) return wrong('target-0', 'Say what it leads to: provider/model, a model id, or another alias.');
    const place = targets.findIndex(({ weight }) => !/^\d{1,7}$/.test(weight));
    return place < 0 ? null : wrong(`weight-${place}`, 'A weight is a whole number from 0 to 1,000,000.');
  }

  /** As the configuration file has it: without what is not set. */
  body() {
    const { targets, strategy, description, enabled, hidden, access, response_model: response } = this.draft;
    return {
      targets: targets.filter(({ text }) => text !== '').map(({ text, weight }) => ({ model: text, weight: Number(weight) })),
      strategy, enabled, hidden, access,
      ...(description === '' ? {} : { description }),
      ...(response === '' ? {} : { response_model: response }),
    };
  }

  removal() {
    return {
      heading: 'Delete this alias?',
      text: html`Calls of <b><bdi>${this.name}</bdi></b> will be refused, or go to a model of that name if there is one. The page Changes can take it back.`,
      action: 'Delete alias', danger: true,
    };
  }

  changeTarget(place, changes) {
    this.change({ targets: this.draft.targets.map((target, at) => (at === place ? { ...target, ...changes } : target)) });
  }

  move(place, step) {
    const targets = [...this.draft.targets];
    [targets[place], targets[place + step]] = [targets[place + step], targets[place]];
    this.change({ targets });
  }

  drop(place) {
    this.change({ targets: this.draft.targets.filter((_, at) => at !== place) });
  }

  targetRow({ text, weight }, place) {
    const { targets, strategy } = this.draft;
    const several = targets.length > 1;
    const label = several ? `Target ${place + 1}` : 'Target';
    return html`
      <li class="target-row">
        <aurora-combobox class="grow" .inputId=${`${this.formId}-target-${place}`} .label=${label} .value=${text} .choices=${this.catalogue.targets} placeholder="provider/model, a model id, or an alias"
          @value-change=${(event) => this.changeTarget(place, { text: event.detail })}></aurora-combobox>
        ${several && strategy === 'weighted' ? html`<input class="input weight" id="${this.formId}-weight-${place}" type="text" inputmode="numeric" aria-label="Weight of target ${place + 1}" .value=${weight} @input=${(event) => this.changeTarget(place, { weight: event.target.value.trim() })}>` : nothing}
        ${several && strategy !== 'weighted' ? html`
          <button class="button button-icon turn-up" type="button" aria-label="Move target ${place + 1} up" ?disabled=${place === 0} @click=${() => this.move(place, -1)}>${icon('right')}</button>
          <button class="button button-icon turn-down" type="button" aria-label="Move target ${place + 1} down" ?disabled=${place === targets.length - 1} @click=${() => this.move(place, 1)}>${icon('right')}</button>` : nothing}
        ${several ? html`<button class="button button-icon" type="button" aria-label="Remove target ${place + 1}" @click=${() => this.drop(place)}>${icon('close')}</button>` : nothing}
      </li>
    `;
  }

  targetsField() {
    const { targets, strategy } = this.draft;
    return html`
      <div class="field" role="group" aria-labelledby="${this.formId}-targets">
        <span class="field-label" id="${this.formId}-targets">Leads to</span>
        <ul class="targets">${targets.map((target, place) => this.targetRow(target, place))}</ul>
        <div><button class="button button-small" type="button" @click=${() => this.change({ targets: [...targets, { text: '', weight: '1' }] })}>${icon('plus')}Add target</button></div>
      </div>
      ${targets.length > 1 ? selectField({ id: `${this.formId}-strategy`, label: 'Which target a call goes to', value: strategy, choices: STRATEGIES, onChange: (value) => this.change({ strategy: value }) }) : nothing}
    `;
  }

  preview() {
    const { name, targets } = this.draft;
    if (this.managed || name === '' || this.mistake()) {
      return html`<p class="quiet small">${targets.every(({ text }) => text === '') || name === '' ? 'Once there is a name and a target, this shows where calls will go.' : ''}</p>`;
    }
    const suppose = { aliases: { [name]: { ...this.body(), enabled: true } } };
    return html`
      ${this.subject === '' && this.catalogue.byKey.has(`alias:${name}`) ? note(html`There is an alias <bdi>${name}</bdi> already; it will not be written over.`, 'warn') : nothing}
      <aurora-chain .model=${name} .suppose=${suppose}></aurora-chain>
    `;
  }

  form() {
    const { draft, formId: id } = this;
    return html`
      ${textField({ id: `${id}-name`, label: 'Name', value: draft.name, disabled: this.subject !== '', onInput: (value) => this.change({ name: value }), hint: this.subject === '' ? 'What callers write as the model. It may be the name of a model, which it then hides.' : '' })}
      ${this.targetsField()}
      <section class="preview" aria-label="Where calls will go" aria-live="polite"><h3>Where calls will go</h3>${this.preview()}</section>
      ${areaField({ id: `${id}-description`, label: 'Description (optional)', value: draft.description, rows: 2, onInput: (value) => this.change({ description: value }) })}
      <div class="form-row">
        ${selectField({ id: `${id}-access`, label: 'Which rules are asked', value: draft.access, choices: ACCESS, onChange: (value) => this.change({ access: value }) })}
        ${selectField({ id: `${id}-response`, label: 'Model name in answers', value: draft.response_model, choices: RESPONSE, onChange: (value) => this.change({ response_model: value }) })}
      </div>
      <div class="form-row">
        ${checkField({ id: `${id}-enabled`, label: 'Enabled', checked: draft.enabled, onChange: (checked) => this.change({ enabled: checked }), hint: 'Switched off, it does not exist for callers.' })}
        ${checkField({ id: `${id}-hidden`, label: 'Hidden', checked: draft.hidden, onChange: (checked) => this.change({ hidden: checked }), hint: 'It can be called, but no list shows it.' })}
      </div>
    `;
  }
}

customElements.define('aurora-alias-editor', AuroraAliasEditor);
