import { sum } from './money.js';

const COUNTS = ['requests', 'input_tokens', 'output_tokens', 'total_tokens', 'cached_input_tokens', 'unpriced_requests'];
const COSTS = ['input_cost', 'output_cost', 'total_cost'];

/** No calls. */
export const NONE = { ...Object.fromEntries(COUNTS.map((name) => [name, 0])), ...Object.fromEntries(COSTS.map((name) => [name, '0'])) };

/** What several groups come to. A cost is not known where none of theirs is. */
export function together(groups) {
  if (groups.length === 0) return NONE;
  return {
    ...Object.fromEntries(COUNTS.map((name) => [name, groups.reduce((all, group) => all + group[name], 0)])),
    ...Object.fromEntries(COSTS.map((name) => [name, sum(groups.map((group) => group[name]))])),
  };
}

/** Groups by a name, each with the sums of all that have it. */
export function gathered(groups, nameOf) {
  const byName = new Map();
  groups.forEach((group) => byName.set(nameOf(group), [...(byName.get(nameOf(group)) ?? []), group]));
  return [...byName].map(([name, some]) => ({ name, ...together(some) }));
}
