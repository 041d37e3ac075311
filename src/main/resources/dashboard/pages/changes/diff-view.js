import { html, nothing } from 'lit';
import { count } from '../../core/format.js';
import { diffOf } from './diff.js';
import { isDefault } from './fields.js';

/** Longer runs of lines that stay are told by their number. */
const MOST_UNCHANGED = 3;
const SIGNS = { '+': { mark: '+', word: 'added', style: 'diff-added' }, '-': { mark: '−', word: 'removed', style: 'diff-removed' } };

/** What a change did to a setting: signs and words say what came and what went, colour only helps. */
export function diffView(kind, before, after) {
  const all = diffOf(kind, before, after);
  const whole = (before === null) !== (after === null);
  const fields = whole ? all.filter((one) => !isDefault(one)) : all;
  if (all.length === 0) return html`<p class="quiet small">Both versions hold the same.</p>`;
  if (fields.length === 0) return html`<p class="quiet small">All fields ${after === null ? 'had' : 'have'} their defaults.</p>`;
  return html`
    <dl class="diff">
      ${fields.map(({ label, lines }) => html`
        <div><dt>${label}</dt><dd><ul>${folded(lines).map(line)}</ul></dd></div>`)}
    </dl>
    ${fields.length < all.length ? html`<p class="quiet small">All other fields ${after === null ? 'had' : 'have'} their defaults.</p>` : nothing}
  `;
}

function line({ sign, text, folded: many }) {
  if (many) return html`<li class="quiet">${count(many, 'line')} unchanged</li>`;
  const { mark, word, style } = SIGNS[sign] ?? {};
  return html`
    <li class=${style ?? 'quiet'}>
      <span class="diff-sign" aria-hidden="true">${mark ?? ''}</span>${word ? html`<span class="visually-hidden">${word}: </span>` : nothing}<bdi>${text}</bdi>
    </li>
  `;
}

function folded(lines) {
  const all = [];
  let run = [];
  const settle = () => {
    all.push(...(run.length > MOST_UNCHANGED ? [{ folded: run.length }] : run));
    run = [];
  };
  for (const one of lines) {
    if (one.sign === '') {
      run.push(one);
    } else {
      settle();
      all.push(one);
    }
  }
  settle();
  return all;
}
