/** Rows rendered beyond each edge of what is visible, so that scrolling does not outrun rendering. */
const MARGIN = 5;

/**
 * Which rows of a long table to render.
 *
 * @param {{rows: number, rowHeight: number, scrollTop: number, height: number}} view pixels
 * @returns {{first: number, end: number}} rows first..end-1
 */
export function visibleRows({ rows, rowHeight, scrollTop, height }) {
  const top = Math.floor(scrollTop / rowHeight) - MARGIN;
  const first = Math.max(0, Math.min(top, rows - 1));
  const end = Math.min(rows, first + Math.ceil(height / rowHeight) + 2 * MARGIN);
  return { first, end };
}

/**
 * A table's rows from first to last, in stretches that are rendered and gaps that stand for the others: rendered are
 * those that are seen, and the active one wherever it is. What is in both of two answers is in the same order in both.
 *
 * @param {{first: number, end: number, rows: number, active: number}} view seen are the rows first..end-1
 * @returns {{id: string, first: number, end: number, rendered: boolean}[]} rows first..end-1; none is empty
 */
export function stretches({ first, end, rows, active }) {
  const seen = { id: 'seen', first, end, rendered: true };
  const its = { id: 'active', first: active, end: Math.min(active + 1, rows), rendered: true };
  const gap = (id, from, to) => ({ id, first: from, end: to, rendered: false });
  const all = active < first ? [gap('above', 0, active), its, gap('before', its.end, first), seen, gap('below', end, rows)]
    : active >= end ? [gap('above', 0, first), seen, gap('after', end, active), its, gap('below', its.end, rows)]
      : [gap('above', 0, first), seen, gap('below', end, rows)];
  return all.filter((stretch) => stretch.first < stretch.end);
}

/** Rows in the order of a column; where the values are equal, as they came. Unknown values come last. */
export function sorted(rows, value, descending) {
  const keyed = rows.map((row) => ({ row, key: comparable(value(row)) }));
  const sign = descending ? -1 : 1;
  keyed.sort((one, other) => {
    if (one.key === other.key) return 0;
    if (one.key === null) return 1;
    if (other.key === null) return -1;
    return one.key < other.key ? -sign : sign;
  });
  return keyed.map(({ row }) => row);
}

function comparable(value) {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'string' ? value.toLowerCase() : value;
}
