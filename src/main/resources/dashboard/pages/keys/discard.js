import { confirm } from '../../components/confirm.js';

/** The question before what was typed into a form is lost. */
export const DISCARD = { heading: 'Discard what you typed?', text: 'Nothing of it has been written.', action: 'Discard', danger: true };

/** Whether a form may be closed: at once where nothing was typed, else if somebody says so. */
export async function mayClose(form) {
  return !form?.changed || confirm(DISCARD);
}
