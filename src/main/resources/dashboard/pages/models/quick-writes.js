import { api, path } from '../../core/api.js';
import { confirm } from '../../components/confirm.js';
import { toast } from '../../components/toasts.js';

const SETTINGS = ['targets', 'strategy', 'description', 'enabled', 'hidden', 'access', 'response_model'];

/** The ETag of a setting as a list shows it. */
export function etagOf({ version }) {
  return `"${version}"`;
}

/**
 * Writes an alias with a few fields changed, only if nobody else has changed it meanwhile.
 *
 * @param {Object} alias its view
 * @param {Object} changes
 * @returns {Promise<{mine: Object, problem: import('../../core/api.js').ApiError}|null>} both versions where somebody
 *     else has changed it
 */
export async function changeAlias(alias, changes) {
  const body = { ...Object.fromEntries(SETTINGS.map((field) => [field, alias[field]])), ...changes };
  try {
    await api.put(path('aliases', alias.name), body, { ifMatch: etagOf(alias) });
    toast(`${alias.name} saved`);
  } catch (problem) {
    if (problem.isConflict) return { mine: { ...alias, ...changes }, problem };
    toast(problem.message, 'bad');
  }
  return null;
}

/** Asks, then deletes. @returns {Promise<boolean>} whether it is gone */
export async function deleteAlias(alias) {
  const sure = await confirm({
    heading: 'Delete this alias?',
    text: `Calls of ${alias.name} will be refused, or go to a model of that name if there is one. The page Changes can take it back.`,
    action: 'Delete alias',
    danger: true,
  });
  if (!sure) return false;
  try {
    await api.remove(path('aliases', alias.name), { ifMatch: etagOf(alias) });
    toast(`${alias.name} deleted`);
    return true;
  } catch (problem) {
    toast(sentence(alias.name, problem), 'bad');
    return false;
  }
}

function sentence(name, problem) {
  return problem.isConflict ? `${name} was changed by somebody else meanwhile. This is how it is now; try again.` : problem.message;
}
