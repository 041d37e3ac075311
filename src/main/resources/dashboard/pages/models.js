import { html, nothing } from 'lit';
import { AuroraElement } from '../core/element.js';
import { Resource } from '../core/resource.js';
import { router } from '../core/router.js';
import { icon } from '../components/icon.js';
import { pageHead } from '../components/page-head.js';
import { emptyState, errorNote, loadingState, resourceState } from '../components/states.js';
import { loadCatalogue } from './models/catalogue.js';
import { columns } from './models/columns.js';
import { filters, outcome } from './models/filters.js';
import { FILTERS, Narrowing } from './models/narrowing.js';
import { changeAlias, deleteAlias } from './models/quick-writes.js';
import '../components/dialog.js';
import '../components/table.js';

/** Browsers allow few changes of the URL a second, so that it follows what is typed at a distance. */
const URL_FOLLOWS_MS = 300;

/** Every model and alias, with what decides who may use it, and what is written about them. */
class AuroraModels extends AuroraElement {
  static properties = {
    typed: { state: true },
    collision: { state: true },
    failure: { state: true },
    details: { state: true },
  };

  constructor() {
    super();
    this.typed = null;
    this.collision = null;
    this.failure = null;
    this.details = null;
    this.changing = Promise.resolve();
    this.narrowing = new Narrowing();
    this.catalogue = new Resource(this, loadCatalogue);
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopListening = router.onChange(({ page }) => page === 'models' && this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
    clearTimeout(this.writing);
  }

  /**
   * What opens from the table is loaded once that is painted, or at once where something is open. Where it does not
   * arrive, at the next occasion.
   */
  updated() {
    if (!this.catalogue.value || this.opened) return;
    const { open, edit } = router.route.query;
    const due = open || edit ? Promise.resolve() : painted();
    this.opened = due.then(() => import('./models/opened.js'))
      .then(({ details }) => { this.details = details; }, () => { this.opened = null; });
  }

  get query() {
    const { query } = router.route;
    return this.typed === null ? query : { ...query, search: this.typed };
  }

  search(text) {
    this.typed = text;
    clearTimeout(this.writing);
    this.writing = setTimeout(() => this.filter({}), URL_FOLLOWS_MS);
  }

  /** Changes filters, together with what was typed last. */
  filter(changes) {
    clearTimeout(this.writing);
    const search = this.typed;
    this.typed = null;
    router.setQuery(search === null ? changes : { search, ...changes });
  }

  showAll() {
    this.typed = null;
    this.filter(Object.fromEntries(FILTERS.map((name) => [name, ''])));
    this.querySelector('.search')?.focus();
  }

  /** @param {string} what `alias:name`, `rule:selector`, `price:selector`, `rules`; empty closes */
  edit(what) {
    this.failure = null;
    this.filter({ edit: what, target: '' });
  }

  async written() {
    await this.catalogue.refresh();
  }

  /** What is shown of it, and what the focus would go back to, is gone with it. */
  async gone(key) {
    if (router.route.query.open === key) this.filter({ open: '' });
    await this.written();
    await this.updateComplete;
    this.querySelector('h1')?.focus();
  }

  /** One after the other, each on what the one before has left: who clicks fast is not in the way of himself. */
  change(name, changes) {
    const next = async () => {
      const key = `alias:${name}`;
      const alias = this.catalogue.value.byKey.get(key)?.alias;
      if (!alias) return;
      const refused = await changeAlias(alias, changes);
      this.collision = refused?.problem.isConflict ? refused : null;
      this.failure = refused && !this.collision ? { key, problem: refused.problem } : null;
      if (this.collision) this.edit(key);
      await this.written();
    };
    this.changing = this.changing.then(next, next);
  }

  /** What is there now is shown in any case: a refusal may mean that what is shown is old. */
  async deleteNow({ key, alias }) {
    const outcome = await deleteAlias(alias);
    if (!outcome) return;
    const { problem } = outcome;
    this.failure = problem && { key, problem };
    await (problem ? this.written() : this.gone(key));
  }

  editors(catalogue) {
    const { edit = '', target = '' } = router.route.query;
    const [, what, subject] = /^(alias|rule|price|rules)(?::(.*))?$/s.exec(edit) ?? [];
    const of = (kind) => (what === kind ? subject ?? '' : null);
    const close = () => {
      this.collision = null;
      this.edit('');
    };
    return html`
      <aurora-rules .open=${what === 'rules'} .catalogue=${catalogue} @dialog-close=${close} @edit=${(event) => this.edit(event.detail)}></aurora-rules>
      <aurora-alias-editor .subject=${of('alias')} .target=${target} .collision=${this.collision} .catalogue=${catalogue} @editor-close=${close} @written=${({ detail }) => (detail.deleted ? this.gone(`alias:${of('alias')}`) : this.written())}></aurora-alias-editor>
      <aurora-rule-editor .subject=${of('rule')} .catalogue=${catalogue} @editor-close=${close} @written=${() => this.written()}></aurora-rule-editor>
      <aurora-price-editor .subject=${of('price')} .catalogue=${catalogue} @editor-close=${close} @written=${() => this.written()}></aurora-price-editor>
    `;
  }

  sheet(catalogue) {
    const { open = '' } = router.route.query;
    const row = catalogue.byKey.get(open);
    const missing = open !== '' && !row;
    const actions = {
      edit: (what, more = {}) => this.filter({ edit: what, ...more }),
      change: (changes) => this.change(row.name, changes),
      remove: () => this.deleteNow(row),
    };
    const failed = this.failure?.key === open ? errorNote(this.failure.problem) : nothing;
    const content = row ? this.details?.(row, catalogue, actions) ?? loadingState()
      : missing ? emptyState({ title: 'There is no such name', text: 'It may have been deleted, or its provider no longer has it.' }) : nothing;
    return html`
      <aurora-dialog size="sheet" .open=${open !== ''} .heading=${html`<bdi>${row?.name ?? open.replace(/^\w+:/, '')}</bdi>`}
        .content=${html`${failed}${content}`} @dialog-close=${() => this.closeSheet()}></aurora-dialog>
    `;
  }

  closeSheet() {
    this.failure = null;
    this.filter({ open: '' });
  }

  table(catalogue) {
    const { query } = this;
    if (catalogue.rows.length === 0) {
      return emptyState({
        icon: 'models', title: 'No model is known yet',
        text: html`Once a provider has answered, its models stand here. <a href="#/providers">See how it stands with the providers</a>.`,
      });
    }
    const rows = this.narrowing.of(catalogue.rows, query);
    const narrowed = FILTERS.some((name) => query[name]);
    const id = query.sort?.replace(/^-/, '');
    this.sorting = this.sortText === query.sort ? this.sorting : (query.sort ? { id, descending: query.sort.startsWith('-') } : null);
    this.sortText = query.sort;
    return html`
      ${filters(catalogue, query, (changes) => this.filter(changes), (text) => this.search(text))}
      ${outcome({ left: rows.length, all: catalogue.rows.length, narrowed, showAll: () => this.showAll() })}
      <aurora-table class="models-table" label="Models and aliases" .columns=${columns} .rows=${rows} .rowKey=${(row) => row.key} .rowHeight=${56} .opens=${true} .sort=${this.sorting}
        .empty=${rows.length === 0 ? this.none() : nothing}
        @sort-change=${({ detail }) => this.filter({ sort: `${detail.descending ? '-' : ''}${detail.id}` })}
        @row-open=${(event) => this.filter({ open: event.detail.key })}></aurora-table>
      ${this.sheet(catalogue)}
      ${this.editors(catalogue)}
    `;
  }

  none() {
    return emptyState({
      title: 'No name matches', text: 'Search for less, or clear a filter.',
      action: html`<button class="button" type="button" @click=${() => this.showAll()}>Show all</button>`,
    });
  }

  render() {
    const ready = this.catalogue.value !== undefined;
    return html`
      <div class="page">
        ${pageHead({
          title: 'Models',
          text: 'Every model and alias, what it costs, and what decides who may use it.',
          actions: html`
            <button class="button" type="button" ?disabled=${!ready} @click=${() => this.edit('rules')}>${icon('keys')}Access rules</button>
            <button class="button button-primary" type="button" ?disabled=${!ready} @click=${() => this.edit('alias:')}>${icon('plus')}New alias</button>`,
        })}
        ${resourceState(this.catalogue, (catalogue) => this.table(catalogue), 'Loading models')}
      </div>
    `;
  }
}

/** A task that was asked for in a frame runs after it is painted. Frames of pages that nobody sees do not come. */
function painted() {
  return new Promise((then) => {
    if (document.hidden) then();
    else requestAnimationFrame(() => setTimeout(then));
  });
}

customElements.define('aurora-models', AuroraModels);
