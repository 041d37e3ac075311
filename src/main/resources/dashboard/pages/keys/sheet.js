import { html, nothing } from 'lit';
import { api, path } from '../../core/api.js';
import { AuroraElement } from '../../core/element.js';
import { Resource } from '../../core/resource.js';
import { resourceState } from '../../components/states.js';
import { toast } from '../../components/toasts.js';
import { detail } from './detail.js';
import { mayClose } from './discard.js';
import { STEPS } from './steps.js';
import '../../components/dialog.js';
import './form.js';
import './step.js';

/**
 * One key: what it is, and what is done with it. Emits `key-changed`, `key-made` (detail: {key, secret}, after a
 * rotation), `key-gone` (detail: the key) and `sheet-close`.
 *
 * @property {string} keyId empty while none is open
 */
class AuroraKeySheet extends AuroraElement {
  static properties = {
    keyId: {},
    names: { attribute: false },
    paths: { attribute: false },
    doing: { state: true },
    outdated: { state: true },
  };

  constructor() {
    super();
    this.keyId = '';
    this.names = [];
    this.paths = [];
    this.doing = '';
    this.outdated = false;
    this.key = new Resource(this, (signal) => this.load(signal));
  }

  async load(signal) {
    return this.keyId === '' ? null : api.get(path('auth-keys', this.keyId), { signal });
  }

  willUpdate(changed) {
    if (changed.has('keyId') && this.hasUpdated) {
      this.doing = '';
      this.outdated = false;
      this.key.value = undefined;
      this.key.error = null;
      this.key.refresh();
    }
  }

  /** Shows the key again after something was begun; the focus goes to what began it. */
  async back() {
    const { doing } = this;
    this.doing = '';
    this.outdated = false;
    await this.updateComplete;
    await this.querySelector('aurora-dialog').updateComplete;
    (this.querySelector(`[data-step="${doing}"]`) ?? this.querySelector('[data-step]'))?.focus();
  }

  /** The sheet may have been closed, or show another key, by the time that its part has been answered. */
  async changed(text, stillShown) {
    toast(text);
    if (!this.isConnected) return;
    this.emit('key-changed');
    if (!stillShown) return;
    await this.key.refresh();
    await this.back();
  }

  saved({ target: { isConnected }, detail: { value, ...key } }) {
    if (value) this.emit('key-made', { key, secret: value });
    else this.changed(`Key ${key.name} saved`, isConnected);
  }

  done({ target: { step, view, isConnected }, detail: answer }) {
    if (step === 'delete') {
      this.emit('key-gone', view);
    } else if (step === 'rotate') {
      const { value, ...key } = answer;
      this.emit('key-made', { key, secret: value });
      if (isConnected) {
        this.key.refresh();
        this.back();
      }
    } else {
      this.changed(`Key ${answer.name} revoked`, isConnected);
    }
  }

  async reload() {
    await this.key.refresh();
    this.outdated = true;
    this.emit('key-changed');
  }

  async close() {
    if (await mayClose(this.querySelector('aurora-key-form, aurora-key-step'))) {
      this.emit('sheet-close');
    }
  }

  async cancel() {
    if (await mayClose(this.querySelector('aurora-key-form, aurora-key-step'))) this.back();
  }

  content({ body: key, etag }) {
    if (this.doing === 'edit') {
      return html`<aurora-key-form .view=${key} .etag=${etag} .names=${this.names} .paths=${this.paths} @key-saved=${(event) => this.saved(event)} @form-cancel=${() => this.cancel()}></aurora-key-form>`;
    }
    if (this.doing !== '') {
      return html`<aurora-key-step .step=${this.doing} .view=${key} .etag=${etag} .outdated=${this.outdated}
        @step-done=${(event) => this.done(event)} @step-outdated=${() => this.reload()} @step-cancel=${() => this.back()}></aurora-key-step>`;
    }
    return detail(key, (step) => { this.doing = step; });
  }

  heading() {
    const key = this.key.value?.body;
    if (this.doing === 'edit') return 'Edit the key';
    return STEPS[this.doing]?.heading ?? (key ? html`<bdi>${key.name}</bdi>` : 'Key');
  }

  render() {
    return html`<aurora-dialog size="sheet" .open=${this.keyId !== ''} .heading=${this.heading()} @dialog-close=${this.close}
      .content=${this.keyId === '' ? nothing : resourceState(this.key, (answer) => (answer ? this.content(answer) : nothing), 'Loading the key')}></aurora-dialog>`;
  }
}

customElements.define('aurora-key-sheet', AuroraKeySheet);
