import { html } from 'lit';
import { AuroraElement } from '../core/element.js';
import { pageHead } from '../components/page-head.js';
import { emptyState } from '../components/states.js';

/** Requests, tokens and cost over time. */
class AuroraUsage extends AuroraElement {
  render() {
    return html`
      <div class="page">
        ${pageHead({ title: 'Usage' })}
        ${emptyState({ icon: 'usage', title: 'Not in this version', text: html`Use <code>GET /admin/api/v1/usage/summary</code> of the admin API.` })}
      </div>
    `;
  }
}

customElements.define('aurora-usage', AuroraUsage);
