/**
 * Gives the focus back where it was lost, since what held it was disabled for a while or is gone: a keyboard would begin
 * at the top of the page again. Focus that has gone elsewhere stays there.
 *
 * @param {...(Element|null|undefined)} places the first that can take it gets it
 */
export function giveBack(...places) {
  const { activeElement } = document;
  if (activeElement && activeElement !== document.body && !activeElement.disabled) return;
  places.find((place) => place?.isConnected && place !== document.body && !place.disabled)?.focus();
}

/**
 * Leads to a field that is wrong, and says so of it.
 *
 * @param {Element} input
 * @param {string} describedBy the id of what says what is wrong
 * @returns {() => void} takes the mark off again
 */
export function markWrong(input, describedBy) {
  const before = ['aria-invalid', 'aria-describedby'].map((name) => [name, input.getAttribute(name)]);
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', [input.getAttribute('aria-describedby'), describedBy].filter(Boolean).join(' '));
  input.focus();
  return () => before.forEach(([name, value]) => (value === null ? input.removeAttribute(name) : input.setAttribute(name, value)));
}
