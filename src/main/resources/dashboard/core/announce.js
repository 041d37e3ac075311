import { layers } from './layers.js';

const region = document.createElement('div');
region.className = 'visually-hidden announcer';
region.setAttribute('role', 'status');
region.setAttribute('aria-live', 'polite');
document.body.append(region);
layers.ride(region);

let waiting = [];

/** Has screen readers say a sentence when they have finished the one before. */
export function announce(sentence) {
  region.textContent = '';
  waiting.push(sentence);
  if (waiting.length === 1) requestAnimationFrame(say);
}

/** A moment later, once a dialog that closes has closed: what is moved together with its text is not spoken. */
function say() {
  region.textContent = waiting.join('. ');
  waiting = [];
}
