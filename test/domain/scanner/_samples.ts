/** Sample secrets for the scanner's tests, assembled at run time, an engine with all rules, and hostile texts. */
import fc from 'fast-check';
import { createEngine } from '../../../src/domain/scanner/engine.js';
import { loadRules } from '../../../src/domain/scanner/registry.js';
import { ALNUM, BASE64, random } from '../../../src/domain/scanner/rules/_samples.js';

export const KEY = Buffer.alloc(32, 7);
export const engine = createEngine(await loadRules());
export const slackToken = `xoxb-${'9182736450'}-${'5463728190'}-${random(ALNUM, 24, 3)}`;
export const stripeKey = `sk_live_${random(ALNUM, 24, 5)}`;
export const pemKey = [
  `${'-'.repeat(5)}BEGIN RSA PRIVATE KEY${'-'.repeat(5)}`,
  random(BASE64, 64, 1),
  random(BASE64, 64, 2),
  `${'-'.repeat(5)}END RSA PRIVATE KEY${'-'.repeat(5)}`,
].join('\n');

/** Text of the pieces that rules look for, of secrets, and of anything at all. */
const pieces = fc.constantFrom(
  ...new Set(engine.rules.flatMap(({ keywords }) => keywords)),
  ...engine.rules.flatMap((rule) =>
    rule
      .matches()
      .slice(0, 2)
      .map(({ text }) => text),
  ),
  slackToken,
  stripeKey,
  ' = "',
  '"',
  '\\n',
  '\n',
  '://',
  '@',
  ':',
  '\ud83d',
  '\udc00',
  '\0',
  'é日🎉',
  'seaworthy:allow because',
  ...[slackToken, `password: "${stripeKey}"`].flatMap((text) => [
    Buffer.from(text).toString('base64'),
    Buffer.from(text).toString('hex'),
    encodeURIComponent(text),
    text.replace('_', '\\u005f'),
    [...text].join('\0'),
  ]),
  'kind: Secret\ndata:\n  a: ',
);
export const hostile = fc
  .array(fc.oneof(pieces, fc.string({ maxLength: 20 }), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 30 })
  .map((parts) => parts.join(''));
