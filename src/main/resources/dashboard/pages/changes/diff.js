import { fieldsOf } from './fields.js';

/** Beyond so many comparisons, lists are not aligned line by line: all of the one stands before all of the other. */
const MOST_COMPARISONS = 250_000;

/**
 * @typedef {{sign: '+'|'-'|'', text: string}} Line
 * @typedef {{label: string, change: 'added'|'removed'|'changed', lines: Line[]}} FieldDiff
 */

/**
 * In which fields two values of a setting differ, in the order people read them.
 *
 * @returns {FieldDiff[]} empty where they say the same
 */
export function diffOf(kind, before, after) {
  const old = new Map(fieldsOf(kind, before).map(({ label, lines }) => [label, lines]));
  const fresh = new Map(fieldsOf(kind, after).map(({ label, lines }) => [label, lines]));
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((label) => {
    const was = old.get(label) ?? [];
    const is = fresh.get(label) ?? [];
    const lines = compared(was, is);
    if (lines.every(({ sign }) => sign === '')) return [];
    return [{ label, change: !old.has(label) ? 'added' : !fresh.has(label) ? 'removed' : 'changed', lines }];
  });
}

function compared(old, fresh) {
  let start = 0;
  while (start < Math.min(old.length, fresh.length) && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, fresh.length) - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  return [
    ...signed('', fresh.slice(0, start)),
    ...middle(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
    ...signed('', fresh.slice(fresh.length - end)),
  ];
}

function middle(old, fresh) {
  return old.length * fresh.length > MOST_COMPARISONS
    ? [...signed('-', old), ...signed('+', fresh)]
    : aligned(old, fresh);
}

/** By the longest common subsequence, what goes before what comes. */
function aligned(old, fresh) {
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      common[i][j] = old[i] === fresh[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  const lines = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      lines.push({ sign: '', text: fresh[j] });
      i += 1;
      j += 1;
    } else if (i < old.length && (j === fresh.length || common[i + 1][j] >= common[i][j + 1])) {
      lines.push({ sign: '-', text: old[i] });
      i += 1;
    } else {
      lines.push({ sign: '+', text: fresh[j] });
      j += 1;
    }
  }
  return lines;
}

function signed(sign, texts) {
  return texts.map((text) => ({ sign, text }));
}
