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

async function probe() {
  try {
    const answer = await fetch('../health', { cache: 'no-store' });
    if (answer.ok) {
      connection.found();
      return;
    }
  } catch {
    /* Still away. */
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
