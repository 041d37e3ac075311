import { html } from 'lit';
import { AuroraElement } from '../core/element.js';
import { pageHead } from '../components/page-head.js';
import { emptyState } from '../components/states.js';

/** Who changed what, when and why. */
class AuroraChanges extends AuroraElement {
  render() {
    return html`
      <div class="page">
        ${pageHead({ title: 'Changes' })}
        ${emptyState({ icon: 'changes', title: 'Not in this version', text: html`Use <code>GET /admin/api/v1/changes</code> of the admin API.` })}
      </div>
    `;
  }
}

customElements.define('aurora-changes', AuroraChanges);
