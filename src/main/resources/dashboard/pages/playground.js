import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { announce } from '../core/announce.js';
import { AuroraElement } from '../core/element.js';
import { Resource } from '../core/resource.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { icon } from '../components/icon.js';
import { pageHead } from '../components/page-head.js';
import { emptyState } from '../components/states.js';
import { callableNames } from './explain/names.js';
import { chat, newAnswer } from './playground/call.js';
import { bodyOf, mistakes } from './playground/request.js';
import { settingsForm } from './playground/settings.js';
import { turnView } from './playground/turn.js';
import './playground/curl.js';

/** How far from the end of the conversation one may have scrolled and still be taken along; pixels. */
const NEAR_THE_END = 80;

/** A chat through any name as any place. The model and the place are in the URL; what is said is in memory alone. */
class AuroraPlayground extends AuroraElement {
  static properties = {
    settings: { state: true },
    errors: { state: true },
    message: { state: true },
    turns: { state: true },
    running: { state: true },
    curl: { state: true },
  };

  constructor() {
    super();
    const { model = '', path = '' } = router.route.query;
    this.settings = { model, path, ownKey: false, key: '', system: '', temperature: '', maxTokens: '', stream: true, usage: true };
    this.errors = {};
    this.message = '';
    this.turns = [];
    this.running = null;
    this.curl = null;
    this.names = new Resource(this, callableNames);
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopListening = router.onChange(({ page, query: { model = '', path = '' } }) => {
      if (page === 'playground') this.settings = { ...this.settings, model, path };
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
    this.running?.abort();
  }

  change(changes) {
    this.settings = { ...this.settings, ...changes };
    this.errors = Object.fromEntries(Object.entries(this.errors).filter(([name]) => !(name in changes)));
    if ('model' in changes || 'path' in changes) {
      router.setQuery({ model: this.settings.model, path: this.settings.path });
    }
  }

  /** Whether a call can be made; otherwise the first field that keeps it from that takes the focus. */
  sound() {
    this.errors = mistakes(this.settings);
    if (Object.keys(this.errors).length === 0) return true;
    this.querySelector('.playground-settings').open = true;
    this.updateComplete.then(() => this.querySelector('[aria-invalid="true"]')?.focus());
    return false;
  }

  async send() {
    const text = this.message.trim();
    if (this.running || text === '' || !this.sound()) return;
    this.message = '';
    this.turns = [...this.turns, { role: 'user', text }];
    await this.ask();
  }

  /** Once more what was asked last, without what came of it. */
  async again() {
    if (this.running || !this.sound()) return;
    this.turns = this.turns.slice(0, -1);
    await this.ask();
  }

  async ask() {
    const { model, path } = this.settings;
    const key = this.settings.ownKey ? this.settings.key : session.key;
    const body = bodyOf(this.settings, this.turns);
    const turn = { role: 'assistant', model, answer: newAnswer() };
    const controller = new AbortController();
    this.turns = [...this.turns, turn];
    this.running = controller;
    this.follow(true);
    announce('Asking');
    await chat({ key, path, body, signal: controller.signal }, turn.answer, () => this.follow());
    if (this.running === controller) this.running = null;
    this.ended(turn, key);
  }

  ended({ answer, model }, key) {
    const { state, error, text } = answer;
    announce(state === 'failed' ? `Failed: ${error.message}` : state === 'stopped' ? 'Stopped' : `${model} answered: ${text.slice(0, 400)}`);
    if (error?.status === 401 && key === session.key) {
      session.signOut('The gateway no longer takes this key. Sign in again to go on where you were.');
    }
  }

  /** Renders what came and keeps the end in view for who is there. */
  async follow(always = false) {
    const log = this.querySelector('.conversation');
    const near = log && log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END;
    this.requestUpdate();
    await this.updateComplete;
    if (log && (always || near)) log.scrollTop = log.scrollHeight;
  }

  clear() {
    this.running?.abort();
    this.turns = [];
    this.querySelector('#playground-message').focus();
  }

  onKey(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    }
  }

  showCurl() {
    if (!this.sound()) return;
    const text = this.message.trim();
    this.curl = bodyOf(this.settings, [...this.turns, ...(text === '' && this.turns.length > 0 ? [] : [{ role: 'user', text: text || 'Hello' }])]);
  }

  conversation() {
    const last = this.turns.length - 1;
    return html`
      <div class="conversation card" tabindex="0" role="region" aria-label="Conversation">
        ${this.turns.length === 0
          ? emptyState({ icon: 'playground', title: 'Say something', text: 'It goes through the gateway as an app’s call does: the same names, access rules and providers. Calls are real and cost what the provider takes.' })
          : repeat(this.turns, (turn) => turn, (turn, index) => turnView(turn, index === last && !this.running ? () => this.again() : null))}
      </div>
    `;
  }

  composer() {
    const busy = Boolean(this.running);
    return html`
      <form class="composer" @submit=${(event) => { event.preventDefault(); if (busy) this.running.abort(); else this.send(); }}>
        <label class="visually-hidden" for="playground-message">Message</label>
        <textarea class="input" id="playground-message" rows="2" placeholder="Message" dir="auto" aria-describedby="playground-keys" .value=${this.message}
          @input=${(event) => { this.message = event.target.value; }} @keydown=${this.onKey}></textarea>
        <div class="buttons">
          <button class="button ${busy ? 'button-danger' : 'button-primary'}" type="submit" ?disabled=${!busy && this.message.trim() === ''}>${icon(busy ? 'stop' : 'send')}${busy ? 'Stop' : 'Send'}</button>
          <button class="button" type="button" @click=${() => this.showCurl()}>${icon('terminal')}As curl</button>
          <button class="button button-quiet" type="button" ?disabled=${this.turns.length === 0} @click=${() => this.clear()}>Clear</button>
          <span class="quiet small" id="playground-keys">Enter sends, Shift and Enter make a new line</span>
        </div>
      </form>
    `;
  }

  render() {
    return html`
      <div class="page playground">
        ${pageHead({ title: 'Playground', text: 'Talk to any name as any place.' })}
        <div class="playground-parts">
          <details class="playground-settings card" ?open=${window.innerWidth > 760}>
            <summary><h2>Call</h2> <span class="quiet small"><bdi class="break">${this.settings.model || 'no model yet'}</bdi></span></summary>
            ${settingsForm({ settings: this.settings, errors: this.errors, names: this.names.value ?? [], change: (changes) => this.change(changes) })}
          </details>
          <div class="playground-talk">${this.conversation()}${this.composer()}</div>
        </div>
        <aurora-curl .body=${this.curl} .path=${this.settings.path} @dialog-close=${() => { this.curl = null; }}></aurora-curl>
      </div>
    `;
  }
}

customElements.define('aurora-playground', AuroraPlayground);
