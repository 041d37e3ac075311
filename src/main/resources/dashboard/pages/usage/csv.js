/** What spreadsheets take for the beginning of a formula, in the usual and in the wide form; some pass over blanks. */
const FORMULA = /^(\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;
/** The same after what other settings of a spreadsheet take for the end of a cell; our quotes do not hold there. */
const FORMULA_INSIDE = /([;\t|\r\n])(?=[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * A table as CSV by RFC 4180, in UTF-8. What a spreadsheet would run, at the beginning of a text or in it after what may be
 * a separator to it (`;`, a tab, `|`, a new line), gets an apostrophe before it, which says that it is text; numbers, and costs as the gateway sent them, stay as they are; what is not known is empty.
 *
 * @param {string[]} names of the columns
 * @param {*[][]} rows
 */
export function csv(names, rows) {
  return [names, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value) {
  if (value === null || value === undefined) return '';
  const text = String(value);
  if (typeof value === 'number' || typeof value === 'boolean') return text;
  const inside = text.replace(FORMULA_INSIDE, "$1'");
  const safe = FORMULA.test(text) ? `'${inside}` : inside;
  return /[",\r\n]/.test(safe) || safe !== text ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Has the browser save a text as a file. */
export function save(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
