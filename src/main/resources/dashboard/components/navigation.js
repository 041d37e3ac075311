import { html } from 'lit';
import { AuroraElement } from '../core/element.js';
import { layers } from '../core/layers.js';
import { pages } from '../core/pages.js';
import { href } from '../core/router.js';
import { session } from '../core/session.js';
import { icon } from './icon.js';
import './theme-switch.js';

/** Beside the page on wide screens, above it on narrow ones, where a button opens it. */
class AuroraNavigation extends AuroraElement {
  static properties = {
    current: {},
    open: { state: true },
  };

  constructor() {
    super();
    this.current = '';
    this.open = false;
  }

  connectedCallback() {
    super.connectedCallback();
    const onKey = (event) => event.key === 'Escape' && !event.defaultPrevented && !layers.top && this.fold();
    document.addEventListener('keydown', onKey);
    this.stopListening = () => document.removeEventListener('keydown', onKey);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
  }

  /** The focus would be lost with what it is on. */
  fold() {
    if (!this.open) return;
    this.open = false;
    this.querySelector('.brand button').focus();
  }

  willUpdate(changed) {
    if (changed.has('current')) {
      this.open = false;
    }
  }

  render() {
    return html`
      <header class="sidebar ${this.open ? 'sidebar-open' : ''}">
        <div class="brand">
          <span class="logo" aria-hidden="true"></span><span>Aurora</span>
          <button class="button button-icon narrow-only" type="button" aria-expanded=${this.open} aria-controls="navigation"
            aria-label="Menu" @click=${() => { this.open = !this.open; }}>${icon(this.open ? 'close' : 'menu')}</button>
        </div>
        <div class="sidebar-body" id="navigation">
          <nav aria-label="Pages">
            <ul>
              ${pages.map((page) => html`<li>
                <a class="nav-link" href=${href(page.id)} aria-current=${page.id === this.current ? 'page' : 'false'} @click=${this.fold}>${icon(page.id)}${page.title}</a>
              </li>`)}
            </ul>
          </nav>
          <div class="sidebar-foot">
            <aurora-theme-switch></aurora-theme-switch>
            <button class="button button-quiet" type="button" @click=${() => session.signOut()}>${icon('signout')}Sign out</button>
          </div>
        </div>
      </header>
    `;
  }
}

customElements.define('aurora-navigation', AuroraNavigation);
