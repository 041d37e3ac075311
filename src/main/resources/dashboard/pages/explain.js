import { html } from 'lit';
import { AuroraElement } from '../core/element.js';
import { pageHead } from '../components/page-head.js';
import { emptyState } from '../components/states.js';

/** What a call would come to, step by step. */
class AuroraExplain extends AuroraElement {
  render() {
    return html`
      <div class="page">
        ${pageHead({ title: 'Explain' })}
        ${emptyState({ icon: 'explain', title: 'Not in this version', text: html`Use <code>POST /admin/api/v1/resolve</code> of the admin API.` })}
      </div>
    `;
  }
}

customElements.define('aurora-explain', AuroraExplain);
