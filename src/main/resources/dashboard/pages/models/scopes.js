/**
 * What a rule's text speaks of, by the one grammar there is for names.
 *
 * @param {string} selector
 * @param {import('./catalogue.js').Catalogue} catalogue
 * @returns {{kind: 'global'|'provider'|'provider_model'|'name', text: string}}
 */
export function scopeOf(selector, catalogue) {
  if (selector === '/') return { kind: 'global', text: 'Everything' };
  const slash = selector.indexOf('/');
  const provider = slash > 0 ? selector.slice(0, slash) : '';
  if (catalogue.providers.some(({ name }) => name === provider)) {
    return slash === selector.length - 1
      ? { kind: 'provider', text: `All models of ${provider}` }
      : { kind: 'provider_model', text: `The model ${selector.slice(slash + 1)} of ${provider}` };
  }
  const alias = catalogue.byKey.has(`alias:${selector}`);
  const model = catalogue.rows.some((row) => row.kind === 'model' && row.model === selector);
  if (alias && model) return { kind: 'name', text: `The alias, and the model id at every provider` };
  if (alias) return { kind: 'name', text: 'The alias' };
  return { kind: 'name', text: model ? 'The model id at every provider' : 'Nothing that is known today' };
}

/** The names that a rule with this text speaks of, in the order of the catalogue. */
export function namesUnder(selector, catalogue) {
  const { kind } = scopeOf(selector, catalogue);
  const provider = selector.slice(0, -1);
  const within = {
    global: () => true,
    provider: (row) => row.kind === 'model' && row.provider === provider,
    provider_model: (row) => row.name === selector,
    name: (row) => row.name === selector || (row.kind === 'model' && row.model === selector),
  }[kind];
  return catalogue.rows.filter((row) => row.access !== 'off' && within(row)).map(({ name }) => name);
}

/** The rules that may speak of a row, the one that would decide first. @returns {{selector: string, label: string}[]} */
export function ladderOf(row) {
  const everything = { selector: '/', label: 'Everything' };
  if (row.kind === 'alias') return [{ selector: row.name, label: 'This alias' }, everything];
  return [
    { selector: row.name, label: 'This model' },
    { selector: `${row.provider}/`, label: `All of ${row.provider}` },
    { selector: row.model, label: 'This id at any provider' },
    everything,
  ];
}

/** "everyone", "nobody", or the places, of a rule. */
export function audience({ enabled, user_paths: paths }) {
  if (!enabled) return 'nobody';
  return paths === null ? 'everyone' : paths.join(', ');
}
