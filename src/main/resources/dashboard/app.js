import { html, nothing } from 'lit';
import { announce } from './core/announce.js';
import { FAULT } from './core/api.js';
import { connection } from './core/connection.js';
import { AuroraElement } from './core/element.js';
import { pageOf, pages } from './core/pages.js';
import { router } from './core/router.js';
import { session } from './core/session.js';
import { confirm } from './components/confirm.js';
import { pageHead } from './components/page-head.js';
import { errorState, loadingState } from './components/states.js';
import './components/connection-banner.js';
import './components/navigation.js';
import './components/sign-in.js';
import './components/toasts.js';

/** The frame: who is signed in, which page is shown, and what lies over all pages. */
class AuroraApp extends AuroraElement {
  static properties = {
    page: { state: true },
    failed: { state: true },
  };

  connectedCallback() {
    super.connectedCallback();
    session.onChange(() => this.sessionChanged());
    connection.onChange(() => !connection.lost && this.failed && this.show());
    router.askBy(confirm);
    router.onChange((route) => route.page !== this.page?.id && this.show());
    if (session.signedIn) {
      this.show();
    }
  }

  sessionChanged() {
    if (session.signedIn) {
      if (!this.element || router.route.page !== this.page?.id) this.show();
    } else if (!session.notice) {
      this.element = null;
      this.page = undefined;
    }
    this.requestUpdate();
  }

  async show() {
    if (!session.signedIn) return;
    const page = pageOf(router.route.page);
    if (!page) {
      history.replaceState(history.state, '', `#/${pages[0].id}`);
      await this.show();
      return;
    }
    const first = !this.page;
    this.page = page;
    this.failed = null;
    this.element = null;
    try {
      await page.load();
    } catch (problem) {
      const failed = await failure(problem);
      if (this.page === page) this.failed = failed;
      return;
    }
    if (this.page === page) {
      this.element = document.createElement(page.tag);
      this.requestUpdate();
      await this.updateComplete;
      await this.arrived(page, first);
    }
  }

  /** Some browsers fetch a file that did not arrive again, others only for a new page: that is loaded once it can be. */
  async again() {
    await this.show();
    if (this.failed?.status === FAULT) location.reload();
  }

  /** Where the keyboard and screen readers go on after a change of page; the first page leaves the focus alone. */
  async arrived(page, first) {
    document.title = `${page.title} · Aurora`;
    this.querySelector('main')?.scrollTo(0, 0);
    await this.element.updateComplete;
    if (!first) {
      this.element.querySelector('h1')?.focus();
    }
    announce(`${page.title}, page shown`);
  }

  skip(event) {
    event.preventDefault();
    const heading = this.querySelector('main h1') ?? this.querySelector('main');
    heading.focus();
  }

  content() {
    if (this.failed) return html`<div class="page">${pageHead({ title: this.page.title })}${errorState(this.failed, () => this.again())}</div>`;
    return this.element ?? loadingState('Loading the page');
  }

  render() {
    if (!this.page) {
      return html`<aurora-sign-in></aurora-sign-in>`;
    }
    const away = !session.signedIn;
    return html`
      <div class="frame" ?inert=${away} ?hidden=${away}>
        <a class="skip-link" href="#main" @click=${this.skip}>Skip to the content</a>
        <aurora-navigation .current=${this.page.id}></aurora-navigation>
        <main id="main" tabindex="-1">
          <aurora-connection-banner></aurora-connection-banner>
          ${this.content()}
        </main>
        <aurora-toasts></aurora-toasts>
        <aurora-confirm></aurora-confirm>
      </div>
      ${away ? html`<aurora-sign-in></aurora-sign-in>` : nothing}
    `;
  }
}

async function failure(problem) {
  if (!await connection.reached()) {
    return { status: 0, message: 'The page is loaded by itself once the gateway answers.', code: 'gateway_lost' };
  }
  console.error(problem);
  return { status: FAULT, message: 'A file of the dashboard did not arrive. Reload the page.', code: 'not_loaded' };
}

customElements.define('aurora-app', AuroraApp);
