import { ApiError } from '../../core/api.js';

const PAUSE_MS = 250;

/**
 * Asks again a moment after what is asked about has changed; only the last answer counts. A controller of Lit's: its
 * element is rendered again at each step.
 */
export class Asking {
  /** @param {(question: *, signal: AbortSignal) => Promise<*>} ask */
  constructor(host, ask) {
    this.host = host;
    this.ask = ask;
    this.clear();
    host.addController(this);
  }

  hostDisconnected() {
    this.clear();
  }

  clear() {
    clearTimeout(this.timer);
    this.controller?.abort();
    this.text = null;
    this.subject = null;
    this.value = undefined;
    this.error = null;
    this.waiting = false;
  }

  /** What was asked last is asked anew, since the answer may be another one now. */
  again() {
    this.text = undefined;
  }

  /**
   * @param {*} question plain data; null: nothing is asked
   * @param {*} [subject] plain data: where it is another than before, the answer so far says nothing about it
   */
  about(question, subject = null) {
    const text = question === null ? null : JSON.stringify(question);
    if (text === this.text) return;
    if (text === null) {
      this.clear();
      return;
    }
    const pause = typeof this.text === 'string' ? PAUSE_MS : 0;
    const about = JSON.stringify(subject);
    if (about !== this.subject) {
      this.value = undefined;
      this.error = null;
    }
    this.text = text;
    this.subject = about;
    this.waiting = true;
    clearTimeout(this.timer);
    this.controller?.abort();
    this.timer = setTimeout(() => this.run(question), pause);
  }

  async run(question) {
    const controller = new AbortController();
    this.controller = controller;
    try {
      const value = await this.ask(question, controller.signal);
      if (controller.signal.aborted) return;
      this.value = value;
      this.error = null;
    } catch (problem) {
      if (controller.signal.aborted) return;
      if (!(problem instanceof ApiError)) throw problem;
      this.value = undefined;
      this.error = problem;
    }
    this.waiting = false;
    this.host.requestUpdate();
  }
}
