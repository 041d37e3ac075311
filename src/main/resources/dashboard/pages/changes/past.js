import { html, nothing } from 'lit';
import { api } from '../../core/api.js';
import { AuroraElement } from '../../core/element.js';
import { count, moment, number } from '../../core/format.js';
import { Resource } from '../../core/resource.js';
import { href, router } from '../../core/router.js';
import { searchBox } from '../../components/field.js';
import { emptyState, resourceState } from '../../components/states.js';
import { spokenReason, subject, action } from './entry.js';
import { fieldsOf } from './fields.js';
import { isRevision, sinceThen, TABS } from './past-columns.js';
import '../../components/dialog.js';
import '../../components/table.js';

/** The stored settings as they were right after a revision, beside what became of them. */
class AuroraPast extends AuroraElement {
  constructor() {
    super();
    this.at = router.route.query.at;
    this.past = new Resource(this, (signal) => this.load(signal));
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopListening = router.onChange(({ page, query }) => {
      if (page === 'changes' && isRevision(query.at) && query.at !== this.at) {
        this.at = query.at;
        this.past.value = undefined;
        this.past.refresh();
      }
      this.requestUpdate();
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
  }

  async load(signal) {
    const at = this.at;
    const get = async (where, query) => (await api.get(where, { query, signal })).body;
    const [then, now, around, newest] = await Promise.all([
      Promise.all(TABS.map(({ resource }) => get(resource, { at }))),
      Promise.all(TABS.map(({ resource }) => get(resource))),
      get('changes', { limit: 1, before: Number(at) + 1 }),
      get('changes', { limit: 1 }),
    ]);
    const tabs = TABS.map((tab, index) => {
      const versions = new Map(now[index].map((view) => [view[tab.key], view.version]));
      return { ...tab, rows: then[index].filter(({ version }) => version !== null).map((view) => ({ ...view, since: sinceThen(view, versions.get(view[tab.key])) })) };
    });
    return { at: Number(at), tabs, isNewest: newest[0]?.revision === Number(at), change: around[0]?.revision === Number(at) ? around[0] : null };
  }

  told({ at, change, isNewest }) {
    return html`
      <div class="card past-head">
        <p>${change
          ? html`Revision ${change.revision} ${action(change).word} the ${subject(change)}, by <b><bdi>${change.actor}</bdi></b> at ${moment(change.at)}${change.reason ? html`: <bdi>${spokenReason(change.reason)}</bdi>` : '.'}`
          : 'Before the first change.'}</p>
        <nav class="buttons" aria-label="Other revisions">
          <a class="button button-small" href=${href('changes')}>Back to the changes</a>
          ${at > 0 ? html`<a class="button button-small" href=${href('changes', [], { at: at - 1, tab: router.route.query.tab })}>Revision ${at - 1}</a>` : nothing}
          ${isNewest ? html`<span class="quiet small">the newest</span>` : html`<a class="button button-small" href=${href('changes', [], { at: at + 1, tab: router.route.query.tab })}>Revision ${at + 1}</a>`}
        </nav>
      </div>
    `;
  }

  tabs(all, open) {
    return html`
      <fieldset class="segments past-tabs">
        <legend class="visually-hidden">What to show</legend>
        ${all.map(({ id, label, rows }) => html`
          <label class="segment">
            <input type="radio" class="visually-hidden" name="past-tab" value=${id} .checked=${id === open.id} @change=${() => router.setQuery({ tab: id, open: '' })}>
            <span>${label} <span class="quiet">${number(rows.length)}</span></span>
          </label>`)}
      </fieldset>
    `;
  }

  show(value) {
    const { tab = '', search = '', open = '' } = router.route.query;
    const shown = value.tabs.find(({ id }) => id === tab) ?? value.tabs[0];
    const rows = shown.rows.filter((row) => row[shown.key].toLowerCase().includes(search.toLowerCase()));
    const row = shown.rows.find((one) => one[shown.key] === open);
    return html`
      ${this.told(value)}
      <div class="toolbar">
        ${this.tabs(value.tabs, shown)}
        ${searchBox({ label: `Search ${shown.label.toLowerCase()}`, value: search, onInput: (text) => router.setQuery({ search: text }) })}
      </div>
      <aurora-table .label=${`${shown.label} at revision ${value.at}`} .columns=${shown.columns} .rows=${rows} .rowKey=${(one) => one[shown.key]} .opens=${true} .rowHeight=${52}
        .empty=${emptyState({ title: shown.rows.length === 0 ? `No ${shown.label.toLowerCase()} were stored then` : 'None matches', text: shown.rows.length === 0 ? 'What the configuration file declares is not part of the history.' : 'Search for less.' })}
        @row-open=${(event) => router.setQuery({ open: event.detail[shown.key] })}></aurora-table>
      <aurora-dialog size="sheet" .open=${Boolean(row)} .heading=${open} .content=${row ? detail(shown, row) : nothing}
        @dialog-close=${() => router.setQuery({ open: '' })}></aurora-dialog>
    `;
  }

  render() {
    return html`
      ${this.past.error && !this.past.value ? html`<p><a href=${href('changes')}>Back to the changes</a></p>` : nothing}
      ${resourceState(this.past, (value) => this.show(value), `Loading the settings at revision ${this.at}`)}
    `;
  }
}

function detail(tab, row) {
  return html`
    <p>${row.since.badge} ${row.since.text}</p>
    <dl class="facts">${fieldsOf(tab.kind, row).map(({ label, lines }) => html`<div><dt>${label}</dt><dd>${lines.map((line) => html`<div><bdi>${line}</bdi></div>`)}</dd></div>`)}</dl>
    <p><a href=${href('changes', [], { kind: tab.kind, name: row[tab.key] })}>All ${count(row.version, 'change')} until then, and those since</a></p>
  `;
}

customElements.define('aurora-past', AuroraPast);
