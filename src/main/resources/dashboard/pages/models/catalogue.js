import { api } from '../../core/api.js';

/**
 * Everything that can be called, as rows of the table.
 *
 * @typedef {Object} Row
 * @property {string} key tells rows apart: an alias may have a model's name
 * @property {'model'|'alias'} kind
 * @property {string} name
 * @property {string} provider empty where there is none
 * @property {string} model the model's id; of an alias, where it leads first
 * @property {Object|null} listed as GET /models has it; null for a disabled alias
 * @property {Object|null} alias as GET /aliases has it
 * @property {string} source upstream, configured, stale, or empty
 * @property {'open'|'restricted'|'denied'|'off'} access
 * @property {string} decidedBy the rule's text, or default
 * @property {boolean} priced
 * @property {string|null} hiddenBy of a model: the alias that has its very name
 * @property {string|null} bareHiddenBy of a model: the alias that has its bare id
 * @property {string|null} hides of an alias: the model, or bare id, that it hides
 * @property {string} text what a search looks through, in lower case
 *
 * @typedef {Object} Catalogue
 * @property {Row[]} rows by name
 * @property {Map<string, Row>} byKey
 * @property {Map<string, Object>} rules as GET /model-overrides has them, by selector
 * @property {Object[]} providers as GET /providers/status has them, in configured order
 * @property {string[]} categories
 * @property {import('../../components/combobox.js').Choice[]} targets what an alias may lead to
 * @property {string[]} places user paths that rules name
 */

/** @returns {Promise<Catalogue>} */
export async function loadCatalogue(signal) {
  const [models, aliases, rules, providers] = await Promise.all(['models', 'aliases', 'model-overrides', 'providers/status']
    .map(async (where) => (await api.get(where, { signal })).body));
  return catalogueOf({ models, aliases, rules, providers });
}

/** @returns {Catalogue} of the four answers */
export function catalogueOf({ models, aliases, rules, providers }) {
  const views = new Map(aliases.map((alias) => [alias.name, alias]));
  const enabled = new Set(aliases.filter((alias) => alias.enabled).map(({ name }) => name));
  const qualified = new Set();
  const bare = new Set();
  for (const { kind, name, model } of models) {
    if (kind === 'model') {
      qualified.add(name);
      bare.add(model);
    }
  }
  const hides = (name) => (qualified.has(name) || bare.has(name) ? name : null);
  const rows = models.map((listed) => (listed.kind === 'alias'
    ? aliasRow(listed, views.get(listed.name) ?? null, hides(listed.name))
    : modelRow(listed, enabled)));
  for (const alias of aliases) {
    if (!alias.enabled) rows.push(aliasRow(null, alias, null));
  }
  rows.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  return {
    rows,
    byKey: new Map(rows.map((row) => [row.key, row])),
    rules: new Map(rules.map((rule) => [rule.selector, rule])),
    providers,
    categories: [...new Set(models.flatMap((listed) => listed.categories))].sort(),
    targets: rows.map((row) => ({ value: row.name, hint: row.kind === 'alias' ? 'alias' : row.source })),
    places: [...new Set(rules.flatMap((rule) => rule.user_paths ?? []))].sort(),
  };
}

function modelRow(listed, aliases) {
  return {
    key: `model:${listed.name}`,
    kind: 'model',
    alias: null,
    hiddenBy: aliases.has(listed.name) ? listed.name : null,
    bareHiddenBy: aliases.has(listed.model) ? listed.model : null,
    hides: null,
    ...common(listed.name, listed, `${listed.metadata.display_name ?? ''}`),
  };
}

function aliasRow(listed, alias, hides) {
  const name = alias?.name ?? listed.name;
  const targets = (alias?.targets ?? []).map(targetText).join('\n');
  return {
    key: `alias:${name}`,
    kind: 'alias',
    alias,
    hiddenBy: null,
    bareHiddenBy: null,
    hides,
    ...common(name, listed, `${alias?.description ?? ''}\n${targets}`),
  };
}

function common(name, listed, more) {
  return {
    name,
    listed,
    provider: listed?.provider_name ?? '',
    model: listed?.model ?? '',
    source: listed?.source ?? '',
    access: listed ? accessOf(listed.access) : 'off',
    decidedBy: listed?.access.decided_by ?? '',
    priced: Boolean(listed?.price && !listed.price.unpriced),
    text: `${name}\n${listed?.provider_name ?? ''}\n${listed?.model ?? ''}\n${more}`.toLowerCase(),
  };
}

/** "provider/model" of a target as an alias's view has it. */
export function targetText({ provider, model }) {
  return provider ? `${provider}/${model}` : model;
}

function accessOf({ effective_enabled: enabled, user_paths: paths }) {
  if (!enabled) return 'denied';
  return paths === null || paths.includes('/') ? 'open' : 'restricted';
}
