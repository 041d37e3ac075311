import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { errorNote, note } from '../../components/states.js';
import { api } from '../../core/api.js';
import { AuroraElement } from '../../core/element.js';
import { Asking } from './asking.js';

const STRUCK = {
  not_in_inventory: ['not known today', 'bad'],
  weight_zero: ['weight 0: never chosen', 'plain'],
  access_denied: ['not for a caller without a place', 'info'],
};

/**
 * What a name leads to, down to concrete models, by the gateway's own resolver.
 *
 * @property {string} model the name; empty: nothing is asked
 * @property {Object|null} suppose settings to decide with as if they were stored, as POST /resolve takes them
 * @property {import('./catalogue.js').Catalogue} [catalogue] settings as they are: with other ones it is asked anew
 * @property {boolean} warned whether the warnings stand elsewhere already
 */
export class AuroraChain extends AuroraElement {
  static properties = {
    model: {},
    suppose: { attribute: false },
    catalogue: { attribute: false },
    warned: { type: Boolean },
  };

  constructor() {
    super();
    this.model = '';
    this.suppose = null;
    this.warned = false;
    this.asking = new Asking(this, async (question, signal) => (await api.post('resolve', question, { signal })).body);
  }

  willUpdate(changed) {
    if (changed.has('catalogue')) this.asking.again();
    this.asking.about(this.model === '' ? null : { model: this.model, suppose: this.suppose });
  }

  render() {
    const { value, error } = this.asking;
    if (this.model === '') return nothing;
    if (error) return errorNote(error);
    if (!value) return html`<p class="quiet">Following it…</p>`;
    return html`
      ${this.warned ? nothing : value.warnings.map((warning) => note(html`<bdi>${warning}</bdi>`, 'warn'))}
      ${value.candidates.length === 0 ? html`<p class="quiet">It leads to no model.</p>` : nothing}
      <ol class="chain" aria-label="What it leads to">${value.candidates.map((candidate) => way(candidate))}</ol>
    `;
  }
}

function way({ alias_chain: aliases, model, selector, struck_out: struck }) {
  const end = model ? `${model.provider}/${model.model}` : selector;
  return html`
    <li>
      <span class="chain-way">${aliases.map((name) => html`<bdi>${name}</bdi><span class="chain-arrow" aria-label="leads to">→</span>`)}<b><bdi>${end}</bdi></b></span>
      ${struck ? badge(...STRUCK[struck]) : badge('callable', 'good')}
    </li>
  `;
}

customElements.define('aurora-chain', AuroraChain);
