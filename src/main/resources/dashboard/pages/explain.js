import { html } from 'lit';
import { announce } from '../core/announce.js';
import { api, path } from '../core/api.js';
import { AuroraElement } from '../core/element.js';
import { Resource } from '../core/resource.js';
import { href, router } from '../core/router.js';
import { pageHead } from '../components/page-head.js';
import { emptyState, errorState, loadingState } from '../components/states.js';
import { questionForm } from './explain/form.js';
import { callableNames, keyChoices } from './explain/names.js';
import { steps } from './explain/steps.js';
import { spokenOutcome, verdict } from './explain/verdict.js';

/** What a call would come to, step by step. The question is in the URL, so that an answer can be shared. */
class AuroraExplain extends AuroraElement {
  static properties = {
    draft: { state: true },
    errors: { state: true },
  };

  constructor() {
    super();
    this.asked = questionOf(router.route.query);
    this.draft = this.asked;
    this.errors = {};
    this.names = new Resource(this, callableNames);
    this.keys = new Resource(this, keyChoices);
    this.providers = new Resource(this, async (signal) => (await api.get('providers/status', { signal })).body.map(({ name, type }) => ({ value: name, hint: type })));
    this.explained = new Resource(this, (signal) => this.explain(signal));
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopListening = router.onChange(({ page, query }) => page === 'explain' && this.ask(questionOf(query)));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
  }

  async ask(question) {
    this.asked = question;
    this.draft = question;
    this.errors = {};
    this.explained.value = undefined;
    await this.explained.refresh();
    if (this.explained.value) announce(spokenOutcome(this.explained.value.decision));
  }

  async explain(signal) {
    const { model, provider, as, path: place, key } = this.asked;
    if (!model) return null;
    const question = { model };
    if (provider) question.provider = provider;
    if (as !== 'nobody' && place) question.user_path = place;
    if (as === 'key') question.key_id = key;
    const { body } = await api.post('resolve', question, { signal });
    const names = [...new Set([body, ...body.candidates].flatMap(({ alias_chain: chain }) => chain))];
    return { asked: this.asked, decision: body, aliases: await this.look(names.slice(0, 8), signal) };
  }

  /** What the aliases on the way are made of, which the decision does not say. */
  async look(names, signal) {
    const views = await Promise.all(names.map(async (name) => {
      try {
        return [[name, (await api.get(path('aliases', name), { signal })).body]];
      } catch (problem) {
        if (problem.status === 404) return [];
        throw problem;
      }
    }));
    return new Map(views.flat());
  }

  submit() {
    const { model, provider, as, path: place } = this.draft;
    const key = as === 'key' ? this.keyId() : '';
    this.errors = {
      ...(model === '' ? { model: 'Write the name that a caller would send.' } : {}),
      ...(as === 'path' && place === '' ? { path: 'Write a place, such as /team/alpha.' } : {}),
      ...(as === 'key' && key === '' ? { key: 'Choose a key.' } : {}),
    };
    if (Object.keys(this.errors).length > 0) {
      this.updateComplete.then(() => this.querySelector('[aria-invalid="true"]')?.focus());
      return;
    }
    const question = { model, provider, path: as === 'nobody' ? '' : place, key };
    if (location.hash === href('explain', [], question)) {
      this.ask(questionOf(question));
    } else {
      router.go('explain', [], question);
    }
  }

  /** A key may be given by its choice, or by its bare id. */
  keyId() {
    return this.keys.value?.find(({ value }) => value === this.draft.key)?.id ?? this.draft.key.trim();
  }

  keyText(id) {
    return this.keys.value?.find((key) => key.id === id)?.value ?? id;
  }

  answer() {
    const { value, error, loading } = this.explained;
    if (error) return errorState(error, () => this.explained.refresh());
    if (value) {
      const shown = { ...value, asked: { ...value.asked, key: this.keyText(value.asked.key) } };
      return html`${verdict(shown)}${steps(shown)}`;
    }
    return loading && this.asked.model ? loadingState('Deciding') : emptyState({
      icon: 'explain', title: 'Ask what a call would come to',
      text: 'Name a model and a caller. The gateway decides as it would for the call itself and shows each step. Nothing is sent to a provider.',
    });
  }

  render() {
    return html`
      <div class="page explain">
        ${pageHead({ title: 'Explain', text: 'What a call would come to, and why.' })}
        ${questionForm({
          draft: { ...this.draft, key: this.keyText(this.draft.key) }, errors: this.errors,
          names: this.names.value ?? [], providers: this.providers.value ?? [], keys: this.keys.value ?? [],
          change: (changes) => { this.draft = { ...this.draft, ...changes }; },
          submit: () => this.submit(),
        })}
        <div class="answer" aria-busy=${this.explained.loading}>${this.answer()}</div>
      </div>
    `;
  }
}

function questionOf({ model = '', provider = '', path: place = '', key = '' }) {
  return { model, provider, path: place, key, as: key ? 'key' : place ? 'path' : 'nobody' };
}

customElements.define('aurora-explain', AuroraExplain);
