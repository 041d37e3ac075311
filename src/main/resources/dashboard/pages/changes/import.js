import { html, nothing } from 'lit';
import { announce } from '../../core/announce.js';
import { api } from '../../core/api.js';
import { AuroraElement } from '../../core/element.js';
import { giveBack } from '../../core/focus.js';
import { count, number } from '../../core/format.js';
import { badge } from '../../components/badge.js';
import { confirm } from '../../components/confirm.js';
import { field, textField } from '../../components/field.js';
import { progress } from '../../components/progress.js';
import { errorNote, note } from '../../components/states.js';
import { toast } from '../../components/toasts.js';
import { diffView } from './diff-view.js';
import { linesAround, textOf } from './document.js';
import { subject } from './entry.js';
import '../../components/dialog.js';

const MODES = [
  { value: 'merge', label: 'Merge', hint: 'Creates and updates what the file holds. All else stays.' },
  { value: 'replace', label: 'Replace', hint: 'Also deletes every stored alias, access rule and price that the file does not hold.' },
];
const WORDS = { create: { word: 'create', tone: 'good' }, update: { word: 'change', tone: 'info' }, delete: { word: 'delete', tone: 'bad' } };
/** A file of thousands of changes is told in full by the export itself. */
const MOST_SHOWN = 200;

/**
 * Takes a file of settings over: first it says what that would change, then it asks, then it does it, all or nothing.
 * Emits `dialog-close`, and `imported` once it is done.
 *
 * @property {boolean} open
 */
class AuroraImport extends AuroraElement {
  static properties = {
    open: { type: Boolean },
    file: { state: true },
    mode: { state: true },
    reason: { state: true },
    plan: { state: true },
    overtaken: { state: true },
    error: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.open = false;
    this.begin();
  }

  begin() {
    this.file = null;
    this.mode = 'merge';
    this.reason = '';
    this.plan = null;
    this.overtaken = false;
    this.error = null;
    this.busy = '';
    this.trial?.abort();
  }

  willUpdate(changed) {
    if (changed.has('open') && this.open) this.begin();
  }

  async picked(file) {
    this.file = null;
    this.plan = null;
    this.error = null;
    if (!file) return;
    try {
      this.file = { name: file.name, text: await textOf(file) };
      await this.tryOut();
    } catch (problem) {
      this.error = problem;
    }
  }

  choose(mode) {
    this.mode = mode;
    if (this.file) this.tryOut();
  }

  /**
   * What it would do, by the gateway's own word.
   *
   * @param {boolean} [overtaken] whether it is asked anew since the settings are not what a plan was shown for any more
   */
  async tryOut(overtaken = false) {
    this.trial?.abort();
    const trial = new AbortController();
    this.trial = trial;
    this.plan = null;
    this.overtaken = overtaken;
    this.error = null;
    this.busy = 'Asking what this would change';
    try {
      const { body } = await api.post('import', this.file.text, { query: { mode: this.mode, dry_run: true }, signal: trial.signal });
      if (trial.signal.aborted) return;
      this.plan = body;
      announce(`${overtaken ? 'Settings were changed meanwhile. ' : ''}This would make ${count(body.changes.length, 'change')}`);
    } catch (problem) {
      if (trial.signal.aborted) return;
      this.error = problem;
    }
    this.busy = '';
  }

  async apply() {
    const all = this.plan.changes.length;
    const deletions = this.plan.changes.filter(({ action }) => action === 'delete').length;
    const sure = await confirm({
      heading: this.mode === 'replace' ? 'Replace the stored settings?' : 'Import this file?',
      text: html`${count(all, 'change')} from <b><bdi>${this.file.name}</bdi></b> at once${deletions > 0 ? html`, <b>${count(deletions, 'deletion')} among them</b>` : nothing}. Calls are decided by them from then on. Each can be reverted alone.`,
      action: `${this.mode === 'replace' ? 'Replace' : 'Import'} (${count(all, 'change')})`,
      danger: deletions > 0,
    });
    if (sure) await this.write();
  }

  /** What is written is what was shown: of a plan for settings that are not so any more, nothing. */
  async write() {
    const held = document.activeElement;
    this.busy = 'Importing';
    this.error = null;
    try {
      const { body } = await api.post('import', this.file.text, { query: { mode: this.mode, revision: this.plan.revision }, reason: this.reason });
      toast(`${count(body.changes.length, 'change')} imported`);
      this.emit('imported');
    } catch (problem) {
      if (problem.code === 'superseded') await this.tryOut(true);
      else this.error = problem;
    } finally {
      this.busy = '';
    }
    await this.updateComplete;
    await this.querySelector('aurora-dialog').updateComplete;
    if (this.open) giveBack(held, this.querySelector('[type="file"]'));
  }

  /** Whether it is being written, which nothing here can take back or change. */
  get importing() {
    return this.busy === 'Importing';
  }

  modes() {
    return html`
      <fieldset class="choices" ?disabled=${this.importing}>
        <legend class="field-label">What becomes of other settings</legend>
        ${MODES.map(({ value, label, hint }) => html`
          <div class="check">
            <input type="radio" name="import-mode" id="import-${value}" .checked=${this.mode === value} aria-describedby="import-${value}-hint" @change=${() => this.choose(value)}>
            <div><label for="import-${value}">${label}</label><p class="field-hint" id="import-${value}-hint">${hint}</p></div>
          </div>`)}
      </fieldset>
    `;
  }

  /** Whether the same file may be taken another time. */
  passing() {
    const { status } = this.error;
    return Boolean(this.file) && (status === 0 || status === 401 || status >= 500);
  }

  wrong() {
    const lines = this.file ? linesAround(this.file.text, this.error.message) : [];
    return html`
      ${errorNote(this.error, this.passing() ? () => this.tryOut() : undefined)}
      ${lines.length === 0 ? nothing : html`
        <figure><figcaption class="field-hint">In <bdi>${this.file.name}</bdi></figcaption>
          <ol class="excerpt scroll-x" tabindex="0" role="list" aria-label="The lines around it">${lines.map((line) => html`<li class=${line.meant ? 'meant' : nothing}><span class="quiet">${line.meant ? '▸' : ' '} ${line.number}</span> <code>${line.text}</code></li>`)}</ol>
        </figure>`}
      ${this.passing() || !this.file ? nothing : html`<p class="quiet small">Nothing has been changed. Mend the file and pick it again.</p>`}
    `;
  }

  planned() {
    const { changes } = this.plan;
    if (changes.length === 0) return note('The stored settings hold all of this already. There is nothing to import.', 'good');
    const sums = Object.keys(WORDS).map((action) => ({ ...WORDS[action], sum: changes.filter((change) => change.action === action).length }));
    return html`
      <h3>What it would do</h3>
      <p class="buttons">${sums.filter(({ sum }) => sum > 0).map(({ word, tone, sum }) => badge(`${word} ${number(sum)}`, tone))}</p>
      <ul class="plan">${changes.slice(0, MOST_SHOWN).map((change) => html`
        <li><p>${badge(WORDS[change.action].word, WORDS[change.action].tone)} <span class="break">${subject(change)}</span></p>${diffView(change.kind, change.before, change.after)}</li>`)}
      </ul>
      ${changes.length > MOST_SHOWN ? html`<p class="quiet">and ${number(changes.length - MOST_SHOWN)} more</p>` : nothing}
    `;
  }

  content() {
    return html`
      ${field({
        id: 'import-file', label: 'File', hint: 'YAML as an export gives it, up to 10 MiB. Keys are never in it.',
        control: ({ id, describedBy }) => html`<input class="input" id=${id} type="file" ?disabled=${this.importing} accept=".yaml,.yml,application/yaml" aria-describedby=${describedBy}
          @click=${(event) => { event.target.value = ''; }} @change=${(event) => this.picked(event.target.files[0])}>`,
      })}
      ${this.modes()}
      ${textField({ id: 'import-reason', label: 'Reason', hint: 'Kept in the history with each change. May be left out.', value: this.reason, onInput: (value) => { this.reason = value; } })}
      ${this.busy ? progress({ label: this.busy }) : nothing}
      ${this.error ? this.wrong() : nothing}
      ${this.plan && this.overtaken ? note('Settings were changed since this was shown, so nothing was imported. Look at what it would do now, and import then.', 'warn') : nothing}
      ${this.plan ? this.planned() : nothing}
    `;
  }

  actions() {
    const deletes = this.plan?.changes.some(({ action }) => action === 'delete');
    return html`
      <button class="button" type="button" ?disabled=${this.importing} @click=${() => this.emit('dialog-close')}>Cancel</button>
      <button class="button ${deletes ? 'button-danger' : 'button-primary'}" type="button" ?disabled=${!this.plan?.changes.length || Boolean(this.busy)} @click=${() => this.apply()}>
        ${this.mode === 'replace' ? 'Replace…' : 'Import…'}</button>
    `;
  }

  render() {
    return html`
      <aurora-dialog size="wide" .open=${this.open} .locked=${this.importing} heading="Import settings"
        .content=${this.open ? this.content() : nothing} .actions=${this.open ? this.actions() : nothing}></aurora-dialog>
    `;
  }
}

customElements.define('aurora-import', AuroraImport);
