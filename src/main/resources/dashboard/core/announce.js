const region = document.createElement('div');
region.className = 'visually-hidden';
region.setAttribute('role', 'status');
region.setAttribute('aria-live', 'polite');
document.body.append(region);

/** Has screen readers say a sentence when they have finished the one before. */
export function announce(sentence) {
  region.textContent = '';
  requestAnimationFrame(() => {
    region.textContent = sentence;
  });
}
