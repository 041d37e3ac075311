import { html } from 'lit';
import { AuroraElement } from '../core/element.js';
import { icon } from './icon.js';

const KEY = 'aurora.theme';
const CHOICES = [
  { value: 'system', label: 'As the system', icon: 'system' },
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
];

function chosen() {
  return document.documentElement.dataset.theme ?? 'system';
}

function choose(value) {
  if (value === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = value;
  }
  try {
    localStorage.setItem(KEY, value);
  } catch {
    /* Then it holds until the page is left. */
  }
}

/** Light, dark, or as the system has it. The choice is kept in this browser. */
class AuroraThemeSwitch extends AuroraElement {
  render() {
    return html`
      <fieldset class="segments">
        <legend class="visually-hidden">Theme</legend>
        ${CHOICES.map(({ value, label, icon: name }) => html`
          <label class="segment" title=${label}>
            <input type="radio" class="visually-hidden" name="theme" value=${value} .checked=${chosen() === value} @change=${() => choose(value)}>
            ${icon(name)}<span class="visually-hidden">${label}</span>
          </label>`)}
      </fieldset>
    `;
  }
}

customElements.define('aurora-theme-switch', AuroraThemeSwitch);
