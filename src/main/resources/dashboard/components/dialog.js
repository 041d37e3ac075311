import { html, nothing } from 'lit';
import { AuroraElement, uniqueId } from '../core/element.js';
import { layers } from '../core/layers.js';
import { session } from '../core/session.js';
import { icon } from './icon.js';

/**
 * A dialog over the page, by the browser's own <dialog>: focus stays in it and goes back where it was.
 * Emits `dialog-close` when it is dismissed; whoever owns it then sets `open` to false.
 *
 * @property {boolean} open
 * @property {string} heading
 * @property {'small'|'wide'|'sheet'} size a sheet stands at the right edge, for details beside a table
 * @property {*} content a template
 * @property {*} actions a template of buttons; the last is the one that goes on
 * @property {boolean} locked whether it cannot be dismissed now, as while something is being written
 */
export class AuroraDialog extends AuroraElement {
  static properties = {
    open: { type: Boolean },
    heading: {},
    size: {},
    content: { attribute: false },
    actions: { attribute: false },
    locked: { type: Boolean },
  };

  constructor() {
    super();
    this.open = false;
    this.heading = '';
    this.size = 'small';
    this.content = nothing;
    this.actions = nothing;
    this.locked = false;
    this.headingId = uniqueId('dialog');
  }

  connectedCallback() {
    super.connectedCallback();
    const stopFollowing = session.onChange(() => this.requestUpdate());
    const onKey = (event) => this.onKey(event);
    document.addEventListener('keydown', onKey);
    this.stopListening = () => {
      stopFollowing();
      document.removeEventListener('keydown', onKey);
    };
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
    if (this.dialog) layers.closed(this.dialog);
  }

  /** An open dialog makes all else inert, the sign-in too: it makes way for that and comes back with all it holds. */
  updated() {
    if (!this.isConnected) return;
    const { dialog, shown } = this;
    if (shown && !dialog.open) {
      this.show(dialog);
    } else if (!shown && dialog.open) {
      dialog.close();
      layers.closed(dialog);
    }
  }

  show(dialog) {
    dialog.showModal();
    layers.opened(dialog);
    dialog.querySelector('[autofocus]')?.focus();
  }

  get dialog() {
    return this.querySelector('dialog');
  }

  get shown() {
    return this.open && session.signedIn;
  }

  /** Browsers let a page prevent that Escape closes a dialog only once; a key that is taken never gets that far. */
  onKey(event) {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing && this.shown && layers.top === this.dialog) {
      event.preventDefault();
      this.dismiss();
    }
  }

  /** Other ways to ask for the end, as the back gesture of a phone; where it cannot be prevented, `closed` follows. */
  cancelled(event) {
    if (event.cancelable) {
      event.preventDefault();
      this.dismiss();
    }
  }

  /** The browser has closed it by itself. Only its owner knows what would be lost: it stands again until that agrees. */
  closed() {
    if (this.shown && !this.dialog.open) {
      this.show(this.dialog);
      this.dismiss();
    }
  }

  dismiss() {
    if (!this.locked) {
      this.emit('dialog-close');
    }
  }

  render() {
    return html`
      <dialog class="dialog dialog-${this.size}" aria-labelledby=${this.headingId} @cancel=${this.cancelled} @close=${this.closed}>
        ${this.open ? html`
          <header class="dialog-head">
            <h2 id=${this.headingId}>${this.heading}</h2>
            <button class="button button-icon" type="button" aria-label="Close" ?disabled=${this.locked} @click=${this.dismiss}>${icon('close')}</button>
          </header>
          <div class="dialog-body">${this.content}</div>
          ${this.actions === nothing ? nothing : html`<footer class="dialog-foot">${this.actions}</footer>`}
        ` : nothing}
      </dialog>
    `;
  }
}

customElements.define('aurora-dialog', AuroraDialog);
