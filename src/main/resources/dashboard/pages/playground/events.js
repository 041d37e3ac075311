/**
 * Reads server-sent events as they come.
 *
 * @param {ReadableStream<Uint8Array>} body
 * @returns {AsyncGenerator<{event: string, data: string}>} `event` is "message" where it has no name
 */
export async function* eventsOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let lines = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = `${rest}${value}`.split(/\r\n|\n|\r(?!$)/);
      rest = parts.pop();
      for (const line of parts) {
        if (line !== '') {
          lines.push(line);
          continue;
        }
        const event = eventOf(lines);
        lines = [];
        if (event) yield event;
      }
    }
  } finally {
    reader.cancel().catch(() => { /* It is over already. */ });
  }
}

function eventOf(lines) {
  const fields = lines.map((line) => /^([^:]*)(?:: ?(.*))?$/s.exec(line)).filter(([, name]) => name !== '');
  const data = fields.filter(([, name]) => name === 'data').map(([, , value = '']) => value);
  const event = fields.findLast(([, name]) => name === 'event')?.[2] ?? 'message';
  return data.length === 0 ? null : { event, data: data.join('\n') };
}
