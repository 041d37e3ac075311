const KEY = 'aurora.admin-key';

let key = read();
let notice = '';
const listeners = new Set();

function read() {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

function store(value) {
  try {
    if (value) {
      sessionStorage.setItem(KEY, value);
    } else {
      sessionStorage.removeItem(KEY);
    }
  } catch {
    /* Without storage the key lives in memory alone. */
  }
}

function tell() {
  listeners.forEach((listener) => listener());
}

/** Who is signed in. The key is held in memory and, if wished, for this tab; it is in no cookie, URL or other storage. */
export const session = {
  get key() {
    return key;
  },

  get signedIn() {
    return key !== '';
  },

  /** Why somebody was signed out whom we did not ask; empty otherwise. */
  get notice() {
    return notice;
  },

  /** @param {boolean} keep whether a reload of this tab stays signed in */
  signIn(newKey, keep) {
    key = newKey;
    notice = '';
    store(keep ? newKey : '');
    tell();
  },

  /** Forgets the key. The page below stays as it is, so that what was typed is there after signing in again. */
  signOut(why = '') {
    key = '';
    notice = why;
    store('');
    tell();
  },

  /** @returns {() => void} what ends it */
  onChange(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
