import { CHAT } from './call.js';

/** A number as people write it, or undefined where nothing is written. */
function numberOf(text) {
  return text.trim() === '' ? undefined : Number(text);
}

/** What is wrong with the settings, by field; empty where nothing is. */
export function mistakes({ model, temperature, maxTokens, ownKey, key }) {
  const heat = numberOf(temperature);
  const most = numberOf(maxTokens);
  return {
    ...(model === '' ? { model: 'Write the name to call.' } : {}),
    ...(heat !== undefined && !(heat >= 0 && heat <= 2) ? { temperature: 'A number from 0 to 2, or nothing.' } : {}),
    ...(most !== undefined && !(Number.isSafeInteger(most) && most > 0) ? { maxTokens: 'A whole number of 1 or more, or nothing.' } : {}),
    ...(ownKey && !/^[\x21-\x7e]+$/.test(key) ? { key: key === '' ? 'Paste the key of an app.' : 'A key has no blanks and no letters beyond ASCII.' } : {}),
  };
}

/** The body of a call: what is left empty is left out. Turns that brought no text are not told again. */
export function bodyOf({ model, system, temperature, maxTokens, stream, usage }, turns) {
  return {
    model,
    messages: [
      ...(system.trim() === '' ? [] : [{ role: 'system', content: system }]),
      ...turns.filter(({ role, text, answer }) => role === 'user' ? text !== '' : answer.text !== '')
        .map(({ role, text, answer }) => ({ role, content: role === 'user' ? text : answer.text })),
    ],
    temperature: numberOf(temperature),
    max_tokens: numberOf(maxTokens),
    stream: stream ? true : undefined,
    stream_options: stream && usage ? { include_usage: true } : undefined,
  };
}

/** The same call for a POSIX shell, with $AURORA_KEY in place of the key. */
export function curlOf(body, path) {
  const address = new URL(CHAT, location.href.split('#')[0]).href;
  const lines = [
    `curl ${body.stream ? '-N ' : ''}${quoted(address)}`,
    '-H "Authorization: Bearer $AURORA_KEY"',
    "-H 'Content-Type: application/json'",
    ...(path ? [`-H ${quoted(`X-Aurora-User-Path: ${path}`)}`] : []),
    `--data-raw ${quoted(JSON.stringify(body))}`,
  ];
  return lines.join(' \\\n  ');
}

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
