/** What the filters are called in the URL. */
export const FILTERS = ['search', 'kind', 'provider', 'category', 'source', 'access', 'price'];

const TESTS = {
  kind: (row, value) => row.kind === value,
  provider: (row, value) => row.provider === value,
  category: (row, value) => row.listed?.categories.includes(value) ?? false,
  source: (row, value) => row.source === value,
  access: (row, value) => (value === 'default' ? row.decidedBy === 'default' : row.access === value),
  price: (row, value) => (value === 'known') === row.priced,
};

/**
 * The rows that filters leave. Who types on narrows down what is left already, so that a letter more costs less and
 * not the same again.
 */
export class Narrowing {
  constructor() {
    this.last = null;
  }

  /**
   * @param {import('./catalogue.js').Row[]} rows
   * @param {Record<string, string>} query by the names of FILTERS; empty ones do not narrow
   */
  of(rows, query) {
    const search = (query.search ?? '').toLowerCase();
    const others = Object.keys(TESTS).map((name) => query[name] ?? '');
    const same = this.last && this.last.rows === rows && this.last.others.every((value, place) => value === others[place]);
    if (same && this.last.search === search) return this.last.left;
    const from = same && search.startsWith(this.last.search) ? this.last.left : filtered(rows, query);
    const words = search.split(/\s+/).filter(Boolean);
    const left = words.length === 0 ? from : from.filter(({ text }) => words.every((word) => text.includes(word)));
    this.last = { rows, others, search, left };
    return left;
  }
}

function filtered(rows, query) {
  const tests = Object.entries(TESTS).filter(([name]) => query[name]);
  return tests.length === 0 ? rows : rows.filter((row) => tests.every(([name, test]) => test(row, query[name])));
}
