import { html, nothing } from 'lit';
import { api, path } from '../../core/api.js';
import { AuroraElement } from '../../core/element.js';
import { leaving } from '../../core/leaving.js';
import { field, selectField, textField } from '../../components/field.js';
import { withdraw } from '../../components/confirm.js';
import { errorNote } from '../../components/states.js';
import { DISCARD, WRITING, WRITING_SECRET } from './discard.js';
import { documentOf, draftOf, fieldOf, FIELDS, mistakes, nameChoices } from './draft.js';
import { expiryChoices } from './expiry.js';
import '../../components/combobox.js';
import '../../components/conflict.js';
import './names-field.js';

const MAY = [
  { value: 'any', label: 'Any model that the access rules admit' },
  { value: 'some', label: 'Only what is named below' },
  { value: 'none', label: 'No model' },
];

/**
 * What a key is called and what it may. Emits `key-saved` (detail: the answer's body, with the secret where a key was
 * made) and `form-cancel`.
 *
 * @property {Object|null} view the key as it is; null makes a new one
 * @property {string|null} etag of that view
 * @property {Object[]} names models and aliases, for completion
 * @property {string[]} paths user paths in use, for completion
 */
export class AuroraKeyForm extends AuroraElement {
  static properties = {
    view: { attribute: false },
    etag: {},
    names: { attribute: false },
    paths: { attribute: false },
    draft: { state: true },
    wrong: { state: true },
    refused: { state: true },
    conflict: { state: true },
    saving: { state: true },
  };

  constructor() {
    super();
    this.view = null;
    this.etag = null;
    this.names = [];
    this.paths = [];
    this.wrong = {};
    this.refused = null;
    this.conflict = null;
    this.saving = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.restart(this.view, this.etag);
    this.stopHolding = leaving.holds(() => this.loss);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopHolding();
  }

  firstUpdated() {
    this.querySelector('.input').focus();
  }

  restart(view, etag) {
    this.start = JSON.stringify(draftOf(view));
    this.draft = draftOf(view);
    this.base = view;
    this.sentEtag = etag;
    this.conflict = null;
  }

  /** What closing would lose now. */
  get loss() {
    if (this.saving) return this.base ? WRITING : WRITING_SECRET;
    return this.changed && DISCARD;
  }

  /** Whether something was typed that closing would lose. */
  get changed() {
    return JSON.stringify(this.draft) !== this.start;
  }

  set(changes) {
    this.draft = { ...this.draft, ...changes };
  }

  submit(event) {
    event.preventDefault();
    this.querySelectorAll('aurora-names-field').forEach((names) => names.settle());
    this.save(this.sentEtag);
  }

  async save(etag) {
    this.refused = null;
    this.wrong = mistakes(this.draft);
    if (Object.keys(this.wrong).length > 0) {
      this.focusMistake();
      return;
    }
    this.saving = true;
    try {
      const { reason } = this.draft;
      const answer = this.base
        ? await api.put(path('auth-keys', this.base.id), documentOf(this.draft), { ifMatch: etag, reason })
        : await api.post('auth-keys', documentOf(this.draft), { reason });
      this.emit('key-saved', answer.body);
    } catch (problem) {
      this.refuse(problem);
    } finally {
      withdraw(this.loss);
      this.saving = false;
    }
  }

  refuse(problem) {
    const about = fieldOf(problem);
    if (problem.isConflict) {
      this.conflict = problem;
    } else if (problem.status === 400 && about) {
      this.wrong = { [about]: problem.message };
      this.focusMistake();
    } else {
      this.refused = problem;
    }
  }

  async focusMistake() {
    await this.updateComplete;
    await Promise.all([...this.querySelectorAll('aurora-names-field, aurora-combobox')].map((part) => part.updateComplete));
    this.querySelector('[aria-invalid="true"]')?.focus();
  }

  takeTheirs() {
    if (this.conflict.current) {
      this.restart(this.conflict.current, this.conflict.etag);
    } else {
      this.emit('form-cancel');
    }
  }

  /** A deleted key does not come back: what was to be written makes a new one. */
  writeMine() {
    const { current, etag } = this.conflict;
    this.conflict = null;
    this.base = current;
    this.sentEtag = etag;
    if (!current && this.draft.expiry === 'keep') this.set({ expiry: 'never' });
    this.save(etag);
  }

  refusalNote() {
    if (!this.refused) return nothing;
    const lost = this.refused.status === 0 && !this.base;
    const text = { 401: 'Nothing was written: the gateway did not take your key. What you typed is still here; save again.' }[this.refused.status];
    return errorNote({
      message: lost ? `${this.refused.message} If the key is in the list all the same, nobody has its secret: delete it and make another.` : text ?? this.refused.message,
    });
  }

  fields() {
    const { draft, wrong } = this;
    const expired = this.base?.state === 'expired';
    return html`
      ${textField({ id: 'key-name', label: 'Name', value: draft.name, error: wrong.name, required: true, hint: 'For people, such as the app that gets it.', onInput: (name) => this.set({ name }) })}
      ${field({
        id: 'key-path', label: 'User path', error: wrong.user_path, hint: html`The holder's place, such as <code>/team/alpha</code>. Rules ask for it and usage is added up by it. It may be left empty.`,
        control: ({ id, describedBy, invalid }) => html`<aurora-combobox .inputId=${id} .value=${draft.userPath} .choices=${this.paths.map((value) => ({ value }))}
          .describedBy=${describedBy} .invalid=${invalid} @value-change=${(event) => this.set({ userPath: event.detail })}></aurora-combobox>`,
      })}
      ${selectField({ id: 'key-may', label: 'May call', value: draft.may, choices: MAY, onChange: (may) => this.set({ may }) })}
      ${draft.may === 'some' ? html`<aurora-names-field .fieldId=${'key-allowed'} .label=${'Only these'} .error=${wrong.allowed_models} .value=${draft.allowed} .choices=${nameChoices(this.names)}
        .hint=${html`Names as they are called: an alias, <code>provider/model</code>, <code>provider/*</code>, or <code>*</code>.`}
        @names-change=${(event) => this.set({ allowed: event.detail })}></aurora-names-field>` : nothing}
      ${draft.may === 'none' ? nothing : html`<aurora-names-field .fieldId=${'key-denied'} .label=${'But not these'} .error=${wrong.denied_models} .value=${draft.denied} .choices=${nameChoices(this.names)}
        @names-change=${(event) => this.set({ denied: event.detail })}></aurora-names-field>`}
      ${selectField({ id: 'key-expiry', label: 'Expires', value: draft.expiry, choices: expiryChoices(draft.present), error: draft.expiry === 'at' ? '' : wrong.expires_at, disabled: expired, hint: expired ? 'A key that has expired keeps its expiry. Make a new one instead.' : '', onChange: (expiry) => this.set({ expiry }) })}
      ${draft.expiry === 'at' ? textField({ id: 'key-at', label: 'Ends at (UTC)', type: 'datetime-local', value: draft.at, error: wrong.expires_at, onInput: (at) => this.set({ at }) }) : nothing}
      ${textField({ id: 'key-reason', label: 'Reason', value: draft.reason, hint: 'For the history; may be left empty.', onInput: (reason) => this.set({ reason }) })}
    `;
  }

  render() {
    if (this.conflict) {
      return html`<aurora-conflict .theirs=${this.conflict.current} .mine=${documentOf(this.draft)} .fields=${FIELDS} .by=${this.conflict.current?.updated_by ?? ''}
        @take-theirs=${this.takeTheirs} @write-mine=${this.writeMine}></aurora-conflict>`;
    }
    return html`
      <form class="form" @submit=${this.submit} novalidate>
        ${this.fields()}
        ${this.refusalNote()}
        <div class="sheet-foot">
          <button class="button" type="button" ?disabled=${this.saving} @click=${() => this.emit('form-cancel')}>Cancel</button>
          <button class="button button-primary" type="submit" ?disabled=${this.saving}>${this.saving ? 'Saving…' : this.base ? 'Save' : 'Make the key'}</button>
        </div>
      </form>
    `;
  }
}

customElements.define('aurora-key-form', AuroraKeyForm);
