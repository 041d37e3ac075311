const MINUTE_MS = 60 * 1000;
const listeners = new Set();

function tell() {
  if (!document.hidden) listeners.forEach((listener) => listener());
}

setInterval(tell, MINUTE_MS);
document.addEventListener('visibilitychange', tell);

/** Tells each minute while the tab is seen, and whenever it comes to be seen again. */
export const minutes = {
  /** @returns {() => void} what ends it */
  onChange(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
