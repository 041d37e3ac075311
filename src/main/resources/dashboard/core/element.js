import { LitElement } from 'lit';

/**
 * What every component and page extends. It renders into the document itself, so the style sheets in styles/ hold
 * everywhere, labels and descriptions reach across components, and the browser's own search finds all text.
 * Content comes as properties that hold Lit templates, since there are no slots.
 */
export class AuroraElement extends LitElement {
  createRenderRoot() {
    return this;
  }

  /** Tells whoever listens above. */
  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}

let lastId = 0;

/** An id that no other element has, for labels and descriptions. */
export function uniqueId(prefix) {
  lastId += 1;
  return `${prefix}-${lastId}`;
}
