import { html, nothing } from 'lit';
import { AuroraElement } from '../../core/element.js';
import { leaving } from '../../core/leaving.js';
import { withdraw } from '../../components/confirm.js';
import { textField } from '../../components/field.js';
import { errorNote, note } from '../../components/states.js';
import { WRITING, WRITING_SECRET } from './discard.js';
import { STEPS } from './steps.js';

/**
 * Says what will come of a rotation, a revocation or a deletion, and does it. Emits `step-done` (detail: the answer's
 * body), `step-outdated` where somebody else changed the key meanwhile, and `step-cancel`.
 *
 * @property {string} step a name of STEPS
 * @property {Object} view the key as it is
 * @property {string|null} etag of that view
 * @property {boolean} outdated whether the view was loaded anew because of such a change
 */
class AuroraKeyStep extends AuroraElement {
  static properties = {
    step: {},
    view: { attribute: false },
    etag: {},
    outdated: { type: Boolean },
    grace: { state: true },
    reason: { state: true },
    refused: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.grace = '24';
    this.reason = '';
    this.refused = null;
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopHolding = leaving.holds(() => this.loss);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopHolding();
  }

  /** What closing would lose now. */
  get loss() {
    return this.busy && (this.step === 'rotate' ? WRITING_SECRET : WRITING);
  }

  firstUpdated() {
    this.querySelector('.input').focus();
  }

  async run(event) {
    event.preventDefault();
    this.refused = null;
    this.busy = true;
    try {
      const answer = await STEPS[this.step].run(this.view, { ifMatch: this.etag, reason: this.reason }, this.grace);
      this.emit('step-done', answer.body);
    } catch (problem) {
      if (problem.isConflict) this.emit('step-outdated');
      else this.refused = problem;
    } finally {
      withdraw(this.loss);
      this.busy = false;
    }
  }

  render() {
    const { action, danger, text } = STEPS[this.step];
    const lost = this.refused?.status === 0 && this.step === 'rotate';
    return html`
      <form class="form" @submit=${this.run}>
        ${this.outdated ? note(html`<bdi>${this.view.updated_by}</bdi> changed this key after you opened it, so nothing was done. It is shown as it is now; go on if you still want to.`, 'warn') : nothing}
        ${text(this.view, this.grace, (grace) => { this.grace = grace; })}
        ${textField({ id: 'key-reason', label: 'Reason', value: this.reason, hint: 'For the history; may be left empty.', onInput: (reason) => { this.reason = reason; } })}
        ${this.refused ? errorNote({ message: lost ? `${this.refused.message} If the key was rotated all the same, nobody has its new secret: rotate it again.` : this.refused.message }) : nothing}
        <div class="sheet-foot">
          <button class="button" type="button" ?disabled=${this.busy} @click=${() => this.emit('step-cancel')}>Cancel</button>
          <button class="button ${danger ? 'button-danger' : 'button-primary'}" type="submit" ?disabled=${this.busy}>${action}</button>
        </div>
      </form>
    `;
  }
}

customElements.define('aurora-key-step', AuroraKeyStep);
