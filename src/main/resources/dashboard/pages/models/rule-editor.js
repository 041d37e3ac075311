import { html, nothing } from 'lit';
import { field } from '../../components/field.js';
import { icon } from '../../components/icon.js';
import { note } from '../../components/states.js';
import { count } from '../../core/format.js';
import { Editor } from './editor.js';
import { namesUnder, scopeOf } from './scopes.js';
import '../../components/combobox.js';
import './who-sees.js';

/** The gateway would not get to see such a name. */
const DOTS = /^\.\.?$/;
const WHO = [
  { value: 'everyone', label: 'Everyone', hint: 'also callers without a place' },
  { value: 'places', label: 'These places', hint: 'callers at or below one of them' },
  { value: 'nobody', label: 'Nobody', hint: 'not even the master key' },
];

/** Creates and edits an access rule: who would see what is shown before it is saved. */
class AuroraRuleEditor extends Editor {
  static properties = {
    place: { state: true },
    sample: { state: true },
  };

  constructor() {
    super();
    this.resource = 'model-overrides';
    this.compared = [
      { id: 'who', label: 'Who may use it' },
      { id: 'places', label: 'Places', show: (places) => (places.length === 0 ? '—' : html`${places.map((place) => html`<div><bdi>${place}</bdi></div>`)}`) },
    ];
  }

  reset() {
    super.reset();
    this.place = '';
    this.sample = '';
  }

  get name() {
    return this.draft.selector;
  }

  heading() {
    return this.subject === '' ? 'New access rule' : html`Access rule <bdi>${this.subject}</bdi>`;
  }

  exists(subject) {
    return this.catalogue.rules.has(subject);
  }

  draftOf(view) {
    const who = !view || (view.enabled && view.user_paths === null) ? 'everyone' : view.enabled ? 'places' : 'nobody';
    return { selector: view?.selector ?? this.subject, who, places: view?.user_paths ?? [] };
  }

  mistake() {
    const { selector, who, places } = this.draft;
    const wrong = (field, message) => ({ message, find: () => this.querySelector(`[id="${this.formId}-${field}"]`) });
    if (selector === '') return wrong('selector', 'Say what it speaks of: /, a provider and a slash, or a name.');
    if (DOTS.test(selector)) return wrong('selector', "The rule's selector is only a dot or two, which browsers take out of a URL; write another.");
    return who === 'places' && places.length === 0 ? wrong('place', 'Add a place, or choose Everyone or Nobody.') : null;
  }

  body() {
    const { who, places } = this.draft;
    return { enabled: who !== 'nobody', ...(who === 'everyone' || places.length === 0 ? {} : { user_paths: places }) };
  }

  removal() {
    return {
      heading: 'Delete this rule?',
      text: html`The next wider rule then decides about <b><bdi>${this.name}</bdi></b>, or the default.`,
      action: 'Delete rule', danger: true,
    };
  }

  removed() {
    return `Rule ${this.name}`;
  }

  addPlace(text) {
    const place = text.trim();
    this.place = '';
    if (place !== '' && !this.draft.places.includes(place)) {
      this.change({ who: 'places', places: [...this.draft.places, place] });
    }
  }

  /** What is typed but not yet added counts as well. */
  save(event) {
    if (this.draft.who === 'places') this.addPlace(this.place);
    return super.save(event);
  }

  selectorField() {
    const { catalogue, draft } = this;
    const choices = [{ value: '/', hint: 'everything' }, ...catalogue.providers.map(({ name }) => ({ value: `${name}/`, hint: 'all its models' })), ...catalogue.targets];
    return field({
      id: `${this.formId}-selector`,
      label: 'What it speaks of',
      hint: '/ for everything, provider/ for all models of a provider, provider/model, a model id at any provider, or an alias.',
      control: ({ id, describedBy }) => html`<aurora-combobox .inputId=${id} .describedBy=${describedBy} .value=${draft.selector} .choices=${choices}
        @value-change=${(event) => this.change({ selector: event.detail })} @keydown=${(event) => event.key === 'Enter' && event.preventDefault()}></aurora-combobox>`,
    });
  }

  choice({ value, label, hint }) {
    const id = `${this.formId}-${value}`;
    return html`
      <div class="check">
        <input type="radio" id=${id} name="${this.formId}-who" value=${value} .checked=${this.draft.who === value} aria-describedby="${id}-hint" @change=${() => this.change({ who: value })}>
        <div><label for=${id}>${label}</label><p class="field-hint" id="${id}-hint">${hint}</p></div>
      </div>
    `;
  }

  placesField() {
    const { places, who } = this.draft;
    return html`
      <div class="field" role="group" aria-label="Places">
        <ul class="chips">${places.map((place) => html`
          <li><bdi>${place}</bdi><button class="button button-icon" type="button" aria-label="Remove ${place}" @click=${() => this.change({ places: places.filter((other) => other !== place) })}>${icon('close')}</button></li>`)}</ul>
        ${who === 'nobody' ? html`<p class="field-hint">They are kept, and count once the rule is no longer for nobody.</p>` : html`
          <div class="add-caller">
            <aurora-combobox class="grow" .inputId=${`${this.formId}-place`} label="Add a place" placeholder="/team/search" .value=${this.place} .choices=${this.catalogue.places.filter((place) => !places.includes(place)).map((value) => ({ value }))}
              @value-change=${(event) => { this.place = event.detail; }} @value-pick=${(event) => this.addPlace(event.detail)}
              @keydown=${(event) => event.key === 'Enter' && event.preventDefault()}></aurora-combobox>
            <button class="button" type="button" @click=${() => this.addPlace(this.place)}>Add place</button>
          </div>`}
      </div>
    `;
  }

  preview() {
    const { selector } = this.draft;
    const names = selector === '' ? [] : this.names(selector);
    if (names.length === 0) return html`<p class="quiet small">It speaks of nothing that can be called today.</p>`;
    const model = names.includes(this.sample) ? this.sample : names[0];
    const ready = !this.managed && this.mistake() === null;
    return html`
      ${names.length > 1 ? field({
        id: `${this.formId}-sample`,
        label: `Seen for one of ${count(names.length, 'name')}`,
        control: ({ id }) => html`<aurora-combobox .inputId=${id} .value=${this.sample || model} .choices=${names.map((value) => ({ value }))}
          @value-change=${(event) => { this.sample = event.detail; }} @keydown=${(event) => event.key === 'Enter' && event.preventDefault()}></aurora-combobox>`,
      }) : nothing}
      <aurora-who-sees .model=${model} .catalogue=${this.catalogue} .suppose=${ready ? { model_overrides: { [selector]: this.body() } } : null}></aurora-who-sees>
    `;
  }

  names(selector) {
    if (this.named?.selector !== selector || this.named.catalogue !== this.catalogue) {
      this.named = { selector, catalogue: this.catalogue, names: namesUnder(selector, this.catalogue) };
    }
    return this.named.names;
  }

  form() {
    const { selector, who, places } = this.draft;
    return html`
      ${this.subject === '' ? this.selectorField() : nothing}
      ${this.subject === '' && this.catalogue.rules.has(selector) ? note(html`There is a rule <bdi>${selector}</bdi> already; it will not be written over.`, 'warn') : nothing}
      ${selector === '' ? nothing : html`<p><span class="quiet">It speaks of:</span> <bdi>${scopeOf(selector, this.catalogue).text}</bdi>${this.view ? html` <span class="quiet">(${count(this.view.matches, 'name')} today)</span>` : nothing}</p>`}
      <fieldset class="who-may"><legend class="field-label">Who may use it</legend>${WHO.map((choice) => this.choice(choice))}</fieldset>
      ${who === 'places' || (who === 'nobody' && places.length > 0) ? this.placesField() : nothing}
      <section class="preview" aria-label="Who sees what"><h3>Who sees what</h3>${this.preview()}</section>
    `;
  }
}

customElements.define('aurora-rule-editor', AuroraRuleEditor);
