/** Sample secrets for the scanner's tests, assembled at run time, and an engine with all rules. */
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
