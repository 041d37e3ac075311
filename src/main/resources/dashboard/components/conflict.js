import { html } from 'lit';
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
 */
export class AuroraConflict extends AuroraElement {
  static properties = {
    theirs: { attribute: false },
    mine: { attribute: false },
    fields: { attribute: false },
    by: {},
  };

  constructor() {
    super();
    this.theirs = null;
    this.mine = {};
    this.fields = [];
    this.by = '';
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
      <p>${this.theirs
        ? html`${this.by ? html`<b><bdi>${this.by}</bdi></b>` : 'Somebody'} changed this after you opened it. Nothing of yours has been written yet.`
        : 'Somebody deleted this after you opened it. Nothing of yours has been written yet.'}</p>
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
