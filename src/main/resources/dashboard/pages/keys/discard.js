import { confirm } from '../../components/confirm.js';

/** The question before what was typed into a form is lost. */
export const DISCARD = { heading: 'Discard what you typed?', text: 'Nothing of it has been written.', action: 'Discard', danger: true };

/** The question while a key is being written. A new secret comes with the answer and never again. */
export const WRITING = { heading: 'Leave while the key is being written?', text: 'You would not see whether it was done.', action: 'Leave', danger: true };
export const WRITING_SECRET = { ...WRITING, text: 'It gets a secret that is shown this once, and you would not see it.' };

/** @param {{loss: Object|null|false}|null} part a form or a step: closed at once where nothing is lost, else if somebody says so */
export async function mayClose(part) {
  return !part?.loss || confirm(part.loss);
}
