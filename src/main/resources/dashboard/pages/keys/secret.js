import { html, nothing } from 'lit';
import { announce } from '../../core/announce.js';
import { AuroraElement } from '../../core/element.js';
import { moment } from '../../core/format.js';
import { leaving } from '../../core/leaving.js';
import { icon } from '../../components/icon.js';
import { note } from '../../components/states.js';
import '../../components/dialog.js';

/** The question before the page that shows a secret is left. */
const LEAVE = { heading: 'Leave without the key?', text: 'It is shown this once. When you leave, only a new one can be made.', action: 'Leave', danger: true };

/**
 * Shows a new secret, once. It is in this element's property and in the dialog, and in neither after `secret-close`;
 * nothing writes it to the URL, a storage, the title or what is announced.
 *
 * @property {{name: string, value: string, graceUntil: string|null, made: boolean}|null} secret `made` where the whole
 *     key is new
 */
class AuroraKeySecret extends AuroraElement {
  static properties = {
    secret: { attribute: false },
    copied: { state: true },
    asking: { state: true },
  };

  constructor() {
    super();
    this.secret = null;
    this.copied = false;
    this.asking = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopHolding = leaving.holds(() => this.secret && LEAVE);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopHolding();
  }

  willUpdate(changed) {
    if (changed.has('secret')) {
      this.copied = false;
      this.asking = false;
    }
  }

  async copy() {
    if (await copyText(this.secret.value, this.querySelector('.secret'))) {
      this.copied = true;
      announce('Copied');
    } else {
      announce('It could not be copied. It is selected; copy it yourself.');
    }
  }

  /** Who has not copied it is asked first: a slip of the keyboard must not cost a key. */
  close() {
    if (this.copied || this.asking) {
      this.emit('secret-close');
    } else {
      this.asking = true;
    }
  }

  content() {
    const { name, value, graceUntil, made } = this.secret;
    return html`
      ${note(html`<b>This is the only time it is shown.</b> The gateway keeps no more than a hash of it. Put it where the app keeps its secrets before you close this.`, 'warn')}
      <div class="field">
        <span class="field-label" id="secret-label">Key of <bdi>${name}</bdi></span>
        <code class="secret break" tabindex="0" role="textbox" aria-readonly="true" aria-labelledby="secret-label">${value}</code>
      </div>
      <div class="buttons">
        <button class="button button-primary" type="button" autofocus @click=${() => this.copy()}>${icon(this.copied ? 'check' : 'copy')}${this.copied ? 'Copied' : 'Copy the key'}</button>
      </div>
      ${made ? nothing : html`<p>${graceUntil ? html`The secret before this one opens until <b>${moment(graceUntil)}</b>.` : 'The secret before this one opens nothing any more.'}</p>`}
      <p class="quiet">Apps send it as <code>Authorization: Bearer</code> or <code>x-api-key</code>, as OpenAI's and Anthropic's libraries do.</p>
      ${this.asking ? html`<div role="alert">${note('You have not copied it with the button. Once this is closed, only a new one can be made.', 'bad')}</div>` : nothing}
    `;
  }

  render() {
    return html`<aurora-dialog .open=${Boolean(this.secret)} .heading=${this.secret?.made ? 'The key is made' : 'The new secret'} @dialog-close=${this.close}
      .content=${this.secret ? this.content() : nothing}
      .actions=${this.secret ? html`<button class="button" type="button" @click=${() => this.close()}>${this.asking ? 'Close without copying' : 'I have stored it'}</button>` : nothing}></aurora-dialog>`;
  }
}

/** By the clipboard; where the page is not served securely and there is none, by what is selected. */
async function copyText(text, element) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return document.execCommand('copy');
  }
}

customElements.define('aurora-key-secret', AuroraKeySecret);
