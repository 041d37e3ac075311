const FIRST_RETRY = 1000;
const LAST_RETRY = 4000;

let lost = false;
let timer = 0;
let wait = FIRST_RETRY;
const listeners = new Set();

function set(state) {
  if (lost !== state) {
    lost = state;
    listeners.forEach((listener) => listener());
  }
}

async function answers() {
  try {
    return (await fetch('../health', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

async function probe() {
  if (await answers()) {
    connection.found();
    return;
  }
  wait = Math.min(wait * 2, LAST_RETRY);
  timer = setTimeout(probe, wait);
}

window.addEventListener('online', () => lost && connection.retryNow());

/** Whether the gateway can be reached. Once it cannot, /health is asked until it answers. */
export const connection = {
  get lost() {
    return lost;
  },

  wasLost() {
    if (!lost) {
      set(true);
      wait = FIRST_RETRY;
      timer = setTimeout(probe, wait);
    }
  },

  /** Asks the gateway whether it is there. @returns {Promise<boolean>} */
  async reached() {
    const there = await answers();
    if (!there) connection.wasLost();
    return there;
  },

  found() {
    clearTimeout(timer);
    set(false);
  },

  retryNow() {
    clearTimeout(timer);
    return probe();
  },

  onChange(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
