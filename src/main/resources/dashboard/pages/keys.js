import { html } from 'lit';
import { AuroraElement } from '../core/element.js';
import { pageHead } from '../components/page-head.js';
import { emptyState } from '../components/states.js';

/** The keys that callers use. */
class AuroraKeys extends AuroraElement {
  render() {
    return html`
      <div class="page">
        ${pageHead({ title: 'Keys' })}
        ${emptyState({ icon: 'keys', title: 'Not in this version', text: html`Use <code>GET /admin/api/v1/auth-keys</code> of the admin API.` })}
      </div>
    `;
  }
}

customElements.define('aurora-keys', AuroraKeys);
