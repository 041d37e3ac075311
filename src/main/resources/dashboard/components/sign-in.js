import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { AuroraElement } from '../core/element.js';
import { session } from '../core/session.js';
import { checkField, textField } from './field.js';
import { note } from './states.js';

/** Asks for a key and tries it on the admin API before it is taken. */
class AuroraSignIn extends AuroraElement {
  static properties = {
    key: { state: true },
    keep: { state: true },
    error: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    this.key = '';
    this.keep = true;
    this.error = '';
    this.busy = false;
  }

  firstUpdated() {
    this.querySelector('input').focus();
  }

  async submit(event) {
    event.preventDefault();
    const key = this.key.trim();
    if (!/^[\x21-\x7e]+$/.test(key)) {
      this.fail(key === '' ? 'Enter the master key or an admin key.' : 'A key has no blanks and no letters beyond ASCII.');
      return;
    }
    this.busy = true;
    try {
      await api.get('providers/status', { key });
      session.signIn(key, this.keep);
    } catch (problem) {
      this.fail(sentence(problem));
    } finally {
      this.busy = false;
    }
  }

  async fail(text) {
    this.error = text;
    await this.updateComplete;
    this.querySelector('input').focus();
  }

  render() {
    return html`
      <main class="sign-in">
        <form class="card sign-in-card" @submit=${this.submit} novalidate>
          <h1><span class="logo" aria-hidden="true"></span>Aurora</h1>
          <p class="quiet">Sign in with the gateway's master key or an admin key.</p>
          ${session.notice ? note(session.notice, 'warn') : nothing}
          ${textField({ id: 'admin-key', label: 'Key', type: 'password', value: this.key, error: this.error, required: true, onInput: (value) => { this.key = value; } })}
          ${checkField({ id: 'keep-key', label: 'Stay signed in until this tab is closed', hint: 'Otherwise until the page is reloaded.', checked: this.keep, onChange: (keep) => { this.keep = keep; } })}
          <button class="button button-primary button-block" type="submit" ?disabled=${this.busy}>${this.busy ? 'Trying the key…' : 'Sign in'}</button>
        </form>
      </main>
    `;
  }
}

function sentence(problem) {
  if (problem.status === 401) return 'The gateway does not know this key.';
  if (problem.status === 403) return 'This key may call models, but not administer the gateway. Use the master key or an admin key.';
  if (problem.status === 0) return 'The gateway cannot be reached. Try again when it is back.';
  return problem.message;
}

customElements.define('aurora-sign-in', AuroraSignIn);
