import { api } from '../../core/api.js';

/**
 * Every name that can be called, as choices of a combobox: aliases first.
 *
 * @returns {Promise<import('../../components/combobox.js').Choice[]>}
 */
export async function callableNames(signal) {
  const { body } = await api.get('models', { signal });
  const choices = body.map(({ name, kind }) => ({ value: name, hint: kind === 'alias' ? 'alias' : '' }));
  return [...choices.filter(({ hint }) => hint), ...choices.filter(({ hint }) => !hint)];
}

/** All keys as choices: their names are for people and need not be unique, so the id stands beside them. */
export async function keyChoices(signal) {
  const { body } = await api.get('auth-keys', { signal });
  return body.map(({ id, name, state, user_path: path }) => ({
    id, value: `${name} (${id})`, hint: [state === 'active' ? '' : state, path ?? ''].filter(Boolean).join(', '),
  }));
}
