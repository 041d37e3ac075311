/**
 * Costs as the gateway sends them: decimals in text, exact. They are added up as whole numbers of the smallest part and
 * rounded, for the eye alone, digit by digit; none of them becomes a binary fraction but to give a bar its height.
 */
const SCALE = 30;
const ONE = 10n ** BigInt(SCALE);

function units(text) {
  const [whole, fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole) * ONE + BigInt(fraction.slice(0, SCALE).padEnd(SCALE, '0'));
  return text.startsWith('-') ? -size : size;
}

function text(size) {
  const digits = String(size < 0n ? -size : size).padStart(SCALE + 1, '0');
  const fraction = digits.slice(-SCALE).replace(/0+$/, '');
  return `${size < 0n ? '-' : ''}${digits.slice(0, -SCALE)}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The sum of those that are known; null where none is. */
export function sum(amounts) {
  const known = amounts.filter((amount) => amount !== null && amount !== undefined);
  return known.length === 0 ? null : text(known.reduce((all, amount) => all + units(amount), 0n));
}

/** What is left of an amount; what is not known counts as nothing. */
export function minus(amount, other) {
  return text(units(amount ?? '0') - units(other ?? '0'));
}

/** Whether an amount is known and not 0. */
export function isSomething(amount) {
  return amount !== null && amount !== undefined && units(amount) !== 0n;
}

/** A text by which amounts, none of them below 0, sort as numbers do; null where it is not known. */
export function sortKey(amount) {
  return amount === null || amount === undefined ? null : String(units(amount)).padStart(80, '0');
}

/** How high a bar is: nothing but that may be made of it. */
export function height(amount) {
  return amount === null || amount === undefined ? 0 : Number(amount);
}

/**
 * An amount for the eye: from 1 on with two decimals, below with four digits that say something, so that what is not
 * nothing never looks like it. Half is rounded up.
 */
export function rounded(amount) {
  const size = units(amount);
  const positive = size < 0n ? -size : size;
  if (positive === 0n) return '0';
  const decimals = positive >= ONE ? 2 : Math.min(SCALE, Math.max(4, SCALE + 4 - String(positive).length));
  const step = 10n ** BigInt(SCALE - decimals);
  const [whole, fraction = ''] = text(((positive + step / 2n) / step) * step).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${size < 0n ? '-' : ''}${grouped}.${fraction.padEnd(2, '0')}`;
}
