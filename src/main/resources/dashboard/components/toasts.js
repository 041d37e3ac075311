import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { AuroraElement, uniqueId } from '../core/element.js';
import { layers } from '../core/layers.js';
import { icon } from './icon.js';

const SHOWN_MS = 6000;

let host = null;

/**
 * Says in a corner, over whatever dialog is open, that something is done. What failed, and what needs an answer, belongs where it happened instead.
 *
 * @param {string} text
 * @param {'good'|'warn'|'bad'} [tone] anything but good stays until it is closed
 */
export function toast(text, tone = 'good') {
  /* Once a dialog that closes has closed: what is moved together with its text is not spoken. */
  setTimeout(() => host?.add(text, tone));
}

/** Where toast() shows its sentences; the app has one. */
class AuroraToasts extends AuroraElement {
  static properties = { items: { state: true } };

  constructor() {
    super();
    this.items = [];
  }

  connectedCallback() {
    super.connectedCallback();
    host = this;
  }

  firstUpdated() {
    this.stopRiding = layers.ride(this.querySelector('.toasts'));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopRiding?.();
  }

  add(text, tone) {
    const item = { id: uniqueId('toast'), text, tone };
    this.items = [...this.items.slice(-3), item];
    if (tone === 'good') {
      setTimeout(() => this.drop(item), SHOWN_MS);
    }
  }

  drop(item) {
    this.items = this.items.filter((other) => other !== item);
  }

  render() {
    return html`<div class="toasts" role="status">${repeat(this.items, (item) => item.id, (item) => html`
      <div class="toast toast-${item.tone}">
        ${icon(item.tone === 'good' ? 'check' : 'warning')}<span>${item.text}</span>
        <button class="button button-icon" type="button" aria-label="Close this message" @click=${() => this.drop(item)}>${icon('close')}</button>
      </div>`)}</div>`;
  }
}

customElements.define('aurora-toasts', AuroraToasts);
