import { html } from 'lit';
import { AsyncDirective, directive } from 'lit-html/async-directive.js';
import { ago, moment } from './format.js';
import { minutes } from './minutes.js';

/** ago() of a time, which goes on by itself: what holds it is not rendered again for as long as nothing else changes. */
class GoingOn extends AsyncDirective {
  render(time) {
    this.time = time;
    if (this.isConnected) this.stopListening ??= minutes.onChange(() => this.setValue(ago(this.time)));
    return ago(time);
  }

  disconnected() {
    this.stopListening?.();
    this.stopListening = null;
  }

  reconnected() {
    this.setValue(this.render(this.time));
  }
}

const goingOn = directive(GoingOn);

/** How long ago an RFC 3339 time was, or when it will be, and exactly when on a closer look. `more` stands behind it. */
export function age(time, more = '') {
  return html`<time datetime=${time} title=${moment(time)}>${goingOn(time)}${more}</time>`;
}
