import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { number } from '../../core/format.js';
import { rounded } from './money.js';

/**
 * A cost, rounded for the eye and exact on a closer look; one that is not known is said to be so and is never 0.
 *
 * @param {string|null} amount
 * @param {string} currency empty where it is not known
 * @param {number} [unpriced] how many calls are not in it
 */
export function cost(amount, currency, unpriced = 0) {
  if (amount === null) return badge('not known', 'warn');
  const exact = `${amount}${currency ? ` ${currency}` : ''}`;
  const lacking = unpriced > 0 ? `, without ${number(unpriced)} unpriced` : '';
  return html`<span class="cost" title="${exact}${lacking}">${rounded(amount)}${unpriced > 0 ? html`<span class="cost-lacks" aria-label=${lacking}>+</span>` : nothing}</span>`;
}
