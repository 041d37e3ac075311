import { html, nothing } from 'lit';
import { AuroraElement } from '../../core/element.js';
import { icon } from '../../components/icon.js';
import { toast } from '../../components/toasts.js';
import { curlOf } from './request.js';
import '../../components/dialog.js';

/**
 * The call as a command to copy. Emits `dialog-close`.
 *
 * @property {Object|null} body closed without one
 * @property {string} path X-Aurora-User-Path
 */
class AuroraCurl extends AuroraElement {
  static properties = {
    body: { attribute: false },
    path: {},
  };

  constructor() {
    super();
    this.body = null;
    this.path = '';
  }

  /** Where the browser lets no page write to the clipboard, as without TLS, the text is selected for the keyboard. */
  async copy() {
    try {
      await navigator.clipboard.writeText(curlOf(this.body, this.path));
      toast('Copied');
      this.emit('dialog-close');
    } catch {
      getSelection().selectAllChildren(this.querySelector('pre'));
      toast('Selected: copy it with the keyboard', 'warn');
    }
  }

  content() {
    return html`
      <p>Set <code>AURORA_KEY</code> to the key first: <code>read -rs AURORA_KEY</code> keeps it out of the shell’s history.</p>
      <pre class="command" tabindex="0" role="region" aria-label="The command">${curlOf(this.body, this.path)}</pre>
    `;
  }

  render() {
    return html`
      <aurora-dialog size="wide" .open=${Boolean(this.body)} heading="The call as curl" .content=${this.body ? this.content() : nothing}
        .actions=${html`<button class="button button-primary" type="button" @click=${() => this.copy()}>${icon('copy')}Copy</button>`}></aurora-dialog>
    `;
  }
}

customElements.define('aurora-curl', AuroraCurl);
