/** Rows rendered beyond each edge of what is visible, so that scrolling does not outrun rendering. */
const MARGIN = 12;

/**
 * Which rows of a long table to render.
 *
 * @param {{rows: number, rowHeight: number, scrollTop: number, height: number}} view pixels
 * @returns {{first: number, end: number, above: number, below: number}} rows first..end-1, and the pixels that stand
 *     for those above and below them
 */
export function visibleRows({ rows, rowHeight, scrollTop, height }) {
  const top = Math.floor(scrollTop / rowHeight) - MARGIN;
  const first = Math.max(0, Math.min(top, rows - 1));
  const end = Math.min(rows, first + Math.ceil(height / rowHeight) + 2 * MARGIN);
  return { first, end, above: first * rowHeight, below: Math.max(0, rows - end) * rowHeight };
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
