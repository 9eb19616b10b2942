/** Text from people, made safe to stand inside a line of ours. */

/** Longest text that is shown, in characters; reasons are kept whole in the database. */
const LONGEST = 300;

const ZERO_WIDTH = '&#8203;';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  $: '&#36;',
  '@': `@${ZERO_WIDTH}`,
  '#': `#${ZERO_WIDTH}`,
  '\\': '\\\\',
  '`': '\\`',
  '*': '\\*',
  _: '\\_',
  '[': '\\[',
  ']': '\\]',
  '~': '\\~',
  '|': '\\|',
};

/**
 * One line of plain text as Markdown that shows just that text, wherever in a paragraph, list item or table cell it is put:
 * nobody is notified (`@name`, `@org/team`), nothing is cross-referenced (`#1`, `GH-1`, addresses), no HTML, marker, emphasis,
 * link or table cell begins. Line breaks become spaces; control and direction-changing characters go.
 * @param longest in characters as people count them; the rest becomes `…`
 */
export function escapeInline(text: string, longest = LONGEST): string {
  return shorten(oneLine(text), longest)
    .replace(/[&<>$@#\\`*_[\]~|]/g, (character) => ESCAPES[character] ?? character)
    .replace(/:\/\//g, `:${ZERO_WIDTH}//`)
    .replace(/www\./gi, (match) => `${match.slice(0, 3)}${ZERO_WIDTH}.`)
    .replace(/(?<prefix>GH)-(?=\d)/gi, `$<prefix>${ZERO_WIDTH}-`)
    .replace(/^[-+=](?=\s|$|[-+=])/, '\\$&')
    .replace(/^(?<number>\d{1,9})(?<dot>[.)])/, '$<number>\\$<dot>');
}

/** The same for a sentence of ours that names things in backticks: they stay code, whatever is in them. */
export function escapeText(text: string, longest = LONGEST): string {
  const parts = shorten(oneLine(text), longest).split('`');
  return parts
    .map((part, at) => {
      if (at % 2 === 1 && at < parts.length - 1 && part.trim() !== '') return code(part);
      return part.replace(/\S(?:.*\S)?/s, (words) => escapeInline(words, longest));
    })
    .join('');
}

/** A login as people write it, without notifying its owner. */
export function mention(login: string): string {
  return `@${ZERO_WIDTH}${escapeInline(login, 60)}`;
}

/** `code` for a word that is ours or was checked to be a slug; anything else loses its backticks and line breaks first. */
export function code(word: string): string {
  return `\`${oneLine(word).replaceAll('`', "'")}\``;
}

/** A link when `url` is a web address, else just the text. `text` is Markdown of ours. */
export function link(text: string, url: string): string {
  const address = webAddress(url);
  return address === undefined ? text : `[${text}](${address})`;
}

/** `url` as it can stand in a Markdown link and in a table; undefined when it is no http(s) address or holds credentials. */
export function webAddress(url: string): string | undefined {
  if (!URL.canParse(url) || url.length > 500) return undefined;
  const { protocol, username, password, href } = new URL(url);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '') return undefined;
  return href.replace(/[()<>\\`|]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu, '')
    .trim();
}

function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = [...text];
  return characters.length <= longest
    ? text
    : `${characters
        .slice(0, Math.max(0, longest - 1))
        .join('')
        .trimEnd()}…`;
}
