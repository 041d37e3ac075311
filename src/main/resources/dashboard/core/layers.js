/** The open dialogs, the topmost last. */
const dialogs = [];

/** What stands on whatever is on top: each element, and where it stands while there is no dialog. */
const riders = new Map();

function settle() {
  riders.forEach((home, element) => {
    const place = layers.top ?? home;
    if (element.parentNode !== place) place.append(element);
  });
}

/**
 * What lies over the page. An open dialog makes everything outside it inert: not seen, not reached, not spoken. What is
 * meant for everybody goes along into the topmost one.
 */
export const layers = {
  /** @returns {HTMLDialogElement|undefined} */
  get top() {
    return dialogs.at(-1);
  },

  /** @param {HTMLDialogElement} dialog just shown, and so on top */
  opened(dialog) {
    this.closed(dialog);
    dialogs.push(dialog);
    settle();
  },

  closed(dialog) {
    const place = dialogs.indexOf(dialog);
    if (place >= 0) dialogs.splice(place, 1);
    settle();
  },

  /** Keeps an element on top from now on. @returns {() => void} ends that */
  ride(element) {
    riders.set(element, element.parentNode);
    settle();
    return () => riders.delete(element);
  },
};
