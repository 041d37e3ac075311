/* Runs before the first paint and is no module for that reason: a page must not flash in the wrong theme. */
(() => {
  try {
    const chosen = localStorage.getItem('aurora.theme');
    if (chosen === 'light' || chosen === 'dark') {
      document.documentElement.dataset.theme = chosen;
    }
  } catch {
    /* Storage may be forbidden; the system's theme is right then. */
  }
})();
