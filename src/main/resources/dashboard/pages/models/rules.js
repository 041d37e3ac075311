import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { searchBox } from '../../components/field.js';
import { icon } from '../../components/icon.js';
import { emptyState } from '../../components/states.js';
import { AuroraElement } from '../../core/element.js';
import { number } from '../../core/format.js';
import { audience, scopeOf } from './scopes.js';
import '../../components/dialog.js';
import '../../components/table.js';

/**
 * All access rules. Emits `edit` (detail: `rule:selector`) and, from its dialog, `dialog-close`.
 *
 * @property {boolean} open
 * @property {import('./catalogue.js').Catalogue} catalogue
 */
class AuroraRules extends AuroraElement {
  static properties = {
    open: { type: Boolean },
    catalogue: { attribute: false },
    search: { state: true },
  };

  constructor() {
    super();
    this.search = '';
  }

  columns() {
    return [
      { id: 'selector', label: 'Rule', sort: (rule) => rule.selector, cell: (rule) => html`<span class="two-lines"><b title=${rule.selector}><bdi>${rule.selector}</bdi></b><span class="quiet"><bdi>${scopeOf(rule.selector, this.catalogue).text}</bdi></span></span>` },
      { id: 'who', label: 'Who may', width: '34%', sort: audience, cell: (rule) => html`<span class="clip" title=${audience(rule)}><bdi>${audience(rule)}</bdi></span>` },
      { id: 'matches', label: 'Names', width: '90', align: 'end', wide: true, sort: (rule) => rule.matches, cell: (rule) => (rule.matches === 0 ? badge('none', 'warn') : number(rule.matches)) },
      { id: 'managed', label: 'From', width: '100', wide: true, cell: (rule) => (rule.managed ? badge('config', 'plain') : html`<span class="clip quiet"><bdi>${rule.updated_by}</bdi></span>`) },
    ];
  }

  content() {
    const all = [...this.catalogue.rules.values()];
    const text = this.search.toLowerCase();
    const left = all.filter((rule) => `${rule.selector}\n${audience(rule)}`.toLowerCase().includes(text));
    return html`
      <p class="quiet">About a model the narrowest rule alone decides: provider/model, then provider/, then the bare id, then /, then the default.</p>
      ${all.length > 8 ? searchBox({ label: 'Search rules', value: this.search, onInput: (value) => { this.search = value; } }) : nothing}
      <aurora-table class="rules-table" label="Access rules" .columns=${this.columns()} .rows=${left} .rowKey=${(rule) => rule.selector} .rowHeight=${56} .opens=${true}
        .empty=${emptyState({ icon: 'keys', title: all.length === 0 ? 'There are no rules' : 'No rule matches', text: all.length === 0 ? 'The default decides about every name.' : 'Search for less.' })}
        @row-open=${(event) => { event.stopPropagation(); this.emit('edit', `rule:${event.detail.selector}`); }}></aurora-table>
    `;
  }

  render() {
    const actions = html`
      <button class="button start" type="button" @click=${() => this.emit('edit', 'rule:/')}>Rule for everything</button>
      <button class="button button-primary" type="button" @click=${() => this.emit('edit', 'rule:')}>${icon('plus')}New rule</button>
    `;
    return html`<aurora-dialog size="wide" heading="Access rules" .open=${this.open} .content=${this.open ? this.content() : nothing} .actions=${actions}></aurora-dialog>`;
  }
}

customElements.define('aurora-rules', AuroraRules);
