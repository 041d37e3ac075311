import { html, nothing } from 'lit';
import { connection } from '../core/connection.js';
import { AuroraElement } from '../core/element.js';
import { icon } from './icon.js';

/** Says so while the gateway cannot be reached, and that nothing needs to be done. */
class AuroraConnectionBanner extends AuroraElement {
  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'alert');
    this.stopListening = connection.onChange(() => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
  }

  render() {
    return connection.lost
      ? html`<div class="banner">${icon('offline')}
          <span><b>The gateway cannot be reached.</b> What you see may be old; it goes on by itself once the gateway answers. What was being written may not have arrived: look before you write it again.</span>
          <button class="button button-small" type="button" @click=${() => connection.retryNow()}>Try now</button></div>`
      : nothing;
  }
}

customElements.define('aurora-connection-banner', AuroraConnectionBanner);
