import { api } from '../../core/api.js';
import { Resource } from '../../core/resource.js';
import { groupingOf, groupsOf, missingBecause } from './groupings.js';
import { inventory } from './inventory.js';
import { daysOf } from './range.js';
import { timeline } from './timeline.js';

/** Calls on one page of the log. */
export const LOG_LIMIT = 50;

/**
 * What the URL asks for.
 *
 * @typedef {Object} Asked
 * @property {{range: string, start: string, end: string, days: number}} days
 * @property {Object} filters of the admin API
 * @property {import('./groupings.js').Grouping} grouping of chart and table
 * @property {boolean} log whether the log is shown instead of groups
 * @property {number} offset into the log
 */

/** @returns {Asked} */
export function asked(query) {
  const { path, model, provider } = query;
  return {
    days: daysOf(query),
    filters: { ...(path ? { user_path: path } : {}), ...(model ? { model } : {}), ...(provider ? { provider } : {}) },
    grouping: groupingOf(query.by),
    log: query.by === 'log',
    offset: Math.max(0, Number.parseInt(query.offset ?? '0', 10) || 0),
  };
}

/** The reports of the page, each loaded again when what it depends on changes. */
export class Reports {
  /** @param {() => Asked} ask */
  constructor(host, ask) {
    const days = () => ({ start_date: ask().days.start, end_date: ask().days.end });
    const get = async (where, query, signal) => (await api.get(`usage/${where}`, { query, signal })).body;
    this.ask = ask;
    this.inventory = new Resource(host, inventory);
    this.keys = new Resource(host, async (signal) => (await api.get('auth-keys', { signal })).body);
    this.summary = new Resource(host, (signal) => get('summary', { ...ask().filters, ...days() }, signal));
    this.models = new Resource(host, async (signal) => (await groupsOf(groupingOf('model'), { ...ask().filters, ...days() }, signal)).groups);
    this.groups = new Resource(host, async (signal) => {
      const { filters, grouping, log } = ask();
      const found = log || missingBecause(grouping, filters) ? { groups: [], cut: false } : await groupsOf(grouping, { ...filters, ...days() }, signal);
      return { grouping, ...found };
    });
    this.timeline = new Resource(host, async (signal) => {
      const { days: range, filters, grouping, log } = ask();
      return { grouping, days: range, ...await timeline(range, filters, log ? null : grouping, signal) };
    });
    this.log = new Resource(host, async (signal) => (ask().log ? get('log', { ...ask().filters, ...days(), limit: LOG_LIMIT, offset: ask().offset }, signal) : null));
    this.seen = this.signatures();
  }

  signatures() {
    const { days, filters, grouping, log, offset } = this.ask();
    const which = JSON.stringify([days, filters]);
    return { summary: which, models: which, groups: which + grouping.id + log, timeline: which + grouping.id + log, log: which + log + offset };
  }

  /** Loads what the URL asks for now and did not before. */
  follow() {
    const now = this.signatures();
    const changed = Object.keys(now).filter((name) => now[name] !== this.seen[name]);
    this.seen = now;
    changed.forEach((name) => this[name].refresh());
  }

  /** Loads everything again. */
  refresh() {
    ['summary', 'models', 'groups', 'timeline', 'log'].forEach((name) => this[name].refresh());
  }

  get loading() {
    return ['summary', 'models', 'groups', 'timeline', 'log'].some((name) => this[name].loading);
  }
}
