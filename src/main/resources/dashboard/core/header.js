/**
 * Any text as the value of a header: its UTF-8 bytes, as the gateway reads them. fetch() takes a character for a byte.
 * Line breaks and other control characters, which no header holds, become blanks.
 */
export function headerText(text) {
  const bytes = new TextEncoder().encode(text.replace(/[\x00-\x1f\x7f]+/g, ' ').trim());
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** A header that the gateway percent-encoded, as the text that it stands for. */
export function decodedHeader(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
