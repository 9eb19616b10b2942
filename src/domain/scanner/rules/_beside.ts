/** A value beside its vendor's name without being assigned to it: `vendor.api.key=`, a field of the vendor's block, an `ENV` line, prose. */
import type { Span } from '../rule.js';
import { isWordy } from './_words.js';
import type { Body } from './_shapes.js';

/** Characters between the name and the value: the rest of a name, a line break with its indent, a second name. */
const REACH = 90;
const BRIDGE = '[A-Za-z0-9_. \\t"\'`\\[\\]:=>{(,\\r\\n-]';
/** What stands around a value that is whole. */
const EDGE = '-A-Za-z0-9_/+';
const SECRETIVE = /key|token|secret|passw|pwd|credential|authorization/i;
const PUBLIC =
  /sha\d|hash|commit|digest|checksum|integrity|version|revision|release|trace|span|build|etag|(?:^|[^a-z])(?:id|uuid|guid)(?![a-z])|[a-z](?:Id|Uuid)(?![a-z])|public|dsn|url|sitekey|fingerprint|thumbprint|author\b/;

/** What stands before a value that is meant: a sign that gives it, its quote, or the word for what it is. */
const GIVES =
  /[:=>(,"'`\]]\s{0,8}$|(?:key|token|secret|passw|pwd|credential|authorization)[a-z]{0,8}\s{1,8}(?:is\s{1,8})?$/i;

/** Finds the first value of that form near behind `from`; the words between must speak of a secret, and of nothing public. */
export function besideFinder({ source, members }: Body): (text: string, from: number) => Span | null {
  const expression = new RegExp(
    `(?<bridge>${BRIDGE}{1,${REACH}}?)(?<![${EDGE}])(?<secret>${source})(?![${EDGE}=${members}]|[.:~][A-Za-z0-9])`,
    'y',
  );
  return (text, from) => {
    expression.lastIndex = from;
    const found = expression.exec(text)?.groups;
    if (found === undefined) return null;
    const { bridge = '', secret = '' } = found;
    if (!SECRETIVE.test(bridge) || PUBLIC.test(bridge) || !GIVES.test(bridge) || !isOneThought(bridge)) return null;
    const start = from + bridge.length;
    return { start, end: start + secret.length };
  };
}

/** One line break, two assignments and six words at most: more is another subject. What is no word belongs to a longer value. */
function isOneThought(bridge: string): boolean {
  const words = bridge.match(/[A-Za-z0-9_]{1,90}/g) ?? [];
  const count = (expression: RegExp): number => bridge.match(expression)?.length ?? 0;
  return (
    count(/\n/g) <= 1 &&
    count(/[:=]/g) <= 3 &&
    words.length <= 6 &&
    words.every((word) => /^[a-z]{1,2}$/i.test(word) || isWordy(word))
  );
}
