import { html, nothing } from 'lit';
import { badge } from '../../components/badge.js';
import { errorNote } from '../../components/states.js';
import { api } from '../../core/api.js';
import { AuroraElement, uniqueId } from '../../core/element.js';
import { Resource } from '../../core/resource.js';
import { Asking } from './asking.js';
import '../../components/combobox.js';

const MOST_PLACES = 6;
const MOST_KEYS = 4;
const NOBODY = { id: 'none', label: 'No key, no place', call: {} };

/**
 * What callers at some places and with some keys would get under a name, as POST /resolve says.
 *
 * @property {string} model the name; empty: nothing is asked
 * @property {Object|null} suppose settings that are not saved yet: then it stands beside how it is now
 * @property {import('./catalogue.js').Catalogue} catalogue
 */
export class AuroraWhoSees extends AuroraElement {
  static properties = {
    model: {},
    suppose: { attribute: false },
    catalogue: { attribute: false },
    added: { state: true },
    typed: { state: true },
  };

  constructor() {
    super();
    this.model = '';
    this.suppose = null;
    this.added = [];
    this.typed = '';
    this.inputId = uniqueId('caller');
    this.keys = new Resource(this, async (signal) => (await api.get('auth-keys', { signal })).body.filter(({ state }) => state === 'active'));
    this.now = new Asking(this, decisions);
    this.then = new Asking(this, decisions);
  }

  get callers() {
    const places = this.catalogue.places.filter((place) => place !== '/').slice(0, MOST_PLACES).map(placed);
    const keys = (this.keys.value ?? []).slice(0, MOST_KEYS).map(holding);
    const ids = new Set();
    return [...this.added, NOBODY, ...places, ...keys].filter(({ id }) => !ids.has(id) && ids.add(id));
  }

  willUpdate(changed) {
    if (changed.has('catalogue')) [this.now, this.then].forEach((asking) => asking.again());
    const asked = this.model === '' || this.keys.loading ? null : { model: this.model, callers: this.callers };
    this.now.about(asked, this.model);
    this.then.about(asked && this.suppose ? { ...asked, suppose: this.suppose } : null, [this.model, this.suppose]);
  }

  /** A place is typed as it is; a key is picked by its name. */
  add(text) {
    const key = (this.keys.value ?? []).find((its) => keyText(its) === text);
    const caller = key ? holding(key) : text.trim() === '' ? null : placed(text.trim());
    this.typed = '';
    if (caller) this.added = [caller, ...this.added.filter(({ id }) => id !== caller.id)];
  }

  row(caller) {
    const now = this.now.value?.get(caller.id);
    const then = this.then.value?.get(caller.id);
    const differs = now && then && now.status !== then.status;
    return html`
      <tr class=${differs ? 'differs' : ''}>
        <th scope="row"><bdi>${caller.label}</bdi></th>
        <td>${outcome(now, this.now)}</td>
        ${this.suppose ? html`<td>${outcome(then, this.then)}</td>` : nothing}
      </tr>
    `;
  }

  render() {
    if (this.model === '') return nothing;
    const { callers } = this;
    const choices = [...this.catalogue.places.map((value) => ({ value, hint: 'place' })), ...(this.keys.value ?? []).map((key) => ({ value: keyText(key), hint: key.user_path ?? 'key' }))];
    const problem = this.now.error ?? this.then.error;
    return html`
      <div class="add-caller">
        <aurora-combobox class="grow" .inputId=${this.inputId} label="A place or a key to look at" placeholder="/team/search, or a key's name" .value=${this.typed} .choices=${choices}
          @value-change=${(event) => { this.typed = event.detail; }} @value-pick=${(event) => this.add(event.detail)}
          @keydown=${(event) => event.key === 'Enter' && event.preventDefault()}></aurora-combobox>
        <button class="button" type="button" @click=${() => this.add(this.typed)}>Look</button>
      </div>
      ${problem ? errorNote(problem) : nothing}
      <div class="scroll-x" tabindex="0" role="region" aria-label="Who may use it">
        <table class="compare who">
          <thead><tr><th scope="col">Caller</th><th scope="col">${this.suppose ? 'Now' : 'May use it'}</th>${this.suppose ? html`<th scope="col">Once saved</th>` : nothing}</tr></thead>
          <tbody>${callers.map((caller) => this.row(caller))}</tbody>
        </table>
      </div>
    `;
  }
}

/** @returns {Promise<Map<string, Object>>} by caller, since there may be others once they have arrived */
async function decisions({ model, callers, suppose }, signal) {
  return new Map(await Promise.all(callers.map(async ({ id, call }) => [id, await decision({ model, ...call, suppose }, signal)])));
}

async function decision(question, signal) {
  try {
    return (await api.post('resolve', question, { signal })).body;
  } catch (problem) {
    if (problem.status !== 400 || problem.param !== 'user_path') throw problem;
    return { status: 400, refused: problem.message };
  }
}

function placed(place) {
  return { id: `place:${place}`, label: place, call: { user_path: place } };
}

function holding(key) {
  return { id: `key:${key.id}`, label: `${key.name} (key${key.user_path ? ` at ${key.user_path}` : ''})`, call: { key_id: key.id } };
}

function keyText({ name, id }) {
  return `${name} · ${id}`;
}

function outcome(decision, { error }) {
  if (!decision) return html`<span class="quiet">${error ? '—' : '…'}</span>`;
  if (decision.refused) return html`${badge('no place', 'warn')} <span class="quiet">${decision.refused}</span>`;
  const by = decision.decided_by;
  const why = by === null ? decision.code : by === 'default' ? 'by default' : html`by <bdi>${by}</bdi>`;
  return html`${decision.status === 200 ? badge('yes', 'good') : badge(`no: ${decision.status}`, 'bad')} <span class="quiet">${why}</span>`;
}

customElements.define('aurora-who-sees', AuroraWhoSees);
