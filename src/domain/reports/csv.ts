/** Tables as CSV that spreadsheets open rightly: RFC 4180, in UTF-8, and without a cell that they would run as a formula. */

export type Cell = string | number | boolean | null;

/**
 * Goes before a file for people: Excel takes one without it for text in the code page of the machine, and names become rubbish.
 * Programs that know RFC 4180 alone would see it as part of the first heading; for them there is JSON.
 */
export const BYTE_ORDER_MARK = '\ufeff';

/**
 * What spreadsheets begin a formula with, also after blanks, and in its full width forms.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** A line with its end, CR LF, which the last one has too. Null is an empty cell; true and false are `yes` and `no`. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(field).join(',')}\r\n`;

function field(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  const text = defused(cell.replaceAll('\0', ''));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** An apostrophe before it: spreadsheets show the text as it is and compute nothing. */
function defused(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
