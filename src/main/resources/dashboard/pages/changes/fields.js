import { moment } from '../../core/format.js';

/** What a setting of each kind is made of, in the order people read it. Views hold more, which is left out. */
const FIELDS = {
  alias: ['targets', 'strategy', 'description', 'enabled', 'hidden', 'access', 'response_model'],
  rule: ['enabled', 'user_paths'],
  price: ['entries'],
  key: ['name', 'user_path', 'allowed_models', 'denied_models', 'expires_at', 'created_at', 'rotated_at', 'revoked_at'],
};

const LABELS = {
  targets: 'Targets', strategy: 'Strategy', description: 'Description', enabled: 'Enabled', hidden: 'Hidden', access: 'Access',
  response_model: 'Response model', user_paths: 'User paths', name: 'Name', user_path: 'User path', allowed_models: 'Allowed models',
  denied_models: 'Denied models', expires_at: 'Expires', created_at: 'Created', rotated_at: 'Rotated', revoked_at: 'Revoked',
};

/** What holds where nothing is said; not worth a line where a whole setting came or went. */
const DEFAULTS = { Strategy: 'weighted', Enabled: 'yes', Hidden: 'no', Access: 'both' };

/**
 * @typedef {{label: string, lines: string[]}} Field a list has a line for each element, all else has one
 */

/**
 * What a setting holds, field by field.
 *
 * @param {'alias'|'rule'|'price'|'key'} kind
 * @param {Object|string|null} value as in a change or a view; text is what the gateway cannot read, null is nothing
 * @returns {Field[]} without what is left out or null
 */
export function fieldsOf(kind, value) {
  if (value === null || value === undefined) return [];
  if (typeof value === 'string') return [{ label: 'Stored text', lines: [value] }];
  return FIELDS[kind].flatMap((name) => named(name, value[name]));
}

/** Whether a field says what would hold without it. */
export function isDefault({ label, lines }) {
  return lines.length === 1 && DEFAULTS[label] === lines[0].text;
}

function named(name, value) {
  if (value === null || value === undefined) return [];
  if (name === 'entries') return value.map(priceEntry);
  if (name === 'targets') return [{ label: LABELS.targets, lines: value.map(target) }];
  if (Array.isArray(value)) return [{ label: LABELS[name], lines: value.length === 0 ? ['none (an empty list)'] : value.map(String) }];
  if (name.endsWith('_at')) return [{ label: LABELS[name], lines: [moment(value)] }];
  return [{ label: LABELS[name], lines: [typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)] }];
}

/** A target as its writer would put it: "openai/gpt-4.1, weight 3". */
export function target({ provider, model, weight = 1 }) {
  return `${provider ? `${provider}/` : ''}${model}${weight === 1 ? '' : `, weight ${weight}`}`;
}

function priceEntry({ valid_from: from, pricing }) {
  const lines = Object.entries(pricing).flatMap(([name, value]) => name === 'tiers' ? value.map(tier) : [`${spoken(name)}: ${value}`]);
  return { label: `From ${moment(from)}`, lines: lines.length === 0 ? ['the base price'] : lines };
}

function tier({ up_to_mtok: bound, ...prices }) {
  const parts = Object.entries(prices).map(([name, value]) => `${spoken(name)}: ${value}`);
  return `up to ${bound} Mtok, ${parts.join(', ')}`;
}

/** "input_per_mtok" -> "input per Mtok". */
export function spoken(name) {
  return name.replaceAll('_', ' ').replace('mtok', 'Mtok');
}
