import { html, nothing } from 'lit';
import { api, ApiError, path } from '../../core/api.js';
import { AuroraElement, uniqueId } from '../../core/element.js';
import { giveBack, markWrong } from '../../core/focus.js';
import { leaving } from '../../core/leaving.js';
import { confirm } from '../../components/confirm.js';
import { textField } from '../../components/field.js';
import { errorNote, errorState, loadingState, note } from '../../components/states.js';
import { toast } from '../../components/toasts.js';
import { notDeleted } from './quick-writes.js';
import '../../components/conflict.js';
import '../../components/dialog.js';

export const DISCARD = { heading: 'Discard what you changed?', text: 'Nothing of it has been saved.', action: 'Discard', danger: true };

/**
 * A dialog that writes one setting, and shows both versions where somebody else was first. Emits `editor-close` when it
 * is dismissed, and `written` when something was (detail: `{deleted}`, whether the name now holds nothing). Who extends it
 * says how a view becomes a draft and a draft a body, and by `mistake()` what is wrong before it is sent: `{message, find}`,
 * where `find` gives the field.
 *
 * @property {string|null} subject the name of what is edited; empty: something new; null: closed
 * @property {import('./catalogue.js').Catalogue} catalogue
 * @property {{mine: Object, problem: ApiError}|null} collision a write that was refused elsewhere because somebody else
 *     was first: it opens with both versions
 */
export class Editor extends AuroraElement {
  static properties = {
    subject: { attribute: false },
    catalogue: { attribute: false },
    collision: { attribute: false },
    draft: { state: true },
    error: { state: true },
    conflict: { state: true },
    saving: { state: true },
    reason: { state: true },
  };

  constructor() {
    super();
    this.subject = null;
    this.collision = null;
    this.formId = uniqueId('editor');
    this.reset();
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopHolding = leaving.holds(() => this.touched && DISCARD);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopHolding();
  }

  /** Whether closing would lose something that is not saved. */
  get touched() {
    return this.subject !== null && this.draft !== null && JSON.stringify(this.draft) !== this.untouched;
  }

  reset() {
    this.reading?.abort();
    this.view = null;
    this.etag = null;
    this.draft = null;
    this.error = null;
    this.conflict = null;
    this.saving = false;
    this.reason = '';
  }

  willUpdate(changed) {
    if (changed.has('subject')) {
      this.reset();
      if (this.subject !== null) this.begin();
    } else if (changed.has('collision') && this.collision && this.subject !== null) {
      this.begin();
    }
  }

  /** A field that is wrong is so until something else is known. */
  async updated(changed) {
    if (!changed.has('error')) return;
    this.unmark?.();
    this.unmark = null;
    const { error } = this;
    if (!error?.find) return;
    await this.shown();
    const input = this.error === error ? error.find() : null;
    if (input) this.unmark = markWrong(input, `${this.formId}-error`);
  }

  /** Until the dialog shows what is to be shown now. */
  async shown() {
    await this.updateComplete;
    await this.querySelector('aurora-dialog').updateComplete;
  }

  /** What is there to begin from. An answer that is not to the last question is dropped. */
  async begin() {
    const { subject, collision } = this;
    this.reading?.abort();
    const reading = new AbortController();
    this.reading = reading;
    const { signal } = reading;
    this.error = null;
    if (collision) {
      this.take(collision.mine, null);
      this.conflict = collision.problem;
      return;
    }
    try {
      const found = this.exists(subject) ? await api.get(path(this.resource, subject), { signal }) : null;
      if (signal.aborted) return;
      this.take(found?.body ?? null, found?.etag ?? null);
      await this.focusFirst();
    } catch (problem) {
      if (signal.aborted) return;
      if (!(problem instanceof ApiError)) throw problem;
      this.error = problem;
    }
  }

  async focusFirst() {
    await this.shown();
    this.querySelector('form input:not(:disabled, [role="combobox"]), form textarea')?.focus();
  }

  take(view, etag) {
    this.view = view;
    this.etag = etag;
    this.draft = this.draftOf(view);
    this.untouched = JSON.stringify(this.draft);
  }

  change(changes) {
    this.draft = { ...this.draft, ...changes };
    this.error = null;
  }

  /** Whether it is declared in the configuration file, and cannot be written here. */
  get managed() {
    return Boolean(this.view?.managed);
  }

  async save(event) {
    event?.preventDefault();
    const mistake = this.mistake();
    if (mistake) {
      const error = new ApiError({ status: 400, code: 'invalid_request', message: mistake.message });
      this.error = Object.assign(error, { find: mistake.find });
      return;
    }
    await this.writing(async (condition) => {
      const { body } = await api.put(path(this.resource, this.name), this.body(), { ...condition, reason: this.reason });
      this.done(`${this.name} saved`, body.warnings);
    });
  }

  async deleteSetting() {
    if (!await confirm(this.removal())) return;
    await this.writing(async (condition) => {
      await api.remove(path(this.resource, this.name), { ...condition, reason: this.reason });
      this.done(`${this.removed()} deleted`, [], true);
    }, (problem) => this.notDeleted(problem));
  }

  /** Whoever wanted to delete something else than what is there now looks at that first. */
  notDeleted(problem) {
    const { current, etag } = problem;
    if (current) this.take(current, etag);
    this.error = notDeleted(problem);
  }

  /**
   * @param {(condition: {ifMatch?: string, ifNoneMatch?: string}) => Promise<void>} write
   * @param {(problem: ApiError) => void} [collided] where somebody else was first
   */
  async writing(write, collided = (problem) => { this.conflict = problem; }) {
    const held = document.activeElement;
    this.saving = true;
    this.error = null;
    try {
      await write(this.etag ? { ifMatch: this.etag } : { ifNoneMatch: '*' });
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      if (problem.isConflict) collided(problem);
      else this.error = problem;
    } finally {
      this.saving = false;
    }
    await this.shown();
    if (this.subject !== null && !this.conflict) giveBack(held, this.querySelector('[type="submit"]'));
  }

  done(sentence, warnings, deleted = false) {
    toast(sentence);
    warnings.forEach((warning) => toast(`${this.name}: ${warning}`, 'warn'));
    this.untouched = JSON.stringify(this.draft);
    this.emit('written', { deleted });
    this.emit('editor-close');
  }

  async close(event) {
    event?.stopPropagation();
    if (this.touched && !await confirm(DISCARD)) return;
    this.emit('editor-close');
  }

  takeTheirs() {
    const { current, etag } = this.conflict;
    this.conflict = null;
    if (current) {
      this.take(current, etag);
      this.focusFirst();
    } else {
      this.untouched = JSON.stringify(this.draft);
      this.emit('written', { deleted: true });
      this.emit('editor-close');
    }
  }

  writeMine() {
    this.etag = this.conflict.current ? this.conflict.etag : null;
    this.conflict = null;
    this.save();
  }

  removed() {
    return this.name;
  }

  content() {
    if (this.conflict) {
      return html`<aurora-conflict .theirs=${this.conflict.current ? this.draftOf(this.conflict.current) : null} .mine=${this.draft} .fields=${this.compared} .by=${this.conflict.current?.updated_by ?? ''} .taken=${this.view === null}
        @take-theirs=${() => this.takeTheirs()} @write-mine=${() => this.writeMine()}></aurora-conflict>`;
    }
    if (!this.draft) return this.error ? errorState(this.error, () => this.begin()) : loadingState();
    return html`
      ${this.managed ? note('It is declared in the configuration file (config/aurora.yaml), which is where it can be changed.', 'info') : nothing}
      <form class="form" id=${this.formId} @submit=${(event) => this.save(event)} novalidate>
        <fieldset class="form" ?disabled=${this.managed}>${this.form()}</fieldset>
        ${this.managed ? nothing : textField({ id: `${this.formId}-reason`, label: 'Reason (optional)', value: this.reason, onInput: (value) => { this.reason = value; }, hint: 'Stands in the history beside the change.' })}
      </form>
      ${this.error ? this.refusal() : nothing}
    `;
  }

  /** A mistake has an id, by which its field is described. */
  refusal() {
    return this.error.find ? html`<div id="${this.formId}-error">${errorNote(this.error)}</div>` : errorNote(this.error);
  }

  actions() {
    return html`
      ${this.etag && !this.managed ? html`<button class="button button-danger start" type="button" ?disabled=${this.saving} @click=${() => this.deleteSetting()}>Delete</button>` : nothing}
      <button class="button" type="button" ?disabled=${this.saving} @click=${() => this.close()}>${this.managed ? 'Close' : 'Cancel'}</button>
      ${this.managed ? nothing : html`<button class="button button-primary" type="submit" form=${this.formId} ?disabled=${this.saving}>${this.saving ? 'Saving…' : 'Save'}</button>`}
    `;
  }

  render() {
    const open = this.subject !== null;
    return html`
      <aurora-dialog size="wide" .open=${open} .locked=${this.saving} .heading=${open ? this.heading() : ''}
        .content=${open ? this.content() : nothing} .actions=${open && this.draft && !this.conflict ? this.actions() : nothing}
        @dialog-close=${this.close}></aurora-dialog>
    `;
  }
}
