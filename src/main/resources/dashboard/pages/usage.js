import { html, nothing } from 'lit';
import { AuroraElement } from '../core/element.js';
import { announce } from '../core/announce.js';
import { number } from '../core/format.js';
import { router } from '../core/router.js';
import { icon } from '../components/icon.js';
import { pageHead } from '../components/page-head.js';
import { emptyState, loadingState, note, resourceState } from '../components/states.js';
import { sorted } from '../components/window.js';
import { csv, save } from './usage/csv.js';
import { figures } from './usage/figures.js';
import { GROUPINGS, LIMIT, missingBecause } from './usage/groupings.js';
import { byCost, columns, groupRows } from './usage/groups-table.js';
import { LOG_FIELDS, logRows } from './usage/log.js';
import { asked, Reports } from './usage/reports.js';
import { MEASURES, measureOf, seriesOf } from './usage/series.js';
import { unpricedNote } from './usage/unpriced.js';
import './usage/chart.js';
import './usage/filters.js';
import './usage/recalculate.js';
import '../components/table.js';

const TABS = [...GROUPINGS, { id: 'log', label: 'Log of calls' }];
/** Groups open by narrowing the page to them, unless they cannot be told by a filter. */
const NONE = () => null;

/** What calls used and cost. */
class AuroraUsage extends AuroraElement {
  static properties = { recalculating: { state: true } };

  constructor() {
    super();
    this.recalculating = false;
    this.reports = new Reports(this, () => asked(router.route.query));
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopListening = router.onChange(({ page }) => {
      if (page === 'usage') {
        this.reports.follow();
        this.requestUpdate();
      }
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
  }

  /** On a narrow screen not all tabs are in sight; the chosen one is. */
  updated() {
    const tab = this.querySelector('[role="tab"][aria-selected="true"]');
    if (tab && tab.id !== this.tabInSight) {
      const box = tab.parentElement;
      this.tabInSight = tab.id;
      if (tab.offsetLeft < box.scrollLeft || tab.offsetLeft + tab.offsetWidth > box.scrollLeft + box.clientWidth) {
        box.scrollLeft = tab.offsetLeft - (box.clientWidth - tab.offsetWidth) / 2;
      }
    }
  }

  get currency() {
    return this.reports.summary.value?.currency ?? '';
  }

  keyName(id) {
    return this.reports.keys.value?.find((key) => key.id === id)?.name ?? id;
  }

  nameOf(grouping, group) {
    return grouping.id === 'key' ? this.keyName(group.key_id) : grouping.key(group);
  }

  filters({ days }) {
    const known = this.reports.inventory.value ?? { models: [], providers: [] };
    return html`<aurora-usage-filters .days=${days} .query=${router.route.query} .providers=${known.providers} .models=${known.models}
      @filter-change=${({ detail }) => router.setQuery(detail)}></aurora-usage-filters>`;
  }

  chart(line) {
    const measure = measureOf(router.route.query.measure);
    const series = seriesOf(line, line.grouping, measure).map((one) => (line.groups && line.grouping.id === 'key' ? { ...one, name: this.keyName(one.name) } : one));
    const label = `${measure.label} over time${line.groups ? `, by ${line.grouping.one.toLowerCase()}` : ''}`;
    return html`
      <section class="card usage-chart" aria-labelledby="chart-heading">
        <header class="card-head">
          <h2 id="chart-heading">${label}</h2>
          <fieldset class="segments">
            <legend class="visually-hidden">Measure</legend>
            ${MEASURES.map(({ id, label: name }) => html`<label class="segment"><input type="radio" class="visually-hidden" name="usage-measure" value=${id} .checked=${measure.id === id}
              @change=${() => router.setQuery({ measure: id })}>${name}</label>`)}
          </fieldset>
        </header>
        ${line.days.days === 1 ? html`<p class="quiet small">Hours are kept for all calls together.</p>` : nothing}
        <aurora-usage-chart .label=${label} .bars=${line.bars} .series=${series} .measure=${measure} .currency=${this.currency}></aurora-usage-chart>
      </section>
    `;
  }

  tabs(current) {
    return html`
      <div class="tabs" role="tablist" aria-label="Usage by" @keydown=${this.onTabKey}>
        ${TABS.map(({ id, label }) => html`<button class="tab" type="button" role="tab" id="tab-${id}" aria-selected=${id === current} aria-controls="usage-panel" tabindex=${id === current ? '0' : '-1'}
          @click=${() => router.setQuery({ by: id, offset: '', open: '', sort: '' })}>${label}</button>`)}
      </div>
    `;
  }

  onTabKey(event) {
    const tabs = [...this.querySelectorAll('[role="tab"]')];
    const place = tabs.indexOf(event.target);
    const target = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (place >= 0 && target !== undefined) {
      event.preventDefault();
      const tab = tabs[(target + tabs.length) % tabs.length];
      tab.click();
      tab.focus();
    }
  }

  groupsPanel({ grouping, groups, cut }, { filters, days }) {
    const missing = missingBecause(grouping, filters);
    if (missing) return note(missing, 'info');
    const name = (group) => this.nameOf(grouping, group);
    const shape = columns(grouping, name, this.currency);
    const { sort = '' } = router.route.query;
    const order = sort === '' ? null : { id: sort.replace(/^-/, ''), descending: sort.startsWith('-') };
    const by = shape.find(({ id }) => id === order?.id);
    const narrow = grouping.narrow ?? NONE;
    return html`
      ${this.panelHead(by ? grouping.label : `${grouping.label}, the dearest first`, () => {
        const { names, rows } = groupRows(grouping, by ? sorted(byCost(groups), by.sort, order.descending) : byCost(groups), name);
        save(`aurora-usage-${grouping.id}-${days.start}-${days.end}.csv`, csv(names, rows));
      }, groups.length === 0)}
      ${cut ? note(`There may be more: the gateway gives ${number(LIMIT)} at once, and these are so many. What is missing is neither in the table nor in the CSV. Choose fewer days, or a filter.`, 'warn') : nothing}
      <aurora-table label="Usage by ${grouping.one.toLowerCase()}" .columns=${shape} .rows=${byCost(groups)} .rowKey=${grouping.key}
        .sort=${order} .opens=${Boolean(grouping.narrow)}
        .empty=${emptyState({ icon: 'usage', title: `No ${grouping.one.toLowerCase()} here`, text: 'No call of these days belongs to one.' })}
        @sort-change=${({ detail }) => router.setQuery({ sort: `${detail.descending ? '-' : ''}${detail.id}` })}
        @row-open=${({ detail }) => narrow(detail) && router.setQuery({ ...narrow(detail), offset: '' })}></aurora-table>
    `;
  }

  logPanel(page, { days }) {
    if (page === null) return this.reports.log.error ? nothing : loadingState('Loading calls');
    if (page.entries.length === 0) {
      return emptyState({ icon: 'usage', title: 'No call here', text: 'Single calls are kept for a shorter time than sums; choose later days, or fewer filters.' });
    }
    return html`
      ${this.panelHead('Calls, the newest first', () => save(`aurora-calls-${days.start}-${days.end}-from-${page.offset + 1}.csv`, csv(LOG_FIELDS, logRows(page.entries))), false)}
      <aurora-usage-log .page=${page} .opened=${router.route.query.open ?? ''} .keyName=${(id) => this.keyName(id)} .currency=${this.currency}
        @log-open=${({ detail }) => router.setQuery({ open: detail })} @log-page=${({ detail }) => { router.setQuery({ offset: detail === 0 ? '' : String(detail), open: '' }); announce('Another page of the log'); }}></aurora-usage-log>
    `;
  }

  panelHead(title, download, empty) {
    return html`<header class="card-head"><h2>${title}</h2><button class="button" type="button" ?disabled=${empty} @click=${download}>${icon('download')}CSV</button></header>`;
  }

  /** A part of the page; what fails for all of them is said once, above. */
  part(resource, show, text) {
    return this.reports.summary.error && resource.value !== undefined ? show(resource.value) : resourceState(resource, show, text);
  }

  report(sums, question) {
    const { reports } = this;
    if (sums.total_requests === 0) {
      const filtered = Object.keys(question.filters).length > 0;
      return emptyState({
        icon: 'usage', title: filtered ? 'No call matches' : 'No calls in these days',
        text: filtered ? 'Choose other days, or fewer filters.' : html`Each call of <code>/v1</code> with a key shows up here within seconds.`,
        action: filtered ? html`<button class="button" type="button" @click=${() => router.setQuery({ path: '', model: '', provider: '' })}>Clear filters</button>` : nothing,
      });
    }
    const current = question.log ? 'log' : question.grouping.id;
    return html`
      ${figures(sums, this.currency)}
      ${reports.models.value ? unpricedNote(reports.models.value) : nothing}
      ${this.part(reports.timeline, (line) => this.chart(line), 'Adding up the days')}
      ${this.tabs(current)}
      <section id="usage-panel" class="usage-panel" role="tabpanel" aria-labelledby="tab-${current}">
        ${question.log ? this.part(reports.log, (page) => this.logPanel(page, question), 'Loading calls') : this.part(reports.groups, (groups) => this.groupsPanel(groups, question), 'Loading groups')}
      </section>
    `;
  }

  render() {
    const question = asked(router.route.query);
    const { provider = '', model = '' } = question.filters;
    return html`
      <div class="page" aria-busy=${this.reports.loading}>
        ${pageHead({
          title: 'Usage', text: 'What calls used and what they cost, by days of UTC.',
          actions: html`
            <button class="button button-icon ${this.reports.loading ? 'turning' : ''}" type="button" aria-label="Load again" @click=${() => this.reports.refresh()}>${icon('refresh')}</button>
            <button class="button" type="button" @click=${() => { this.recalculating = true; }}>Recalculate prices</button>`,
        })}
        ${this.filters(question)}
        ${resourceState(this.reports.summary, (sums) => this.report(sums, question), 'Adding up')}
      </div>
      <aurora-recalculate .open=${this.recalculating} .days=${question.days} .selector=${provider && model ? `${provider}/${model}` : provider ? `${provider}/` : model} .currency=${this.currency}
        @recalculated=${() => { this.recalculating = false; this.reports.refresh(); }} @dialog-close=${() => { this.recalculating = false; }}></aurora-recalculate>
    `;
  }
}

customElements.define('aurora-usage', AuroraUsage);
