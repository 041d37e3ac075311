import { height, isSomething, minus, sortKey, sum } from './money.js';

const MOST = 5;

/**
 * What is measured.
 *
 * @typedef {Object} Measure
 * @property {string} id
 * @property {string} label
 * @property {boolean} money whether values are amounts in text, else whole numbers
 * @property {string} field of the sums
 */

/** @type {Measure[]} */
export const MEASURES = [
  { id: 'cost', label: 'Cost', money: true, field: 'total_cost' },
  { id: 'tokens', label: 'Tokens', money: false, field: 'total_tokens' },
  { id: 'requests', label: 'Requests', money: false, field: 'requests' },
];

/** @returns {Measure} */
export function measureOf(id) {
  return MEASURES.find((measure) => measure.id === id) ?? MEASURES[0];
}

/**
 * The largest groups one by one and the rest together; where there are no groups, all calls.
 *
 * @param {import('./timeline.js').Timeline} line
 * @param {import('./groupings.js').Grouping} grouping
 * @param {Measure} measure
 * @returns {{name: string, values: *[], total: *}[]} the largest first; values are exact, one for each bar
 */
export function seriesOf(line, grouping, measure) {
  const totals = line.totals.map((sums) => sums[measure.field]);
  if (!line.groups) return [named('All calls', totals, measure)];
  const byKey = new Map();
  line.groups.forEach((groups, place) => groups.forEach((group) => {
    const key = grouping.key(group);
    if (!byKey.has(key)) byKey.set(key, line.bars.map(() => (measure.money ? null : 0)));
    byKey.get(key)[place] = group[measure.field];
  }));
  const all = [...byKey].map(([key, values]) => named(key, values, measure)).filter(({ total }) => measure.money ? isSomething(total) : total > 0);
  const order = measure.money ? ({ total }) => sortKey(total) : ({ total }) => total;
  all.sort((one, other) => (order(one) < order(other) ? 1 : -1));
  const shown = all.slice(0, MOST);
  const rest = named(grouping.id === 'alias' ? 'Other, or no alias' : 'Other', totals.map((total, place) => shown.reduce(
    (left, { values }) => (measure.money ? minus(left, values[place]) : left - values[place]), total)), measure);
  return (measure.money ? isSomething(rest.total) : rest.total > 0) ? [...shown, rest] : shown;
}

function named(name, values, measure) {
  return { name, values, total: measure.money ? sum(values) : values.reduce((all, value) => all + value, 0) };
}

/** For each series how high its bars reach when they stand on those after it. */
export function stacked(series, measure) {
  const heights = series.map(({ values }) => values.map((value) => (measure.money ? height(value) : value)));
  return heights.map((_, first) => heights[0].map((__, place) => heights.slice(first).reduce((all, values) => all + values[place], 0)));
}
