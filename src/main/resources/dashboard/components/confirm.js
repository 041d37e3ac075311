import { html } from 'lit';
import { AuroraElement } from '../core/element.js';
import './dialog.js';

let host = null;

/**
 * Asks before something that cannot be taken back.
 *
 * @param {{heading: string, text: *, action: string, danger?: boolean}} question `action` is the verb on the button
 * @returns {Promise<boolean>}
 */
export function confirm(question) {
  return host.ask(question);
}

/** Takes a question back that has become idle, as if it were answered with no. */
export function withdraw(question) {
  host?.withdraw(question);
}

/** Where confirm() shows its questions; the app has one. */
class AuroraConfirm extends AuroraElement {
  static properties = { question: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    host = this;
  }

  ask(question) {
    this.answer?.(false);
    this.question = question;
    return new Promise((resolve) => {
      this.answer = resolve;
    });
  }

  withdraw(question) {
    if (this.question === question) this.settle(false);
  }

  /** Answers once it has closed: whoever asked goes on with the focus back where it was. */
  async settle(yes) {
    const { answer } = this;
    this.answer = null;
    this.question = null;
    await this.updateComplete;
    await this.querySelector('aurora-dialog')?.updateComplete;
    answer?.(yes);
  }

  render() {
    const question = this.question ?? { heading: '', text: '', action: '' };
    return html`
      <aurora-dialog .open=${Boolean(this.question)} .heading=${question.heading} @dialog-close=${() => this.settle(false)}
        .content=${html`<p>${question.text}</p>`}
        .actions=${html`
          <button class="button" type="button" autofocus @click=${() => this.settle(false)}>Cancel</button>
          <button class="button ${question.danger ? 'button-danger' : 'button-primary'}" type="button" @click=${() => this.settle(true)}>${question.action}</button>
        `}></aurora-dialog>
    `;
  }
}

customElements.define('aurora-confirm', AuroraConfirm);
