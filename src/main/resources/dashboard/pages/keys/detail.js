import { html, nothing } from 'lit';
import { icon } from '../../components/icon.js';
import { note } from '../../components/states.js';
import { moment } from '../../core/format.js';
import { href } from '../../core/router.js';
import { inGrace, stateBadges, when } from './columns.js';
import { nameList } from './limits.js';

/**
 * All that may be known of a key, and what can be done with it.
 *
 * @param {Object} key
 * @param {(step: string) => void} begin starts an edit, a rotation, a revocation or a deletion
 */
export function detail(key, begin) {
  const works = key.state === 'active';
  return html`
    ${inGrace(key) ? note(html`The secret before this one opens until ${moment(key.grace_until)}.`, 'info') : nothing}
    <div class="buttons">
      ${button('edit', 'edit', 'Edit', begin)}
      ${works ? button('rotate', 'refresh', 'Rotate', begin) : nothing}
      ${key.state === 'revoked' ? nothing : button('revoke', 'close', 'Revoke', begin, 'button-danger')}
      ${button('delete', 'trash', 'Delete', begin, 'button-danger')}
    </div>
    <dl class="facts">
      ${fact('State', stateBadges(key))}
      ${fact('Id', html`<code>${key.id}</code>`)}
      ${fact('User path', key.user_path ? html`<bdi>${key.user_path}</bdi>` : html`<span class="quiet">none</span>`)}
      ${fact('May call', key.allowed_models === null ? 'any model that the access rules admit' : key.allowed_models.length === 0 ? 'no model' : nameList(key.allowed_models))}
      ${fact('May not call', key.denied_models.length === 0 ? html`<span class="quiet">nothing is barred</span>` : nameList(key.denied_models))}
      ${fact('Created', when(key.created_at))}
      ${fact('Expires', key.expires_at ? html`${when(key.expires_at)} <span class="quiet">(${moment(key.expires_at)})</span>` : when(null))}
      ${fact('Present secret since', when(key.rotated_at ?? key.created_at))}
      ${key.revoked_at ? fact('Revoked', when(key.revoked_at)) : nothing}
      ${fact('Last changed', html`${when(key.updated_at)} by <bdi>${key.updated_by}</bdi>, version ${key.version}`)}
    </dl>
    <p class="links">
      <a href=${href('usage', [], { by: 'key' })}>Usage by key</a>
      <a href=${href('changes', [], { kind: 'key', name: key.id })}>Its history</a>
    </p>
  `;
}

function button(step, name, label, begin, tone = '') {
  return html`<button class="button ${tone}" type="button" data-step=${step} @click=${() => begin(step)}>${icon(name)}${label}</button>`;
}

function fact(label, value) {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}
