/** JSON as the database can keep it, and in the one spelling that a hash needs. */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** NUL and halves of surrogate pairs: valid in JavaScript and in JSON, refused by PostgreSQL's text and jsonb. */
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** `text` with the replacement character where the database would refuse it. */
export function storable(text: string): string {
  return text.replace(UNSTORABLE, '\ufffd');
}

/** JSON with sorted keys and storable strings: equal values have equal texts, before and after the database. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(storable(value));
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => [storable(key), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}
