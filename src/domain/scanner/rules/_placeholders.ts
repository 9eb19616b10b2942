/** Values that stand for a secret without being one: examples, templates, repeated or sequential characters, encrypted text. */

const WORDS =
  /example|redacted|change[-_ ]?me|placeholder|dummy|your[-_ ]|insert[-_ ]|replace|sample|\bfake|fake[-_]|not[-_]?a?[-_]?real|foobar|x{4}|todo/i;
const TEMPLATE =
  /\$\{|\$\(|\{\{|\}\}|<%|%>|#\{|%\{|%\(|\$\[\[|^\$[A-Za-z_]|^%[A-Za-z_]{1,60}%$|^<[^<>]{1,100}>$|\.\.\.|…|\*{3}|•{2}|@@[A-Z]|^__[A-Z0-9_]{1,60}__$|^\{[A-Za-z_]{1,60}\}$|^%[sdv]$/;
/** SOPS, Spring Cloud Config, Ansible Vault, eyaml, Vault and secret-manager references, sealed and masked values. */
const ENCRYPTED =
  /^(?:ENC\[|ENC\(|\{cipher\}|\$ANSIBLE_VAULT|!vault|DEC::|vault:|ref\+|op:\/\/|secretsmanager:|ssm:|arn:aws:|projects\/|AgA[A-Za-z0-9+/]{100})/;

/** Sequences that people type or print instead of a value, forwards; checked in runs of `RUN` characters. */
const SEQUENCES = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  '0123456789abcdef',
  'qwertyuiopasdfghjklzxcvbnm',
];
const RUN = 9;
/** Longer than any run of one character in a random value worth the name (chance below 1 in 10^9 over base 62). */
const SAME = 7;

/** True when `value` is no secret on the face of it. Looks at its first 512 characters only. */
export function isPlaceholder(value: string): boolean {
  const head = value.slice(0, 512);
  return WORDS.test(head) || TEMPLATE.test(head) || ENCRYPTED.test(head) || isSequential(head) || isRepetitive(head);
}

/** For each sequence, by character code: the code that follows in it, -1 where none does. */
const FOLLOWING = SEQUENCES.map((sequence) => {
  const following = new Int16Array(128).fill(-1);
  for (let at = 1; at < sequence.length; at += 1) following[sequence.charCodeAt(at - 1)] = sequence.charCodeAt(at);
  return following;
});

/** True where nine characters in a row follow the alphabet, the digits or the keyboard. */
export function isSequential(value: string): boolean {
  const lower = value.toLowerCase();
  return FOLLOWING.some((following) => {
    let run = 1;
    for (let at = 1; at < lower.length; at += 1) {
      run = following[lower.charCodeAt(at - 1)] === lower.charCodeAt(at) ? run + 1 : 1;
      if (run === RUN) return true;
    }
    return false;
  });
}

/** True for one character many times, few different characters, or a short block over and over. */
export function isRepetitive(value: string): boolean {
  let same = 1;
  for (let at = 1; at < value.length; at += 1) {
    same = value.charCodeAt(at) === value.charCodeAt(at - 1) ? same + 1 : 1;
    if (same >= SAME) return true;
  }
  if (value.length < 8) return false;
  if (!hasMoreThan(value.length >= 16 ? 5 : 3, value)) return true;
  const period = `${value}${value}`.indexOf(value, 1);
  return period <= value.length / 2;
}

/** True when `value` has more than `count` different characters. */
function hasMoreThan(count: number, value: string): boolean {
  const different: string[] = [];
  for (const char of value) {
    if (different.includes(char)) continue;
    if (different.push(char) > count) return true;
  }
  return false;
}
