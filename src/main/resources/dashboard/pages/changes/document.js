/** As much as the gateway takes. */
const MOST_BYTES = 10 * 1024 * 1024;
const AROUND = 2;

/**
 * The text of a file that was picked.
 *
 * @param {File} file
 * @throws {Error} with a sentence for people, where it is too large or not UTF-8
 */
export async function textOf(file) {
  if (file.size > MOST_BYTES) {
    throw new Error('The file is larger than 10 MiB, which is the most that is taken.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch (problem) {
    throw new Error(problem instanceof TypeError ? 'The file is not UTF-8 text.' : 'The file could not be read. Pick it again.');
  }
}

/**
 * The lines around the one that a refusal names.
 *
 * @returns {{number: number, text: string, meant: boolean}[]} empty where it names none
 */
export function linesAround(text, message) {
  const named = Number(/\bline (\d+)/i.exec(message)?.[1] ?? 0);
  const lines = text.split(/\r\n|\r|\n/);
  return lines
    .map((line, index) => ({ number: index + 1, text: line.slice(0, 200), meant: index + 1 === named }))
    .filter(({ number }) => named > 0 && Math.abs(number - named) <= AROUND);
}

/** Has the browser save a text as a file; nothing is navigated to. */
export function save(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
