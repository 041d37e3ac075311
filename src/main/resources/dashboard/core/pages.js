/**
 * All pages in the order of the navigation. A page is loaded when it is first shown.
 *
 * @typedef {Object} Page
 * @property {string} id its name in URLs and of its files
 * @property {string} title
 * @property {string} tag its element
 * @property {() => Promise<*>} load
 */

/** @type {Page[]} */
export const pages = [
  { id: 'models', title: 'Models', tag: 'aurora-models', load: () => import('../pages/models.js') },
  { id: 'explain', title: 'Explain', tag: 'aurora-explain', load: () => import('../pages/explain.js') },
  { id: 'providers', title: 'Providers', tag: 'aurora-providers', load: () => import('../pages/providers.js') },
  { id: 'usage', title: 'Usage', tag: 'aurora-usage', load: () => import('../pages/usage.js') },
  { id: 'keys', title: 'Keys', tag: 'aurora-keys', load: () => import('../pages/keys.js') },
  { id: 'changes', title: 'Changes', tag: 'aurora-changes', load: () => import('../pages/changes.js') },
  { id: 'playground', title: 'Playground', tag: 'aurora-playground', load: () => import('../pages/playground.js') },
];

/** @returns {Page|undefined} */
export function pageOf(id) {
  return pages.find((page) => page.id === id);
}
