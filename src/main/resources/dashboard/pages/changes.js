import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { AuroraElement } from '../core/element.js';
import { href, router } from '../core/router.js';
import { icon } from '../components/icon.js';
import { pageHead } from '../components/page-head.js';
import { errorNote, note } from '../components/states.js';
import { toast } from '../components/toasts.js';
import { save } from './changes/document.js';
import { isRevision } from './changes/past-columns.js';
import './changes/import.js';
import './changes/past.js';
import './changes/revert.js';
import './changes/timeline.js';

/** The history of all settings: what was changed, how it was at a revision, and the ways back, out and in. */
class AuroraChanges extends AuroraElement {
  static properties = {
    reverting: { state: true },
    importing: { state: true },
    exporting: { state: true },
    refused: { state: true },
  };

  constructor() {
    super();
    this.reverting = null;
    this.importing = false;
    this.exporting = false;
    this.refused = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopListening = router.onChange(({ page }) => page === 'changes' && this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
  }

  async export() {
    this.exporting = true;
    this.refused = null;
    try {
      const { body } = await api.get('export');
      save(body ?? '', `aurora-settings-${new Date().toISOString().slice(0, 10)}.yaml`, 'application/yaml');
      toast('Settings exported. Keys are not in the file.');
    } catch (problem) {
      this.refused = problem;
    } finally {
      this.exporting = false;
    }
  }

  written() {
    this.reverting = null;
    this.importing = false;
    this.querySelector('aurora-timeline')?.newest.refresh();
    this.querySelector('aurora-past')?.past.refresh();
  }

  head() {
    const { at } = router.route.query;
    const past = isRevision(at);
    return pageHead({
      title: past ? `The settings at revision ${at}` : 'Changes',
      text: past ? 'What was stored right after that change, beside what became of it.' : 'Who changed what, when and why; and the way back.',
      actions: past ? nothing : html`
        <button class="button" type="button" ?disabled=${this.exporting} @click=${() => this.export()}>${icon('download')}Export</button>
        <button class="button" type="button" @click=${() => { this.importing = true; }}>${icon('upload')}Import</button>
      `,
    });
  }

  content() {
    const { at } = router.route.query;
    if (!at) return html`<aurora-timeline @revert=${(event) => { this.reverting = event.detail; }}></aurora-timeline>`;
    if (isRevision(at)) return html`<aurora-past></aurora-past>`;
    return html`
      ${note(html`“<bdi>${at}</bdi>” is no revision: that is a whole number, counted from 1, with 0 before the first.`, 'bad')}
      <p><a href=${href('changes')}>Back to the changes</a></p>
    `;
  }

  render() {
    return html`
      <div class="page">
        ${this.head()}
        ${this.refused ? errorNote(this.refused, () => this.export()) : nothing}
        ${this.content()}
        <aurora-revert .change=${this.reverting} @dialog-close=${() => { this.reverting = null; }} @reverted=${() => this.written()}></aurora-revert>
        <aurora-import .open=${this.importing} @dialog-close=${() => { this.importing = false; }} @imported=${() => this.written()}></aurora-import>
      </div>
    `;
  }
}

customElements.define('aurora-changes', AuroraChanges);
