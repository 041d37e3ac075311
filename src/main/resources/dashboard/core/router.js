import { leaving } from './leaving.js';

const listeners = new Set();
let ask = async () => true;
/** Which step of the history is shown. Each entry holds its own, so that a step can be taken back whatever its way. */
let step = history.state?.step ?? 0;
/** The fragment that counts while the URL is already another one and it is being asked whether that may be. */
let held = null;
let agreed = null;

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
    return parse(held ?? location.hash);
  },

  /** Goes there, as a step that Back takes back. */
  go(page, rest = [], query = {}) {
    location.hash = href(page, rest, query);
  },

  /** Changes filters without a step of its own in the history; an empty value takes one out. */
  setQuery(changes) {
    const { page, rest, query } = router.route;
    history.replaceState(history.state, '', href(page, rest, { ...query, ...changes }));
    listeners.forEach((listener) => listener(router.route));
  },

  /** @param {(loss: import('./leaving.js').Loss) => Promise<boolean>} question whether to go on all the same */
  askBy(question) {
    ask = question;
  },

  /** @returns {() => void} what ends it */
  onChange(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** By the time that we hear of a step it is taken: where something would be lost it is taken back first, then asked for. */
async function moved({ oldURL }) {
  const to = history.state?.step ?? step + 1;
  if (history.state === null) history.replaceState({ step: to }, '');
  const { loss } = leaving;
  if (to === step) {
    held = null;
  } else if (loss && to !== agreed) {
    held ??= new URL(oldURL).hash;
    const steps = to - step;
    history.go(-steps);
    if (await ask(loss)) {
      agreed = to;
      history.go(steps);
    }
  } else {
    step = to;
    held = null;
    agreed = null;
    listeners.forEach((listener) => listener(router.route));
  }
}

history.replaceState({ step }, '');
window.addEventListener('hashchange', moved);
