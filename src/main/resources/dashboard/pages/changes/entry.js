import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { icon } from '../../components/icon.js';
import { age } from '../../core/age.js';
import { moment } from '../../core/format.js';
import { href } from '../../core/router.js';
import { diffView } from './diff-view.js';

/** The kinds there are, as choices of a filter. */
export const KINDS = [
  { value: 'alias', label: 'Aliases' },
  { value: 'rule', label: 'Access rules' },
  { value: 'key', label: 'Keys' },
  { value: 'price', label: 'Prices' },
];

const WORDS = { alias: 'alias', rule: 'access rule', key: 'key', price: 'price' };

/** What a change did, as one word and the tone of its badge. */
export function action({ before, after }) {
  if (before === null) return { word: 'created', tone: 'good' };
  return after === null ? { word: 'deleted', tone: 'bad' } : { word: 'changed', tone: 'info' };
}

/** "alias regular", with the name for people where a key is meant. */
export function subject({ kind, name, before, after }) {
  const called = kind === 'key' ? (after?.name ?? before?.name) : null;
  return html`${WORDS[kind]} <b><bdi>${called ?? name}</bdi></b>${called ? html` <code class="quiet">${name}</code>` : nothing}`;
}

/**
 * A reason as it was meant. Clients that can send only ASCII percent-encode all else; a percent sign that stands for
 * itself stays one.
 */
export function spokenReason(reason) {
  return reason.replace(/(?:%[89a-f][0-9a-f])+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}

/** @param {(change: Object) => void} revert asked for by the entry's button */
export function entry(change, revert) {
  const { word, tone } = action(change);
  const { revision, kind, name, actor, claimed_author: author, at, reason, before, after } = change;
  const heading = `change-${revision}`;
  return html`
    <article class="card change" aria-labelledby=${heading}>
      <header class="change-head">
        <div>
          <h3 id=${heading} tabindex="-1">${badge(word, tone)} <span class="break">${subject(change)}</span></h3>
          <p class="change-by quiet small">
            <span>by <b><bdi>${actor}</bdi></b></span>
            ${author ? html`<span title="X-Change-Author: the caller's own word, which nothing proves">claims to act for <bdi>${spokenReason(author)}</bdi> <i>(unproven)</i></span>` : nothing}
            ${age(at, `, ${moment(at).slice(11)}`)}
            <a href=${href('changes', [], { at: revision })}>revision ${revision}<span class="visually-hidden">: the settings as they were then</span></a>
          </p>
        </div>
        <div class="change-do buttons">
          <a class="small" href=${href('changes', [], { kind, name })}>Only this ${WORDS[kind]}</a>
          ${kind === 'key'
            ? html`<span class="quiet small">not revertible</span>`
            : html`<button class="button button-small" type="button" @click=${() => revert(change)}>${icon('undo')}Revert<span class="visually-hidden"> revision ${revision}</span></button>`}
        </div>
      </header>
      ${reason ? html`<p class="change-why"><span class="quiet">Why: </span><bdi>${spokenReason(reason)}</bdi></p>` : nothing}
      ${diffView(kind, before, after)}
    </article>
  `;
}
