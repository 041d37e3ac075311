import { api, ApiError, path } from '../../core/api.js';
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
 * @returns {Promise<{mine: Object, problem: ApiError}|null>} what was to be written and why it was not; where somebody
 *     else was first, the problem holds the other version
 */
export async function changeAlias(alias, changes) {
  const body = { ...Object.fromEntries(SETTINGS.map((field) => [field, alias[field]])), ...changes };
  try {
    await api.put(path('aliases', alias.name), body, { ifMatch: etagOf(alias) });
    toast(`${alias.name} saved`);
  } catch (problem) {
    return { mine: { ...alias, ...changes }, problem: refusalOf(problem) };
  }
  return null;
}

/**
 * Asks, then deletes what is still as it is shown.
 *
 * @returns {Promise<{problem: ApiError|null}|null>} why it was not deleted, if so; null: one would rather not
 */
export async function deleteAlias(alias) {
  const sure = await confirm({
    heading: 'Delete this alias?',
    text: `Calls of ${alias.name} will be refused, or go to a model of that name if there is one. The page Changes can take it back.`,
    action: 'Delete alias',
    danger: true,
  });
  if (!sure) return null;
  try {
    await api.remove(path('aliases', alias.name), { ifMatch: etagOf(alias) });
    toast(`${alias.name} deleted`);
    return { problem: null };
  } catch (problem) {
    return { problem: notDeleted(refusalOf(problem)) };
  }
}

function refusalOf(problem) {
  if (!(problem instanceof ApiError)) throw problem;
  return problem;
}

/** The same words for whoever deletes in an editor and beside the table. */
export function notDeleted(problem) {
  if (!problem.isConflict) return problem;
  const { status, code, current, etag } = problem;
  return new ApiError({ status, code, current, etag, message: `Somebody ${current ? 'changed' : 'deleted'} it meanwhile, so that nothing was deleted.${current ? ' This is how it is now.' : ''}` });
}
