const whole = new Intl.NumberFormat('en');
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const STEPS = [['second', 60], ['minute', 60], ['hour', 24], ['day', 30], ['month', 12], ['year', Infinity]];

/** 12345 -> "12,345". */
export function number(value) {
  return whole.format(value);
}

/** number(1) + word, with an s where it is not one: "1 model", "2 models". */
export function count(value, word) {
  return `${number(value)} ${word}${value === 1 ? '' : 's'}`;
}

/** "3 minutes ago" of an RFC 3339 time; `now` in milliseconds. */
export function ago(time, now = Date.now()) {
  let amount = (Date.parse(time) - now) / 1000;
  for (const [unit, size] of STEPS) {
    if (Math.abs(amount) < size) {
      return unit === 'second' && Math.abs(amount) < 5 ? 'just now' : relative.format(Math.round(amount), unit);
    }
    amount /= size;
  }
  return time;
}

/** "2026-11-27 14:00:05 UTC" of an RFC 3339 time: the same text for everybody who compares notes. */
export function moment(time) {
  return `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
