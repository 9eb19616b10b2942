/** Expressions for a value given to a name: `name = "value"`, `name: value`, `"name": "value"`, `name => value`. */

/** What must not follow a value of letters and digits. */
export const END = '(?![A-Za-z0-9_])';

/**
 * `name` and `value` are expression sources; the rule's keyword must begin `name`.
 * Up to 20 more characters may belong to the name, as in `aws_secret_access_key_prod`.
 */
export function assigned(name: string, value: string): RegExp {
  return new RegExp(
    `${name}[A-Za-z0-9_.-]{0,20}\\\\?["'\`]?\\]?[ \\t]{0,8}(?::=|=>|[:=,])[ \\t]{0,8}\\\\?["'\`]?(?<secret>${value})${END}`,
    'i',
  );
}
