import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { AuroraElement } from '../core/element.js';
import { sorted, stretches, visibleRows } from './window.js';

/**
 * A table that stays smooth with ten thousand rows: only what is visible is rendered, and screen readers are told of
 * the rest. The active row is always there, seen or not, so that it keeps the focus and the place in the order of Tab
 * while one scrolls. Arrow keys, Page Up/Down, Home and End move between rows; Enter opens one. Emits `row-open` (detail: the
 * row) and `sort-change` (detail: {id, descending}).
 *
 * @typedef {Object} Column
 * @property {string} id
 * @property {string} label
 * @property {(row: *) => *} cell a template, or text
 * @property {(row: *) => (string|number|null)} [sort] makes the column sortable
 * @property {'end'} [align] for numbers
 * @property {string} [width] of the column: "120", "20%"
 * @property {boolean} [wide] left out on narrow screens
 *
 * @property {Column[]} columns the first names the row
 * @property {Object[]} rows
 * @property {(row: *) => string} rowKey what tells rows apart
 * @property {string} label what the table is, for screen readers
 * @property {{id: string, descending: boolean}|null} sort
 * @property {number} rowHeight pixels, the same for all rows
 * @property {boolean} opens whether rows can be opened: by click and Enter
 * @property {*} empty a template shown instead where there are no rows
 */
export class AuroraTable extends AuroraElement {
  static properties = {
    columns: { attribute: false },
    rows: { attribute: false },
    rowKey: { attribute: false },
    label: {},
    sort: { attribute: false },
    rowHeight: { type: Number },
    opens: { type: Boolean },
    empty: { attribute: false },
    view: { state: true },
    active: { state: true },
  };

  constructor() {
    super();
    this.columns = [];
    this.rows = [];
    this.rowKey = (row) => row.name;
    this.label = '';
    this.sort = null;
    this.rowHeight = 44;
    this.opens = false;
    this.empty = nothing;
    this.view = { scrollTop: 0, height: 800 };
    this.active = 0;
    this.ordered = [];
    this.resizing = new ResizeObserver(() => this.measure());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resizing.disconnect();
    this.observed = null;
  }

  willUpdate(changed) {
    if (changed.has('rows') || changed.has('sort') || changed.has('columns')) {
      const column = this.columns.find(({ id }) => id === this.sort?.id);
      this.ordered = column?.sort ? sorted(this.rows, column.sort, this.sort.descending) : this.rows;
      this.active = Math.max(0, Math.min(this.active, this.ordered.length - 1));
    }
  }

  updated() {
    const box = this.querySelector('.table-box');
    if (box && box !== this.observed) {
      this.resizing.disconnect();
      this.resizing.observe(box);
      this.observed = box;
    }
    this.style.setProperty('--row-height', `${this.rowHeight}px`);
    if (this.moveFocus) {
      this.moveFocus = false;
      this.querySelector('tr[tabindex="0"]')?.focus({ preventScroll: true });
    }
  }

  measure() {
    const box = this.observed;
    if (box && (box.scrollTop !== this.view.scrollTop || box.clientHeight !== this.view.height)) {
      this.view = { scrollTop: box.scrollTop, height: box.clientHeight };
    }
  }

  /** Makes a row the active one and visible. */
  moveTo(index) {
    const box = this.observed;
    this.active = Math.max(0, Math.min(index, this.ordered.length - 1));
    const head = box.querySelector('thead').offsetHeight;
    const top = this.active * this.rowHeight;
    if (top < box.scrollTop) {
      box.scrollTop = top;
    } else if (top + this.rowHeight + head > box.scrollTop + box.clientHeight) {
      box.scrollTop = top + this.rowHeight + head - box.clientHeight;
    }
    this.measure();
    this.moveFocus = true;
    this.requestUpdate();
  }

  onKey(event) {
    const inRow = event.target.matches('tr, .table-box');
    const page = Math.max(1, Math.floor(this.view.height / this.rowHeight) - 2);
    const target = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: this.ordered.length - 1,
    }[event.key];
    if (inRow && target !== undefined) {
      event.preventDefault();
      this.moveTo(target);
    } else if (inRow && event.key === 'Enter' && this.opens && this.ordered.length > 0) {
      event.preventDefault();
      this.emit('row-open', this.ordered[this.active]);
    }
  }

  onRowClick(event, index, row) {
    this.active = index;
    if (this.opens && !event.target.closest('a, button, input, select, label') && getSelection().isCollapsed) {
      this.emit('row-open', row);
    }
  }

  toggleSort({ id }) {
    this.sort = { id, descending: this.sort?.id === id && !this.sort.descending };
    this.emit('sort-change', this.sort);
  }

  head(column) {
    const order = this.sort?.id === column.id ? (this.sort.descending ? 'descending' : 'ascending') : null;
    const content = column.sort
      ? html`<button class="sort" type="button" @click=${() => this.toggleSort(column)}>${column.label}<span class="sort-mark" aria-hidden="true">${order === 'ascending' ? '↑' : order ? '↓' : ''}</span></button>`
      : column.label;
    return html`<th scope="col" role="columnheader" class=${classes(column)} aria-sort=${order ?? nothing}>${content}</th>`;
  }

  row(row, index) {
    return html`
      <tr role="row" aria-rowindex=${index + 2} tabindex=${index === this.active ? '0' : '-1'} class=${this.opens ? 'opens' : nothing}
        @click=${(event) => this.onRowClick(event, index, row)} @focusin=${() => { this.active = index; }}>
        ${this.columns.map((column, place) => place === 0
          ? html`<th scope="row" role="rowheader" class=${classes(column)}>${column.cell(row)}</th>`
          : html`<td role="gridcell" class=${classes(column)}>${column.cell(row)}</td>`)}
      </tr>
    `;
  }

  render() {
    if (this.rows.length === 0 && this.empty !== nothing) {
      return this.empty;
    }
    const seen = visibleRows({ rows: this.ordered.length, rowHeight: this.rowHeight, ...this.view });
    const parts = stretches({ ...seen, rows: this.ordered.length, active: this.active });
    const shown = parts.flatMap(({ id, first, end, rendered }) => (rendered
      ? this.ordered.slice(first, end).map((row, place) => ({ key: `row ${this.rowKey(row)}`, content: () => this.row(row, first + place) }))
      : [{ key: id, content: () => spacer((end - first) * this.rowHeight) }]));
    return html`
      <div class="table-box" tabindex="-1" @scroll=${this.measure} @keydown=${this.onKey}>
        <table class="table" role="grid" aria-label=${this.label} aria-rowcount=${this.ordered.length + 1}>
          <colgroup>${this.columns.map((column) => html`<col class=${classes(column)} .width=${column.width ?? ''}>`)}</colgroup>
          <thead role="rowgroup"><tr role="row" aria-rowindex="1">${this.columns.map((column) => this.head(column))}</tr></thead>
          <tbody role="rowgroup">
            ${repeat(shown, ({ key }) => key, ({ content }) => content())}
          </tbody>
        </table>
      </div>
    `;
  }
}

function classes({ align, wide }) {
  return `${align === 'end' ? 'end' : ''} ${wide ? 'wide' : ''}`.trim();
}

function spacer(pixels) {
  return html`<tr class="spacer" aria-hidden="true"><td .height=${String(pixels)}></td></tr>`;
}

customElements.define('aurora-table', AuroraTable);
