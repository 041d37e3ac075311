import { html, svg } from 'lit';

const SHAPES = {
  models: svg`<path d="M12 3 4 7.500v9L12 21l8-4.500v-9z"/><path d="m4 7.500 8 4.500 8-4.500M12 12v9"/>`,
  explain: svg`<circle cx="6" cy="6" r="2"/><circle cx="18" cy="18" r="2"/><path d="M8 6h6a3 3 0 0 1 0 6h-4a3 3 0 0 0 0 6h6"/>`,
  providers: svg`<rect x="4" y="4" width="16" height="6" rx="1.500"/><rect x="4" y="14" width="16" height="6" rx="1.500"/><path d="M8 7h.01M8 17h.01"/>`,
  usage: svg`<path d="M4 20V10m5 10V4m5 16v-7m5 7V8"/>`,
  keys: svg`<circle cx="8" cy="15" r="4"/><path d="m11 12 8-8m-3 3 3 3"/>`,
  changes: svg`<circle cx="12" cy="12" r="8"/><path d="M12 8v4l3 2"/>`,
  playground: svg`<path d="M4 5h16v11H9l-5 4z"/>`,
  refresh: svg`<path d="M19 12a7 7 0 1 1-2-5l2 2m0-5v5h-5"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  search: svg`<circle cx="11" cy="11" r="6"/><path d="m16 16 4 4"/>`,
  plus: svg`<path d="M12 5v14M5 12h14"/>`,
  edit: svg`<path d="m5 19 1-4L16 5l3 3L9 18z"/>`,
  trash: svg`<path d="M5 7h14M10 7V4h4v3m-7 0 1 13h8l1-13"/>`,
  copy: svg`<rect x="8" y="8" width="11" height="12" rx="1.500"/><path d="M5 16V5.500A1.500 1.500 0 0 1 6.500 4H15"/>`,
  check: svg`<path d="m5 12 5 5 9-10"/>`,
  warning: svg`<path d="M12 4 3 19h18zM12 10v4m0 2.500v.01"/>`,
  offline: svg`<path d="M4 9a12 12 0 0 1 16 0M7 13a8 8 0 0 1 10 0M12 18h.01M4 20 20 4"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 3v2m0 14v2M3 12h2m14 0h2M5.600 5.600 7 7m10 10 1.400 1.400m0-12.800L17 7M7 17l-1.400 1.400"/>`,
  moon: svg`<path d="M19 14a7.500 7.500 0 1 1-9-9 6 6 0 0 0 9 9z"/>`,
  system: svg`<rect x="4" y="5" width="16" height="11" rx="1.500"/><path d="M9 20h6"/>`,
  signout: svg`<path d="M10 5H5v14h5m4-11 4 4-4 4m4-4H9"/>`,
  right: svg`<path d="m9 6 6 6-6 6"/>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  download: svg`<path d="M12 4v11m-4-4 4 4 4-4M5 20h14"/>`,
  upload: svg`<path d="M12 16V5m-4 4 4-4 4 4M5 20h14"/>`,
  undo: svg`<path d="M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10H9"/>`,
  send: svg`<path d="M4 12 20 4l-5 16-3-7z"/>`,
  stop: svg`<rect x="6" y="6" width="12" height="12" rx="1.500"/>`,
  terminal: svg`<rect x="3" y="5" width="18" height="14" rx="1.500"/><path d="m7 10 3 2-3 2m5 1h4"/>`,
};

/** A drawing that says nothing by itself: a label stands beside it or on its button. Names are the keys above. */
export function icon(name) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${SHAPES[name]}</svg>`;
}
