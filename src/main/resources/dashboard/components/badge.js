import { html } from 'lit';

/**
 * A word with a colour beside it; the word alone must say it all.
 *
 * @param {*} text
 * @param {'good'|'warn'|'bad'|'info'|'plain'} [tone]
 */
export function badge(text, tone = 'plain') {
  return html`<span class="badge badge-${tone}">${text}</span>`;
}
