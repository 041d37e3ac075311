import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../../core/announce.js';
import { api } from '../../core/api.js';
import { AuroraElement } from '../../core/element.js';
import { count } from '../../core/format.js';
import { Resource } from '../../core/resource.js';
import { router } from '../../core/router.js';
import { selectField } from '../../components/field.js';
import { icon } from '../../components/icon.js';
import { emptyState, errorNote, resourceState } from '../../components/states.js';
import { entry, KINDS } from './entry.js';
import '../../components/combobox.js';

const PAGE = 50;
const FILTERS = ['kind', 'name', 'actor'];
const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Who changed what, when and why, newest first. Emits `revert` (detail: the change). */
class AuroraTimeline extends AuroraElement {
  static properties = {
    older: { state: true },
    ended: { state: true },
    loadingOlder: { state: true },
    refused: { state: true },
    drafts: { state: true },
  };

  constructor() {
    super();
    this.reset();
    this.drafts = {};
    this.shown = filters();
    this.newest = new Resource(this, (signal) => this.load(signal));
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopListening = router.onChange(() => this.routeChanged());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
  }

  reset() {
    this.older = [];
    this.ended = false;
    this.loadingOlder = false;
    this.refused = null;
  }

  async load(signal) {
    const asked = filters();
    const { body } = await api.get('changes', { query: { ...asked, limit: PAGE }, signal });
    this.reset();
    this.ended = body.length < PAGE;
    return body;
  }

  routeChanged() {
    const asked = filters();
    if (router.route.page !== 'changes' || router.route.query.at || FILTERS.every((name) => asked[name] === this.shown[name])) return;
    this.shown = asked;
    this.drafts = {};
    this.newest.value = undefined;
    this.newest.refresh().then(() => announce(count(this.newest.value?.length ?? 0, 'change')));
  }

  async more() {
    const before = [...this.newest.value, ...this.older].at(-1).revision;
    const asked = this.shown;
    this.loadingOlder = true;
    this.refused = null;
    try {
      const { body } = await api.get('changes', { query: { ...asked, limit: PAGE, before } });
      if (asked !== this.shown) return;
      this.older = [...this.older, ...body];
      this.ended = body.length < PAGE;
      await this.updateComplete;
      announce(`${count(body.length, 'older change')} shown`);
      if (body.length > 0) this.querySelector(`#change-${body[0].revision}`)?.focus();
    } catch (problem) {
      this.refused = problem;
    } finally {
      this.loadingOlder = false;
    }
  }

  /** Only whole names are found, so a filter holds once it is taken, not at every letter. */
  take(name, value) {
    router.setQuery({ [name]: value.trim() === '' ? '' : value });
  }

  filter(name, label, seen) {
    const value = this.drafts[name] ?? this.shown[name];
    return html`
      <aurora-combobox class="filter" .inputId=${`changes-${name}`} .label=${label} .placeholder=${label} .value=${value}
        .choices=${[...new Set(seen)].map((text) => ({ value: text }))}
        @value-change=${(event) => { this.drafts = { ...this.drafts, [name]: event.detail }; if (event.detail === '') this.take(name, ''); }}
        @value-pick=${(event) => this.take(name, event.detail)}
        @focusout=${() => value !== this.shown[name] && this.take(name, value)}></aurora-combobox>
    `;
  }

  toolbar(all) {
    return html`
      <div class="toolbar" role="search" aria-label="Filter the changes">
        ${selectField({
          id: 'changes-kind', label: 'Kind', value: this.shown.kind, choices: [{ value: '', label: 'All kinds' }, ...KINDS],
          onChange: (kind) => router.setQuery({ kind }),
        })}
        ${this.filter('name', 'Exact name', all.map(({ name }) => name))}
        ${this.filter('actor', 'Who: key used', ['master', ...all.map(({ actor }) => actor)])}
        ${FILTERS.some((name) => this.shown[name]) ? html`<button class="button button-quiet" type="button" @click=${() => this.clear()}>Show all</button>` : nothing}
        <button class="button button-icon ${this.newest.loading ? 'turning' : ''}" type="button" aria-label="Look for newer changes" @click=${() => this.newest.refresh()}>${icon('refresh')}</button>
      </div>
    `;
  }

  clear() {
    router.setQuery({ kind: '', name: '', actor: '' });
  }

  nothingThere() {
    return FILTERS.some((name) => this.shown[name])
      ? emptyState({
        title: 'No change matches', text: 'Names and keys are compared as a whole, with upper and lower case.',
        action: html`<button class="button" type="button" @click=${() => this.clear()}>Show all</button>`,
      })
      : emptyState({
        icon: 'changes', title: 'Nothing has been changed yet',
        text: 'Aliases, access rules, keys and prices that are written here or by the admin API appear with who, when and why. What the configuration file declares has no history.',
      });
  }

  list(all) {
    if (all.length === 0) return this.nothingThere();
    const days = grouped(all);
    return html`
      ${[...days].map(([day, changes]) => html`
        <section class="day" aria-labelledby="day-${day}">
          <h2 id="day-${day}">${DAY.format(new Date(day))} <span class="quiet small">${count(changes.length, 'change')}${this.ended ? nothing : ' shown'}</span></h2>
          <ol class="change-list">${repeat(changes, ({ revision }) => revision, (change) => html`<li>${entry(change, (one) => this.emit('revert', one))}</li>`)}</ol>
        </section>`)}
      ${this.refused ? errorNote(this.refused, () => this.more()) : nothing}
      ${this.ended
        ? html`<p class="quiet small">That is all.</p>`
        : html`<button class="button older" type="button" ?disabled=${this.loadingOlder} @click=${() => this.more()}>${this.loadingOlder ? 'Loading…' : 'Show older changes'}</button>`}
    `;
  }

  render() {
    const all = [...(this.newest.value ?? []), ...this.older];
    return html`
      ${this.toolbar(all)}
      ${resourceState(this.newest, () => this.list(all), 'Loading changes')}
    `;
  }
}

function filters() {
  const { query } = router.route;
  return Object.fromEntries(FILTERS.map((name) => [name, query[name] ?? '']));
}

function grouped(all) {
  const days = new Map();
  for (const change of all) {
    const day = change.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), change]);
  }
  return days;
}

customElements.define('aurora-timeline', AuroraTimeline);
