import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';

const SUBJECTS = { alias: 'the alias', model: 'the model', key: 'the key’s lists, about' };

/** One question of a decision: who was asked about, what was answered, because of what. */
export function question(step) {
  return html`
    <div class="asked">
      <p>${badge(step.allowed ? 'allows' : 'denies', step.allowed ? 'good' : 'bad')} ${SUBJECTS[step.subject] ?? step.subject} <b class="break"><bdi>${step.name}</bdi></b>: <span class="break"><bdi>${step.reason}</bdi></span></p>
      ${rules(step)}
    </div>
  `;
}

/** All rules that speak of it. The first decides; the others are less specific. */
export function rules({ rules: all }) {
  return all.length === 0 ? nothing : html`
    <ol class="rules">
      ${all.map((rule, index) => html`
        <li class=${index === 0 ? '' : 'quiet'}>
          <code class="break">${rule.selector}</code>
          ${rule.enabled ? (rule.user_paths === null ? 'admits everybody' : html`admits <bdi class="break">${rule.user_paths.join(', ')}</bdi>`) : 'denies everybody'}
          <span class="small">(${index === 0 ? 'this rule decides' : 'less specific, not asked'})</span>
        </li>`)}
    </ol>
  `;
}
