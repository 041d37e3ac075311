import { html, nothing } from 'lit';
import { announce } from '../../core/announce.js';
import { api, path } from '../../core/api.js';
import { AuroraElement } from '../../core/element.js';
import { giveBack } from '../../core/focus.js';
import { moment } from '../../core/format.js';
import { textField } from '../../components/field.js';
import { errorNote, note } from '../../components/states.js';
import { toast } from '../../components/toasts.js';
import { diffView } from './diff-view.js';
import { action, subject } from './entry.js';
import '../../components/dialog.js';

const RESOURCES = { alias: 'aliases', rule: 'model-overrides', price: 'model-pricing' };

/**
 * Asks before a change is reverted, shows what that will do, and what to do when the name was changed since. Emits
 * `dialog-close`, and `reverted` once it is done.
 *
 * @property {Object|null} change closed without one
 */
class AuroraRevert extends AuroraElement {
  static properties = {
    change: { attribute: false },
    reason: { state: true },
    busy: { state: true },
    error: { state: true },
    clash: { state: true },
  };

  constructor() {
    super();
    this.change = null;
    this.begin();
  }

  begin() {
    this.reason = '';
    this.busy = false;
    this.error = null;
    /** What the name holds now and its ETag, once it is known to be something else than this change left. */
    this.clash = null;
  }

  willUpdate(changed) {
    if (changed.has('change') && this.change) this.begin();
  }

  async revert() {
    const { revision } = this.change;
    const held = document.activeElement;
    const { clash } = this;
    this.busy = true;
    this.error = null;
    try {
      await api.post(`changes/${revision}/revert`, undefined, { ...this.precondition(), reason: this.reason });
      toast(`Revision ${revision} reverted`);
      this.emit('reverted');
    } catch (problem) {
      await this.refused(problem);
    } finally {
      this.busy = false;
    }
    await this.updateComplete;
    await this.querySelector('aurora-dialog').updateComplete;
    if (!this.change) return;
    if (this.clash === clash) giveBack(held);
    else this.tellOfClash();
  }

  tellOfClash() {
    this.querySelector('.clash').focus();
    announce(`Nothing has been reverted. Somebody ${this.clash.current ? 'changed' : 'deleted'} it since.`);
  }

  precondition() {
    if (!this.clash) return {};
    return this.clash.etag ? { ifMatch: this.clash.etag } : { ifNoneMatch: '*' };
  }

  async refused(problem) {
    if (problem.status === 401) return;
    if (problem.isConflict) {
      this.clash = { current: problem.current, etag: problem.current ? problem.etag : null, again: true };
    } else if (problem.code === 'superseded') {
      await this.lookAtPresent();
    } else {
      this.error = problem;
    }
  }

  async lookAtPresent() {
    const { kind, name } = this.change;
    try {
      const { body, etag } = await api.get(path(RESOURCES[kind], name));
      this.clash = { current: etag ? body : null, etag, again: false };
    } catch (problem) {
      if (problem.status === 404) this.clash = { current: null, etag: null, again: false };
      else this.error = problem;
    }
  }

  outcome() {
    const { before, after, kind } = this.change;
    const what = subject(this.change);
    if (before === null) return html`This change created the ${what}. Reverting it deletes it.`;
    return after === null
      ? html`This change deleted the ${what}. Reverting it brings it back with:`
      : html`The ${what} gets back what it held before this change${kind === 'price' ? ', all its entries' : ''}:`;
  }

  clashed() {
    const { current, again } = this.clash;
    const who = current?.updated_by ? html`, last by <b><bdi>${current.updated_by}</bdi></b> at ${moment(current.updated_at)}` : nothing;
    return html`
      <h3 class="clash" tabindex="-1">${current ? 'Changed since' : 'Deleted since'}</h3>
      ${note(current
        ? html`${again ? 'It was changed once more in this moment' : 'It was changed again after this revision'}${who}. Nothing has been reverted. Going on ${this.change.before === null ? 'deletes it:' : 'overwrites what is there now:'}`
        : html`It was deleted after this revision. Nothing has been reverted. Going on brings it back:`, 'warn')}
      <h3>From what is there now to what was there before</h3>
      ${diffView(this.change.kind, current, this.change.before)}
    `;
  }

  content() {
    return html`
      ${this.clash ? this.clashed() : html`<p>${this.outcome()}</p>${diffView(this.change.kind, this.change.after, this.change.before)}`}
      ${textField({ id: 'revert-reason', label: 'Reason', hint: 'Kept in the history. May be left out.', value: this.reason, onInput: (value) => { this.reason = value; } })}
      ${this.error ? errorNote(this.error) : nothing}
    `;
  }

  actions() {
    const danger = this.clash || this.change.before === null;
    return html`
      <button class="button" type="button" ?disabled=${this.busy} @click=${() => this.emit('dialog-close')}>${this.clash ? 'Keep what is there' : 'Cancel'}</button>
      <button class="button ${danger ? 'button-danger' : 'button-primary'}" type="button" ?disabled=${this.busy} @click=${() => this.revert()}>
        ${this.busy ? 'Reverting…' : this.clash ? 'Revert all the same' : 'Revert'}</button>
    `;
  }

  render() {
    const { change } = this;
    return html`
      <aurora-dialog size="wide" .open=${Boolean(change)} .locked=${this.busy}
        .heading=${change ? `Revert revision ${change.revision}: ${change.name} ${action(change).word}` : ''}
        .content=${change ? this.content() : nothing} .actions=${change ? this.actions() : nothing}></aurora-dialog>
    `;
  }
}

customElements.define('aurora-revert', AuroraRevert);
