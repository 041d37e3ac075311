import { html } from 'lit';
import { announce } from '../core/announce.js';
import { AuroraElement } from '../core/element.js';
import { badge } from './badge.js';

/**
 * After a 412: what is there now beside what was about to be written, field by field. Emits `take-theirs` (begin anew
 * from what is there) and `write-mine` (write over it, knowing it: with the ETag that came with the 412).
 *
 * @property {Object|null} theirs the `current` of the error; null where it was deleted
 * @property {Object} mine what was to be written
 * @property {{id: string, label: string, show?: (value: *) => *}[]} fields which to compare, in order
 * @property {string} by who wrote it, where that is known
 * @property {boolean} taken whether mine was to be something new, and the name is in use already
 */
export class AuroraConflict extends AuroraElement {
  static properties = {
    theirs: { attribute: false },
    mine: { attribute: false },
    fields: { attribute: false },
    by: {},
    taken: { type: Boolean },
  };

  constructor() {
    super();
    this.theirs = null;
    this.mine = {};
    this.fields = [];
    this.by = '';
    this.taken = false;
  }

  /** What held the focus has made way for this. */
  firstUpdated() {
    this.querySelector('h3').focus();
    announce(this.querySelector('p').textContent);
  }

  happened() {
    const nothingWritten = 'Nothing of yours has been written yet.';
    if (!this.theirs) return `Somebody deleted this after you opened it. ${nothingWritten}`;
    const who = html`<b><bdi>${this.by}</bdi></b>`;
    if (this.taken) return html`There is one of this name already${this.by ? html`, last written by ${who}` : ''}. ${nothingWritten}`;
    return html`${this.by ? who : 'Somebody'} changed this after you opened it. ${nothingWritten}`;
  }

  row({ id, label, show = text }) {
    const there = this.theirs?.[id];
    const here = this.mine[id];
    const differs = JSON.stringify(there ?? null) !== JSON.stringify(here ?? null);
    return html`
      <tr class=${differs ? 'differs' : ''}>
        <th scope="row">${label} ${differs ? badge('differs', 'warn') : ''}</th>
        <td>${this.theirs ? show(there) : '—'}</td>
        <td>${show(here)}</td>
      </tr>
    `;
  }

  render() {
    return html`
      <h3 tabindex="-1">Two versions</h3>
      <p>${this.happened()}</p>
      <div class="scroll-x" tabindex="0" role="region" aria-label="Both versions">
        <table class="compare">
          <thead><tr><th scope="col">Field</th><th scope="col">There now</th><th scope="col">Yours</th></tr></thead>
          <tbody>${this.fields.map((field) => this.row(field))}</tbody>
        </table>
      </div>
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.emit('take-theirs')}>${this.theirs ? 'Go on from theirs' : 'Discard mine'}</button>
        <button class="button button-danger" type="button" @click=${() => this.emit('write-mine')}>${this.theirs ? 'Write mine over it' : 'Create it again'}</button>
      </div>
    `;
  }
}

function text(value) {
  if (value === undefined || value === null || value === '') return '—';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

customElements.define('aurora-conflict', AuroraConflict);
