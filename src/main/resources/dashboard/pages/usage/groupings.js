import { api } from '../../core/api.js';
import { gathered } from './sums.js';

/** What the gateway calls the model of calls that were sent to none. */
const UNKNOWN = '(unknown)';

/** As many groups as the gateway gives at once. */
export const LIMIT = 10000;

/**
 * What calls can be grouped by.
 *
 * @typedef {Object} Grouping
 * @property {string} id
 * @property {string} label of its tab
 * @property {string} one what one group is
 * @property {string} report of the admin API
 * @property {(group: Object) => string} key tells groups apart
 * @property {string[]} fields the names of a group in the report
 * @property {string} [named] what the name that people gave it is called in the CSV
 * @property {(group: Object) => Object} [narrow] the filters that show this group alone
 */

/** @type {Grouping[]} */
export const GROUPINGS = [
  { id: 'model', label: 'Models', one: 'Model', report: 'models', fields: ['provider', 'model'], key: ({ provider, model }) => (provider === UNKNOWN ? UNKNOWN : `${provider}/${model}`), narrow: ({ provider, model }) => ({ provider, model }) },
  { id: 'provider', label: 'Providers', one: 'Provider', report: 'models', fields: ['provider'], key: ({ provider }) => provider, narrow: ({ provider }) => ({ provider }) },
  { id: 'alias', label: 'Aliases', one: 'Alias', report: 'aliases', fields: ['alias'], key: ({ alias }) => alias },
  { id: 'path', label: 'User paths', one: 'User path', report: 'user-paths', fields: ['user_path'], key: (group) => group.user_path ?? '(none)', narrow: ({ user_path: path }) => (path && path !== '(other)' ? { path } : null) },
  { id: 'key', label: 'Keys', one: 'Key', report: 'keys', fields: ['key_id'], named: 'key_name', key: (group) => group.key_id },
];

/** @returns {Grouping} the first where there is none of that id */
export function groupingOf(id) {
  return GROUPINGS.find((grouping) => grouping.id === id) ?? GROUPINGS[0];
}

/** Why there are no such groups for these filters; empty where there are. */
export function missingBecause({ id }, filters) {
  return id === 'key' && filters.user_path ? 'Sums by key are not kept by user path. Leave the user path out, or look at the log.' : '';
}

/**
 * The groups of some days, and whether there may be more than the gateway gives.
 *
 * @param {Grouping} grouping
 * @param {Object} query of the admin API
 * @returns {Promise<{groups: Object[], cut: boolean}>}
 * @throws {import('../../core/api.js').ApiError}
 */
export async function groupsOf(grouping, query, signal) {
  const { body } = await api.get(`usage/${grouping.report}`, { query: { ...query, limit: LIMIT }, signal });
  const groups = grouping.id === 'provider'
    ? gathered(body, ({ provider }) => provider).map(({ name, ...sums }) => ({ provider: name, ...sums }))
    : body;
  return { groups, cut: body.length >= LIMIT };
}
