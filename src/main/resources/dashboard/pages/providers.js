import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { connection } from '../core/connection.js';
import { AuroraElement } from '../core/element.js';
import { count } from '../core/format.js';
import { minutes } from '../core/minutes.js';
import { Resource } from '../core/resource.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { selectField, searchBox } from '../components/field.js';
import { icon } from '../components/icon.js';
import { pageHead } from '../components/page-head.js';
import { progress } from '../components/progress.js';
import { emptyState, errorNote, resourceState } from '../components/states.js';
import { toast } from '../components/toasts.js';
import { columns, STATES } from './providers/columns.js';
import { detail } from './providers/detail.js';
import { summary } from './providers/summary.js';
import '../components/dialog.js';
import '../components/table.js';

/** How it stands with each provider, and having the gateway ask it again. */
class AuroraProviders extends AuroraElement {
  static properties = {
    refreshing: { state: true },
    refused: { state: true },
  };

  constructor() {
    super();
    this.refreshing = null;
    this.refused = null;
    this.providers = new Resource(this, async (signal) => (await api.get('providers/status', { signal })).body);
    this.columns = columns((name) => this.refresh([name]), (name) => this.refreshing?.current.includes(name));
  }

  connectedCallback() {
    super.connectedCallback();
    const stops = [
      router.onChange(({ page }) => page === 'providers' && this.requestUpdate()),
      minutes.onChange(() => this.lookAgain()),
    ];
    this.stopListening = () => stops.forEach((stop) => stop());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
  }

  /** What is shown is as old as its page; where nobody could be asked, or is being asked, that goes on by itself. */
  lookAgain() {
    if (session.signedIn && !connection.lost && !this.refreshing && !this.providers.loading) this.providers.refresh();
  }

  /** Asks one after the other, so that each one's outcome is seen when it is there. */
  async refresh(names) {
    this.refused = null;
    let models = 0;
    for (const [done, name] of names.entries()) {
      this.refreshing = { done, all: names.length, current: [name] };
      try {
        const [report] = (await api.post('runtime/refresh', { provider: name })).body;
        models += report.models;
        await this.providers.refresh();
      } catch (problem) {
        this.refused = problem;
        break;
      }
    }
    this.refreshing = null;
    if (!this.refused) {
      const outcome = `${names.length === 1 ? names[0] : count(names.length, 'provider')} asked: ${count(models, 'model')}`;
      toast(outcome);
    }
  }

  shown(all) {
    const { search = '', state = '' } = router.route.query;
    const text = search.toLowerCase();
    return all.filter((provider) => (state === '' || provider.state === state)
      && (text === '' || `${provider.name} ${provider.type} ${provider.base_url ?? ''}`.toLowerCase().includes(text)));
  }

  filters() {
    const { search = '', state = '' } = router.route.query;
    return html`
      <div class="toolbar" role="search">
        ${searchBox({ label: 'Search providers', value: search, onInput: (value) => router.setQuery({ search: value }) })}
        ${selectField({
          id: 'provider-state', label: 'State', value: state,
          choices: [{ value: '', label: 'All states' }, ...STATES],
          onChange: (value) => router.setQuery({ state: value }),
        })}
      </div>
    `;
  }

  table(all) {
    if (all.length === 0) {
      return emptyState({
        icon: 'providers', title: 'No provider is configured',
        text: html`Name one in <code>config/aurora.yaml</code>, or set a key such as <code>OPENAI_API_KEY</code>, and start the gateway again.`,
      });
    }
    const rows = this.shown(all);
    const open = all.find(({ name }) => name === router.route.query.open);
    return html`
      ${summary(all)}
      ${this.filters()}
      <aurora-table label="Providers" .columns=${this.columns} .rows=${rows} .rowHeight=${56} .opens=${true}
        .empty=${emptyState({ title: 'No provider matches', text: 'Search for less, or choose another state.', action: html`
          <button class="button" type="button" @click=${() => router.setQuery({ search: '', state: '' })}>Show all</button>` })}
        @row-open=${(event) => router.setQuery({ open: event.detail.name })}></aurora-table>
      <aurora-dialog size="sheet" .open=${Boolean(open)} .heading=${open?.name ?? ''} .content=${open ? detail(open) : nothing}
        @dialog-close=${() => router.setQuery({ open: '' })}></aurora-dialog>
    `;
  }

  render() {
    const asked = (this.providers.value ?? []).filter((provider) => provider.asked).map(({ name }) => name);
    const busy = Boolean(this.refreshing);
    return html`
      <div class="page">
        ${pageHead({
          title: 'Providers',
          text: 'Where models come from, and what the gateway last heard of them.',
          actions: html`<button class="button button-primary" type="button" ?disabled=${busy || asked.length === 0}
            @click=${() => this.refresh(asked)}>${icon('refresh')}Ask all now</button>`,
        })}
        ${busy ? progress({ label: `Asking ${this.refreshing.current[0]}`, value: this.refreshing.done, max: this.refreshing.all }) : nothing}
        ${this.refused ? errorNote(this.refused) : nothing}
        ${resourceState(this.providers, (all) => this.table(all), 'Loading providers')}
      </div>
    `;
  }
}

customElements.define('aurora-providers', AuroraProviders);
