const DAY_MS = 24 * 3600 * 1000;
const MOST_BARS = 31;

/** The ranges there are, as choices of a filter; a number counts days back from today. */
export const RANGES = [
  { value: '1', label: 'Today' },
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: 'custom', label: 'Dates' },
];

/** A date such as 2026-02-28 of milliseconds, by UTC. */
export function dateOf(milliseconds) {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function isDate(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') && !Number.isNaN(Date.parse(text));
}

/**
 * Which days are asked for, by UTC and both included.
 *
 * @param {Record<string, string>} query the URL's `range`, `from` and `to`
 * @returns {{range: string, start: string, end: string, days: number}}
 */
export function daysOf({ range = '30', from, to }, now = Date.now()) {
  const today = dateOf(now);
  const known = RANGES.some(({ value }) => value === range) ? range : '30';
  if (known !== 'custom') {
    const days = Number(known);
    return { range: known, start: dateOf(now - (days - 1) * DAY_MS), end: today, days };
  }
  const end = isDate(to) ? to : today;
  const start = isDate(from) && from <= end ? from : end;
  return { range: known, start, end, days: Math.round((Date.parse(end) - Date.parse(start)) / DAY_MS) + 1 };
}

/**
 * Days in as many bars as can be told apart.
 *
 * @returns {{start: string, end: string, label: string, tick: string}[]} in order; the last may be shorter; `tick` is short
 */
export function bars({ start, days }) {
  const size = Math.ceil(days / MOST_BARS);
  const first = Date.parse(start);
  const all = [];
  for (let day = 0; day < days; day += size) {
    const from = dateOf(first + day * DAY_MS);
    const to = dateOf(first + Math.min(days, day + size) * DAY_MS - DAY_MS);
    all.push({ start: from, end: to, label: from === to ? short(from) : `${short(from)} – ${short(to)}`, tick: short(from) });
  }
  return all;
}

/** The hours of one day. */
export function hours({ start }) {
  return Array.from({ length: 24 }, (_, hour) => {
    const text = String(hour).padStart(2, '0');
    return { start: `${start}T${text}:00:00Z`, end: start, label: `${text}:00`, tick: `${text}:00` };
  });
}

function short(date) {
  return new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
}
