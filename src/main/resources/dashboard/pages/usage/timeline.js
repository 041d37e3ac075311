import { api } from '../../core/api.js';
import { groupsOf, missingBecause } from './groupings.js';
import { bars, hours } from './range.js';
import { together } from './sums.js';

const DAYS_LIMIT = 10000;
/** So many questions are on their way at once; browsers allow about as many to one host. */
const AT_ONCE = 5;

/**
 * What calls came to over time.
 *
 * @typedef {Object} Timeline
 * @property {{start: string, end: string, label: string, tick: string}[]} bars
 * @property {Object[]} totals sums of each bar
 * @property {Object[][]|null} groups those of each bar; null where only totals are known
 */

/**
 * Loads it: the totals with one question, the groups with one for each bar, of which there are at most 31.
 *
 * @param {{start: string, end: string, days: number}} days
 * @param {Object} filters of the admin API
 * @param {import('./groupings.js').Grouping|null} grouping null for totals alone
 * @returns {Promise<Timeline>}
 */
export async function timeline(days, filters, grouping, signal) {
  const narrow = filters.user_path && (filters.model || filters.provider);
  const range = { start_date: days.start, end_date: days.end };
  if (days.days === 1 && !narrow) {
    const { body } = await api.get('usage/hourly', { query: { ...filters, ...range }, signal });
    const slots = hours(days);
    return { bars: slots, totals: slots.map(({ start }) => together(body.filter(({ hour }) => hour === start))), groups: null };
  }
  const slots = bars(days);
  const { body } = await api.get('usage/daily', { query: { ...filters, ...range, limit: DAYS_LIMIT }, signal });
  const totals = slots.map(({ start, end }) => together(body.filter(({ date }) => date >= start && date <= end)));
  const groups = !grouping || missingBecause(grouping, filters) ? null : await byBar(slots, totals, filters, grouping, signal);
  return { bars: slots, totals, groups };
}

async function byBar(slots, totals, filters, grouping, signal) {
  const groups = slots.map(() => []);
  const waiting = [...slots.keys()].filter((place) => totals[place].requests > 0);
  const work = async () => {
    for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
      const { start, end } = slots[place];
      groups[place] = (await groupsOf(grouping, { ...filters, start_date: start, end_date: end }, signal)).groups;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return groups;
}
