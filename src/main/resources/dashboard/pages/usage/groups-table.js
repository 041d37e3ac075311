import { html } from 'lit';
import { number } from '../../core/format.js';
import { cost } from './cost.js';
import { sortKey } from './money.js';

/** What a report has of each group beside its names, in the order of the CSV. */
export const SUM_FIELDS = ['requests', 'input_tokens', 'cached_input_tokens', 'output_tokens', 'total_tokens', 'input_cost', 'output_cost', 'total_cost', 'unpriced_requests'];

/**
 * @param {import('./groupings.js').Grouping} grouping
 * @param {(group: Object) => string} nameOf what people call it
 * @returns {import('../../components/table.js').Column[]}
 */
export function columns(grouping, nameOf, currency) {
  const count = (id, label, field, wide, width = '136') => ({ id, label, width, align: 'end', wide, sort: (group) => group[field], cell: (group) => number(group[field]) });
  return [
    { id: 'name', label: grouping.one, sort: nameOf, cell: (group) => html`<span class="two-lines"><bdi title=${nameOf(group)}>${nameOf(group)}</bdi><span class="quiet narrow-text">${number(group.requests)} requests</span></span>` },
    count('requests', 'Requests', 'requests', true, '118'),
    count('input', 'Input tokens', 'input_tokens', true),
    count('cached', 'Cached', 'cached_input_tokens', true),
    count('output', 'Output tokens', 'output_tokens', true, '148'),
    count('unpriced', 'Unpriced', 'unpriced_requests', true, '122'),
    { id: 'cost', label: currency ? `Cost, ${currency}` : 'Cost', width: '132', align: 'end', sort: (group) => sortKey(group.total_cost), cell: (group) => cost(group.total_cost, currency, group.unpriced_requests) },
  ];
}

/** Names and sums of groups, for csv(); `nameOf` as for columns(). */
export function groupRows({ fields, named }, groups, nameOf) {
  const names = [...fields, ...(named ? [named] : []), ...SUM_FIELDS];
  return { names, rows: groups.map((group) => names.map((field) => (field === named ? nameOf(group) : group[field]))) };
}

/** Groups as a table sorted by cost shows them: the dearest first, those of no known cost last. */
export function byCost(groups) {
  const key = (group) => sortKey(group.total_cost) ?? '';
  return [...groups].sort((one, other) => (key(one) < key(other) ? 1 : key(one) > key(other) ? -1 : other.requests - one.requests));
}
