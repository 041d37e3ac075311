const LABELS = {
  input_per_mtok: 'Input',
  output_per_mtok: 'Output',
  cached_input_per_mtok: 'Cached input',
  cache_write_per_mtok: 'Cache write',
  reasoning_output_per_mtok: 'Reasoning output',
  audio_input_per_mtok: 'Audio input',
  audio_output_per_mtok: 'Audio output',
  batch_input_per_mtok: 'Batch input',
  batch_output_per_mtok: 'Batch output',
  per_image: 'Image made',
  input_per_image: 'Image sent',
  per_request: 'Request',
  per_second_input: 'Second sent',
  per_second_output: 'Second made',
  per_character_input: 'Character sent',
  per_page: 'Page read',
};

/** All price fields but tiers, in order: {id, label, unit}. */
export const PRICE_FIELDS = Object.entries(LABELS).map(([id, label]) => ({ id, label, unit: id.endsWith('_per_mtok') ? 'per million tokens' : 'each' }));

const SIGNS = { USD: '$', EUR: '€', GBP: '£' };
const digits = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 12 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 12 });

/** 0.5 -> "$0.50"; 0 -> "free"; undefined -> "—". */
export function amount(value, currency = '') {
  if (value === undefined || value === null) return '—';
  if (value === 0) return 'free';
  const sign = SIGNS[currency];
  const text = (Number.isInteger(value) ? whole : digits).format(value);
  return sign ? `${sign}${text}` : `${text} ${currency}`.trim();
}

/** A price on one line: "$2 / $8", or the first that is known; `null` where none is. */
export function priceLine(price) {
  if (!price || price.unpriced) return null;
  const { input_per_mtok: input, output_per_mtok: output, currency } = price;
  if (input !== undefined || output !== undefined) {
    return input === 0 && output === 0 ? 'free' : `${amount(input, currency)} / ${amount(output, currency)}`;
  }
  const known = PRICE_FIELDS.find(({ id }) => price[id] !== undefined);
  return known ? `${amount(price[known.id], currency)} · ${known.label.toLowerCase()}` : 'tiers';
}

/** Where it is from: "list", "config", "override", or several. */
export function priceSources(price) {
  return [...new Set(Object.values(price?.sources ?? {}))].sort().join(', ');
}

/** What rows are sorted by: input and output together. */
export function priceOrder(price) {
  return price && !price.unpriced ? (price.input_per_mtok ?? 0) + (price.output_per_mtok ?? 0) : null;
}
