import { ApiError, FAULT } from './api.js';
import { connection } from './connection.js';
import { session } from './session.js';

/**
 * What a page loads: the value, or the error, or that it is on its way. A controller of Lit's: its element is rendered
 * again at each step, and what is on its way is dropped when the element leaves or asks anew. What failed because the
 * gateway was away, or no longer took the key, is loaded once that is mended.
 */
export class Resource {
  /** @param {(signal: AbortSignal) => Promise<*>} load */
  constructor(host, load) {
    this.host = host;
    this.load = load;
    this.value = undefined;
    this.error = null;
    this.loading = false;
    this.controller = null;
    host.addController(this);
  }

  hostConnected() {
    this.stopListening = [
      connection.onChange(() => !connection.lost && this.error?.status === 0 && this.refresh()),
      session.onChange(() => session.signedIn && this.error?.status === 401 && this.refresh()),
    ];
    this.refresh();
  }

  hostDisconnected() {
    this.stopListening.forEach((stop) => stop());
    this.controller?.abort();
  }

  /** Loads again. The value so far stays until the new one is there. */
  async refresh() {
    this.controller?.abort();
    const controller = new AbortController();
    this.controller = controller;
    this.loading = true;
    this.host.requestUpdate();
    try {
      const value = await this.load(controller.signal);
      if (controller.signal.aborted) return;
      this.value = value;
      this.error = null;
    } catch (problem) {
      if (controller.signal.aborted) return;
      this.error = problem instanceof ApiError ? problem : unexpected(problem);
    }
    this.loading = false;
    this.host.requestUpdate();
  }
}

function unexpected(problem) {
  console.error(problem);
  return new ApiError({ status: FAULT, code: 'dashboard_failed', message: 'The dashboard itself failed. Reload the page; what went wrong stands in the console of the browser.' });
}
