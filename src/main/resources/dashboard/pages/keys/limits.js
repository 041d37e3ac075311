import { html } from 'lit';
import { count } from '../../core/format.js';

/** So many names are named. */
const FEW = 3;

/** Which models a key may call, in a few words. */
export function limitsText({ allowed_models: allowed, denied_models: denied }) {
  const may = allowed === null ? 'Any model' : allowed.length === 0 ? 'No model' : few(allowed);
  return denied.length === 0 || allowed?.length === 0 ? may : `${may}, not ${few(denied)}`;
}

function few(names) {
  return names.length <= FEW ? names.join(', ') : count(names.length, 'name');
}

/** Names of models as they may be of any length and in any script. */
export function nameList(names) {
  return html`<ul class="names">${names.map((name) => html`<li><bdi>${name}</bdi></li>`)}</ul>`;
}

/** All that a key can be searched by, in lower case. */
export function searchText(key) {
  return [key.name, key.id, key.user_path ?? '', ...(key.allowed_models ?? []), ...key.denied_models].join('\n').toLowerCase();
}
