import { ApiError } from '../../core/api.js';
import { connection } from '../../core/connection.js';
import { session } from '../../core/session.js';

const PAUSE_MS = 250;

/**
 * Asks again a moment after what is asked about has changed; only the last answer counts. A controller of Lit's: its
 * element is rendered again at each step. What failed because the gateway was away, or no longer took the key, is asked
 * once that is mended.
 */
export class Asking {
  /** @param {(question: *, signal: AbortSignal) => Promise<*>} ask */
  constructor(host, ask) {
    this.host = host;
    this.ask = ask;
    this.clear();
    host.addController(this);
  }

  hostConnected() {
    this.stopListening = [
      connection.onChange(() => !connection.lost && this.error?.status === 0 && this.run()),
      session.onChange(() => session.signedIn && this.error?.status === 401 && this.run()),
    ];
  }

  hostDisconnected() {
    this.stopListening.forEach((stop) => stop());
    this.clear();
  }

  clear() {
    clearTimeout(this.timer);
    this.controller?.abort();
    this.text = null;
    this.question = null;
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
    this.question = question;
    this.subject = about;
    this.waiting = true;
    clearTimeout(this.timer);
    this.controller?.abort();
    this.timer = setTimeout(() => this.run(), pause);
  }

  async run() {
    clearTimeout(this.timer);
    this.controller?.abort();
    const controller = new AbortController();
    this.controller = controller;
    try {
      const value = await this.ask(this.question, controller.signal);
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
