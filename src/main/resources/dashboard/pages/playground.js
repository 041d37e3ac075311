import { html } from 'lit';
import { AuroraElement } from '../core/element.js';
import { pageHead } from '../components/page-head.js';
import { emptyState } from '../components/states.js';

/** A chat through any name, as any caller. */
class AuroraPlayground extends AuroraElement {
  render() {
    return html`
      <div class="page">
        ${pageHead({ title: 'Playground' })}
        ${emptyState({ icon: 'playground', title: 'Not in this version', text: html`Use <code>POST /v1/chat/completions</code> of the admin API.` })}
      </div>
    `;
  }
}

customElements.define('aurora-playground', AuroraPlayground);
