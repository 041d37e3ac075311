import { html } from 'lit';
import uPlot from 'uplot';
import { AuroraElement } from '../../core/element.js';
import { number } from '../../core/format.js';
import { rounded } from './money.js';
import { stacked } from './series.js';

const HEIGHT = 240;
const AXIS = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/**
 * Bars over time, one on another, with what they stand for under them and all of it as a table too. Heights are drawn
 * from rounded numbers; every number that can be read is exact, or rounded from its digits.
 *
 * @property {string} label what it shows, for screen readers
 * @property {{label: string, tick: string}[]} bars
 * @property {{name: string, values: *[], total: *}[]} series as seriesOf() gives them
 * @property {import('./series.js').Measure} measure
 * @property {string} currency
 */
class AuroraUsageChart extends AuroraElement {
  static properties = {
    label: {},
    bars: { attribute: false },
    series: { attribute: false },
    measure: { attribute: false },
    currency: {},
    pointed: { state: true },
  };

  constructor() {
    super();
    this.bars = [];
    this.series = [];
    this.currency = '';
    this.pointed = null;
    this.resizing = new ResizeObserver(() => this.resize());
    this.theming = new MutationObserver(() => this.draw());
    this.darkness = matchMedia('(prefers-color-scheme: dark)');
    this.redraw = () => this.draw();
  }

  connectedCallback() {
    super.connectedCallback();
    this.theming.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    this.darkness.addEventListener('change', this.redraw);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.theming.disconnect();
    this.resizing.disconnect();
    this.darkness.removeEventListener('change', this.redraw);
    this.plot?.destroy();
    this.plot = null;
  }

  firstUpdated() {
    this.resizing.observe(this.querySelector('.chart-plot'));
  }

  updated(changed) {
    if (changed.has('series') || changed.has('bars') || changed.has('measure') || !this.plot) {
      this.draw();
    }
  }

  get box() {
    return this.querySelector('.chart-plot');
  }

  resize() {
    const width = this.box?.clientWidth ?? 0;
    if (this.plot && width > 0 && width !== this.plot.width) {
      this.plot.setSize({ width, height: HEIGHT });
    }
  }

  draw() {
    if (!this.box) return;
    this.plot?.destroy();
    this.plot = new uPlot(this.options(), [this.bars.map((_, place) => place), ...stacked(this.series, this.measure)], this.box);
  }

  options() {
    const colour = (name) => getComputedStyle(this).getPropertyValue(name).trim();
    const axis = { stroke: colour('--text-quiet'), font: `12px ${colour('--font')}`, ticks: { show: false } };
    return {
      width: Math.max(1, this.box.clientWidth),
      height: HEIGHT,
      legend: { show: false },
      cursor: { y: false, points: { show: false }, drag: { x: false, y: false } },
      scales: { x: { time: false, range: [-0.5, this.bars.length - 0.5] }, y: { range: (_, low, high) => [0, high > 0 ? high * 1.08 : 1] } },
      axes: [
        { ...axis, grid: { show: false }, size: 30, space: 72, incrs: [1, 2, 3, 4, 5, 7, 10, 14, 28], values: (_, places) => places.map((place) => this.bars[place]?.tick ?? '') },
        { ...axis, grid: { stroke: colour('--line'), width: 1 }, size: 58, values: (_, values) => values.map((value) => AXIS.format(value)) },
      ],
      series: [{}, ...this.series.map((_, place) => ({
        fill: colour(`--series-${place + 1}`), stroke: colour(`--series-${place + 1}`), width: 0, points: { show: false }, paths: uPlot.paths.bars({ size: [0.72, 56] }),
      }))],
      hooks: { setCursor: [({ cursor }) => { this.pointed = cursor.left >= 0 ? cursor.idx : null; }] },
    };
  }

  value(value) {
    if (value === null) return 'not known';
    return this.measure.money ? `${rounded(value)}${this.currency ? ` ${this.currency}` : ''}` : number(value);
  }

  exact(value) {
    return this.measure.money && value !== null ? `${value}${this.currency ? ` ${this.currency}` : ''}` : '';
  }

  legend() {
    const place = this.pointed !== null && this.bars[this.pointed] ? this.pointed : null;
    return html`
      <p class="chart-when quiet">${place === null ? 'All together' : this.bars[place].label}</p>
      <ul class="chart-legend">
        ${this.series.map((one, index) => {
          const value = place === null ? one.total : one.values[place];
          return html`<li><span class="swatch swatch-${index + 1}" aria-hidden="true"></span><bdi class="clip" title=${one.name}>${one.name}</bdi><b title=${this.exact(value)}>${this.value(value)}</b></li>`;
        })}
      </ul>
    `;
  }

  table() {
    return html`
      <details class="chart-table">
        <summary>The same as a table</summary>
        <div class="scroll-x" tabindex="0" role="region" aria-label="${this.label}, as a table">
          <table class="compare">
            <thead><tr><th scope="col">When (UTC)</th>${this.series.map(({ name }) => html`<th scope="col"><bdi>${name}</bdi></th>`)}</tr></thead>
            <tbody>${this.bars.map(({ label }, place) => html`<tr><th scope="row">${label}</th>${this.series.map(({ values }) => html`<td title=${this.exact(values[place])}>${this.value(values[place])}</td>`)}</tr>`)}</tbody>
          </table>
        </div>
      </details>
    `;
  }

  render() {
    return html`
      <div class="chart-plot" role="img" aria-label="${this.label}; the same stands in the table below"></div>
      ${this.legend()}
      ${this.table()}
    `;
  }
}

customElements.define('aurora-usage-chart', AuroraUsageChart);
