import { html, nothing } from 'lit';
import { icon } from '../../components/icon.js';
import { count, number } from '../../core/format.js';
import { href } from '../../core/router.js';

const MOST_NAMED = 6;

/** Where the price of a model is set. */
function priceHref({ provider, model }) {
  return href('models', [], { search: `${provider}/${model}`, edit: `price:${provider}/${model}` });
}

/** Says which models have calls of no known cost, and leads to where a price is set; nothing where there are none. */
export function unpricedNote(models) {
  const some = models.filter((group) => group.unpriced_requests > 0).sort((one, other) => other.unpriced_requests - one.unpriced_requests);
  if (some.length === 0) return nothing;
  const requests = some.reduce((all, group) => all + group.unpriced_requests, 0);
  return html`
    <section class="note note-warn unpriced" aria-labelledby="unpriced-heading">
      ${icon('warning')}
      <div>
        <h2 id="unpriced-heading">${count(requests, 'request')} of ${count(some.length, 'model')} ${requests === 1 ? 'has' : 'have'} no known cost</h2>
        <p>Set a price, then recalculate: until then they are in no cost on this page.</p>
        <ul>
          ${some.slice(0, MOST_NAMED).map((group) => html`<li><a href=${priceHref(group)}><bdi>${group.provider}/${group.model}</bdi></a> <span>${number(group.unpriced_requests)}</span></li>`)}
          ${some.length > MOST_NAMED ? html`<li>and ${number(some.length - MOST_NAMED)} more, in the table of models</li>` : nothing}
        </ul>
      </div>
    </section>
  `;
}
