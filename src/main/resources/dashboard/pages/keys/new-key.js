import { html, nothing } from 'lit';
import { AuroraElement } from '../../core/element.js';
import { mayClose } from './discard.js';
import '../../components/dialog.js';
import './form.js';

/** The sheet in which a key is made. Emits `key-made` (detail: {key, secret}) and `sheet-close`. */
class AuroraNewKey extends AuroraElement {
  static properties = {
    open: { type: Boolean },
    names: { attribute: false },
    paths: { attribute: false },
  };

  saved({ detail: { value, ...key } }) {
    this.emit('key-made', { key, secret: value });
  }

  async close() {
    if (await mayClose(this.querySelector('aurora-key-form'))) {
      this.emit('sheet-close');
    }
  }

  render() {
    return html`<aurora-dialog size="sheet" heading="New key" .open=${this.open} @dialog-close=${this.close}
      .content=${this.open ? html`<aurora-key-form .names=${this.names} .paths=${this.paths} @key-saved=${(event) => this.saved(event)} @form-cancel=${() => this.close()}></aurora-key-form>` : nothing}></aurora-dialog>`;
  }
}

customElements.define('aurora-new-key', AuroraNewKey);
