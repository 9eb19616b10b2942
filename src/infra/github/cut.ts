/** Cutting texts to GitHub's limits: by bytes where GitHub counts bytes, never through the middle of a character. */

/** Of a check run's summary and text. The schema says characters, the server counts bytes (github/docs#35252). */
export const CHECK_TEXT_BYTES = 65_535;
/** Of a comment: GitHub counts 65,536 characters, and there are never fewer bytes. */
export const COMMENT_BYTES = 65_536;
/** Of `output.title` and of an annotation's title. */
export const TITLE_CHARACTERS = 255;
/** Of a commit status: more is 422 "description is too long" (palantir/policy-bot#72). */
export const STATUS_CHARACTERS = 140;
/** Of an annotation's message: 64 KB. */
export const MESSAGE_BYTES = 64 * 1024;

/** `text` if it fits into `maxBytes` of UTF-8, else its beginning up to a whole line where one is near, then `closing`. */
export function cutBytes(text: string, maxBytes: number, closing = ''): string {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.byteLength <= maxBytes) return text;
  const room = maxBytes - Buffer.byteLength(closing, 'utf8');
  if (room <= 0) return cutBytes(closing, maxBytes);
  let end = room;
  while (end > 0 && isContinuation(bytes[end])) end--;
  const lineEnd = closing === '' ? -1 : bytes.lastIndexOf(0x0a, end);
  if (lineEnd > end - 1000 && lineEnd > 0) end = lineEnd;
  return bytes.toString('utf8', 0, end) + closing;
}

/** `text` if it has at most `max` UTF-16 units, else its beginning with an ellipsis and no half character. */
export function cutCharacters(text: string, max: number): string {
  if (text.length <= max) return text;
  const last = text.charCodeAt(max - 2);
  const splits = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, splits ? max - 2 : max - 1)}…`;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
