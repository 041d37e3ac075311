import { html, nothing } from 'lit';
import { api } from '../../core/api.js';
import { AuroraElement } from '../../core/element.js';
import { count, number } from '../../core/format.js';
import { textField } from '../../components/field.js';
import { progress } from '../../components/progress.js';
import { errorNote, note } from '../../components/states.js';
import { toast } from '../../components/toasts.js';
import { cost } from './cost.js';
import '../../components/dialog.js';

/**
 * Prices recorded calls anew: first tried, without writing anything, then written if somebody wants what it showed.
 * Emits `recalculated` and `dialog-close`.
 *
 * @property {boolean} open
 * @property {{start: string, end: string}} days to begin with
 * @property {string} selector to begin with
 * @property {string} currency
 */
class AuroraRecalculate extends AuroraElement {
  static properties = {
    open: { type: Boolean },
    days: { attribute: false },
    selector: {},
    currency: {},
    asked: { state: true },
    tried: { state: true },
    busy: { state: true },
    refused: { state: true },
  };

  willUpdate(changed) {
    if (changed.has('open') && this.open) {
      this.asked = { start_date: this.days.start, end_date: this.days.end, selector: this.selector };
      this.tried = null;
      this.refused = null;
      this.busy = '';
    }
  }

  /** What is changed has to be tried again before it is written. */
  ask(changes) {
    this.asked = { ...this.asked, ...changes };
    this.tried = null;
  }

  async run(dryRun) {
    this.refused = null;
    this.busy = dryRun ? 'Trying it' : 'Pricing the calls';
    const { selector, ...days } = this.asked;
    try {
      const { body } = await api.post('usage/recalculate-pricing', { ...days, ...(selector === '' ? {} : { selector }), dry_run: dryRun });
      if (dryRun) {
        this.tried = body;
      } else {
        toast(`${count(body.changed, 'call')} priced anew`);
        this.emit('recalculated');
      }
    } catch (problem) {
      this.refused = problem;
    } finally {
      this.busy = '';
    }
  }

  outcome() {
    const { rows, changed, cost_before: before, cost_after: after, unpriced_before: unpricedBefore, unpriced_after: unpricedAfter, kept, rows_gone: gone } = this.tried;
    return html`
      <section aria-labelledby="tried-heading" role="status">
        <h3 id="tried-heading">${changed === 0 ? 'Nothing would change' : `${count(changed, 'call')} of ${number(rows)} would change`}</h3>
        <div class="scroll-x" tabindex="0" role="region" aria-label="Before and after"><table class="compare">
          <thead><tr><th scope="col"><span class="visually-hidden">What</span></th><th scope="col">Now</th><th scope="col">Then</th></tr></thead>
          <tbody>
            <tr class=${before === after ? '' : 'differs'}><th scope="row">Cost${this.currency ? `, ${this.currency}` : ''}</th><td>${cost(before, this.currency)}</td><td>${cost(after, this.currency)}</td></tr>
            <tr class=${unpricedBefore === unpricedAfter ? '' : 'differs'}><th scope="row">Unpriced calls</th><td>${number(unpricedBefore)}</td><td>${number(unpricedAfter)}</td></tr>
          </tbody>
        </table></div>
        ${kept > 0 ? note(`${count(kept, 'call')} ${kept === 1 ? 'keeps its' : 'keep their'} cost, because no price is known now.`, 'info') : nothing}
        ${gone > 0 ? note(`${count(gone, 'call')} of these days ${gone === 1 ? 'is' : 'are'} kept only in sums by now and cannot be priced anew.`, 'info') : nothing}
      </section>
    `;
  }

  content() {
    return html`
      <p>Recorded calls keep the cost they had when they were made. Here they get the cost by the prices that are known now, each by those in force at its time.</p>
      <form class="form" id="recalculate" @submit=${(event) => { event.preventDefault(); this.run(true); }}>
        <div class="form-row">
          ${textField({ id: 'recalculate-from', label: 'First day of calls (UTC)', type: 'date', value: this.asked.start_date, required: true, onInput: (value) => this.ask({ start_date: value }) })}
          ${textField({ id: 'recalculate-to', label: 'Last day of calls (UTC)', type: 'date', value: this.asked.end_date, required: true, onInput: (value) => this.ask({ end_date: value }) })}
        </div>
        ${textField({ id: 'recalculate-selector', label: 'Only these models', value: this.asked.selector, placeholder: 'All models', hint: html`<code>provider/</code>, <code>provider/model</code>, or a model id at any provider.`, onInput: (value) => this.ask({ selector: value.trim() }) })}
      </form>
      ${this.busy ? progress({ label: this.busy }) : nothing}
      ${this.refused ? errorNote(this.refused) : nothing}
      ${this.tried ? this.outcome() : nothing}
    `;
  }

  actions() {
    const busy = this.busy !== '';
    return html`
      <button class="button" type="button" ?disabled=${busy} @click=${() => this.emit('dialog-close')}>Close</button>
      <button class="button ${this.tried ? '' : 'button-primary'}" type="submit" form="recalculate" ?disabled=${busy}>Try without writing</button>
      ${this.tried?.changed > 0 ? html`<button class="button button-primary" type="button" ?disabled=${busy} @click=${() => this.run(false)}>Write the new costs</button>` : nothing}
    `;
  }

  render() {
    return html`<aurora-dialog heading="Recalculate prices" .open=${this.open} .locked=${this.open && this.busy !== ''}
      .content=${this.open ? this.content() : nothing} .actions=${this.open ? this.actions() : nothing}></aurora-dialog>`;
  }
}

customElements.define('aurora-recalculate', AuroraRecalculate);
