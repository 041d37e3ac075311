const DAY_MS = 24 * 3600 * 1000;
const DAYS = [30, 90, 365];

/**
 * When a key is to end, as choices of a form: never, as it is, in so many days, or at a time.
 *
 * @param {string|null} present the expiry it has; null where it has none, or is yet to be made
 */
export function expiryChoices(present, now = Date.now()) {
  return [
    ...(present ? [{ value: 'keep', label: `${minute(present)} UTC, as it is` }] : []),
    { value: 'never', label: 'Never' },
    ...DAYS.map((days) => ({ value: String(days), label: `In ${days} days, ${day(now + days * DAY_MS)}` })),
    { value: 'at', label: 'At a time of your choice' },
  ];
}

/** What `expires_at` becomes by a choice; `at` is the text of a datetime-local input, taken for UTC. */
export function expiryOf(choice, at, present, now = Date.now()) {
  if (choice === 'keep') return present;
  if (choice === 'never') return null;
  if (choice === 'at') return at === '' ? '' : `${at.length === 16 ? `${at}:00` : at}Z`;
  return `${day(now + Number(choice) * DAY_MS)}T00:00:00Z`;
}

function day(milliseconds) {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function minute(time) {
  return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}
