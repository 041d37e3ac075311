import { html } from 'lit';
import { AuroraElement } from '../core/element.js';
import { pageHead } from '../components/page-head.js';
import { emptyState } from '../components/states.js';

/** Every model and alias, with what decides who may use it. */
class AuroraModels extends AuroraElement {
  render() {
    return html`
      <div class="page">
        ${pageHead({ title: 'Models' })}
        ${emptyState({ icon: 'models', title: 'Not in this version', text: html`Use <code>GET /admin/api/v1/models</code> of the admin API.` })}
      </div>
    `;
  }
}

customElements.define('aurora-models', AuroraModels);
