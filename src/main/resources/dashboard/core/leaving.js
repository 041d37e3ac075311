const holders = new Set();

/**
 * What would be lost by leaving, as the question that is asked first.
 *
 * @typedef {Object} Loss
 * @property {string} heading
 * @property {string} text
 * @property {string} action the verb on the button that leaves
 * @property {boolean} danger
 */

export const leaving = {
  /** @returns {Loss|null} what is in the way now */
  get loss() {
    return [...holders].map((holder) => holder()).find(Boolean) ?? null;
  },

  /**
   * Has a part of a page asked whenever somebody is about to leave it.
   *
   * @param {() => Loss|null|undefined|false} holder what leaving would lose at that moment; nothing where it may be left
   * @returns {() => void} what ends it
   */
  holds(holder) {
    holders.add(holder);
    return () => holders.delete(holder);
  },
};

/** Reloading, closing the tab and other sites: there the browser asks, in words of its own. */
window.addEventListener('beforeunload', (event) => {
  if (leaving.loss) event.preventDefault();
});
