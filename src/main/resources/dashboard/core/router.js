const listeners = new Set();

/**
 * Where we are, as the fragment of the URL says: `#/models/some%2Fname?search=x`. It is kept out of the path, since
 * fragments are sent to no server and stand in no log.
 *
 * @typedef {Object} Route
 * @property {string} page
 * @property {string[]} rest decoded segments after the page's
 * @property {Record<string, string>} query
 */

function parse(hash) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split(/\?(.*)/s);
  const [page, ...rest] = path.split('/').map(decoded);
  return { page, rest, query: Object.fromEntries(new URLSearchParams(query)) };
}

function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** A link's href: href('models', ['a/b'], {search: 'x'}). Empty values are left out of the query. */
export function href(page, rest = [], query = {}) {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = filled.length === 0 ? '' : `?${new URLSearchParams(filled)}`;
  return `#/${[page, ...rest].map(encodeURIComponent).join('/')}${text}`;
}

export const router = {
  /** @returns {Route} */
  get route() {
    return parse(location.hash);
  },

  /** Goes there, as a step that Back takes back. */
  go(page, rest = [], query = {}) {
    location.hash = href(page, rest, query);
  },

  /** Changes filters without a step of its own in the history; an empty value takes one out. */
  setQuery(changes) {
    const { page, rest, query } = router.route;
    history.replaceState(null, '', href(page, rest, { ...query, ...changes }));
    listeners.forEach((listener) => listener(router.route));
  },

  /** @returns {() => void} what ends it */
  onChange(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

window.addEventListener('hashchange', () => listeners.forEach((listener) => listener(router.route)));
