import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { AuroraElement } from '../core/element.js';
import { Resource } from '../core/resource.js';
import { router } from '../core/router.js';
import { searchBox, selectField } from '../components/field.js';
import { icon } from '../components/icon.js';
import { pageHead } from '../components/page-head.js';
import { emptyState, resourceState } from '../components/states.js';
import { toast } from '../components/toasts.js';
import { columns, STATES } from './keys/columns.js';
import { searchText } from './keys/limits.js';
import { summary } from './keys/summary.js';
import './keys/new-key.js';
import './keys/secret.js';
import './keys/sheet.js';
import '../components/table.js';

/** What stands in the URL for a key that is about to be made; no id is as short. */
const NEW = 'new';

/** The keys that callers use. */
class AuroraKeys extends AuroraElement {
  static properties = {
    secret: { state: true },
  };

  constructor() {
    super();
    this.secret = null;
    this.columns = columns();
    this.keys = new Resource(this, async (signal) => (await api.get('auth-keys', { signal })).body);
    this.names = new Resource(this, async (signal) => (await api.get('models', { signal })).body);
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopListening = router.onChange(({ page }) => page === 'keys' && this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
    this.secret = null;
  }

  /** The answer may come after the page, or the sheet alone, was left: neither comes back by it. */
  made({ key, secret }) {
    if (!this.isConnected) return;
    this.secret = { name: key.name, value: secret, graceUntil: key.grace_until, made: key.rotated_at === null };
    if (router.route.query.open) router.setQuery({ open: key.id });
    this.keys.refresh();
  }

  async gone(key) {
    toast(`Key ${key.name} deleted`);
    if (!this.isConnected) return;
    if (router.route.query.open === key.id) router.setQuery({ open: '' });
    await this.keys.refresh();
    await this.updateComplete;
    this.querySelector('h1').focus();
  }

  shown(all) {
    const { search = '', state = '' } = router.route.query;
    const text = search.toLowerCase();
    return all.filter((key) => (state === '' || key.state === state) && (text === '' || searchText(key).includes(text)));
  }

  get sort() {
    const { sort = 'name' } = router.route.query;
    return { id: sort.replace(/^-/, ''), descending: sort.startsWith('-') };
  }

  filters() {
    const { search = '', state = '' } = router.route.query;
    return html`
      <div class="toolbar" role="search">
        ${searchBox({ label: 'Search names, ids, paths and models', value: search, onInput: (value) => router.setQuery({ search: value }) })}
        ${selectField({
          id: 'key-state', label: 'State', value: state,
          choices: [{ value: '', label: 'All states' }, ...STATES],
          onChange: (value) => router.setQuery({ state: value }),
        })}
      </div>
    `;
  }

  createButton() {
    return html`<button class="button button-primary" type="button" @click=${() => router.setQuery({ open: NEW })}>${icon('plus')}New key</button>`;
  }

  table(all) {
    if (all.length === 0) {
      return emptyState({
        icon: 'keys', title: 'No app has a key yet',
        text: 'Give each app a key of its own: then you see what it uses, decide which models it may call, and can end it without disturbing the others.',
        action: this.createButton(),
      });
    }
    return html`
      ${summary(all)}
      ${this.filters()}
      <aurora-table label="Keys" .columns=${this.columns} .rows=${this.shown(all)} .rowKey=${(key) => key.id} .rowHeight=${56} .opens=${true} .sort=${this.sort}
        .empty=${emptyState({ title: 'No key matches', text: 'Search for less, or choose another state.', action: html`
          <button class="button" type="button" @click=${() => router.setQuery({ search: '', state: '' })}>Show all</button>` })}
        @sort-change=${({ detail }) => router.setQuery({ sort: `${detail.descending ? '-' : ''}${detail.id}` })}
        @row-open=${({ detail }) => router.setQuery({ open: detail.id })}></aurora-table>
    `;
  }

  render() {
    const { open = '' } = router.route.query;
    const all = this.keys.value ?? [];
    const names = this.names.value ?? [];
    const paths = [...new Set(all.map((key) => key.user_path).filter(Boolean))].sort();
    const close = () => router.setQuery({ open: '' });
    return html`
      <div class="page">
        ${pageHead({ title: 'Keys', text: 'What apps sign in with, and what each of them may call.', actions: all.length > 0 ? this.createButton() : nothing })}
        ${resourceState(this.keys, (keys) => this.table(keys), 'Loading keys')}
      </div>
      <aurora-new-key .open=${open === NEW} .names=${names} .paths=${paths}
        @key-made=${({ detail }) => this.made(detail)} @sheet-close=${close}></aurora-new-key>
      <aurora-key-sheet .keyId=${open === NEW ? '' : open} .names=${names} .paths=${paths} @key-changed=${() => this.keys.refresh()}
        @key-made=${({ detail }) => this.made(detail)} @key-gone=${({ detail }) => this.gone(detail)} @sheet-close=${close}></aurora-key-sheet>
      <aurora-key-secret .secret=${this.secret} @secret-close=${() => { this.secret = null; }}></aurora-key-secret>
    `;
  }
}

customElements.define('aurora-keys', AuroraKeys);
