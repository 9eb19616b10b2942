/** Razorpay: key ids stand in checkout pages; with the secret of 24 characters that follows one they are a credential. */
import { expressionFinder } from '../expression.js';
import type { Finder, Rule } from '../rule.js';
import { characterKinds } from './_checks.js';
import { ALNUM, none, random } from './_samples.js';
import { alnum, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Razorpay',
  rank: 'vendor',
  reference: 'https://razorpay.com/docs/api/authentication/',
  runbook: 'razorpay-key',
} as const;

const keyId = expressionFinder(/rzp_(?:live|test)_[0-9A-Za-z]{14}(?![0-9A-Za-z_])/);
const ALONE = /(?<![0-9A-Za-z_])[0-9A-Za-z]{24}(?![0-9A-Za-z_])/g;

/** How far behind its id a secret is looked for: the next argument, the next line of a settings file. */
const BESIDE = 120;

const besideId: Finder = (text, at, keyword, path) => {
  const id = keyId(text, at, keyword, path);
  if (id === null) return null;
  for (const match of text.slice(id.end, id.end + BESIDE).matchAll(ALONE)) {
    if (characterKinds(match[0]) === 3) {
      return { start: id.end + match.index, end: id.end + match.index + match[0].length };
    }
  }
  return null;
};

const pair = (mode: string, seed: number, between: string): { text: string; value: string } => {
  const value = random(ALNUM, 24, seed);
  return { text: `key = "rzp_${mode}_${random(ALNUM, 14, seed + 1)}"${between}"${value}"\n`, value };
};

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['razorpay', 'rzp_key_secret', 'rzp_secret'], alnum(24)),
    id: 'razorpay-key-secret',
    title: 'Razorpay key secret',
    opens: 'payments, refunds and customers of an account',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    id: 'razorpay-key-pair',
    title: 'Razorpay key secret beside its key id',
    opens: 'payments, refunds and customers of an account',
    severity: 'MAXIMUM',
    confidence: 'high',
    keywords: ['rzp_live_', 'rzp_test_'],
    find: besideId,
    matches: () => [pair('live', 1, ', '), pair('test', 3, '\nsecret = '), pair('live', 5, ': ')],
    ignores: () =>
      none(
        `rzp_live_${random(ALNUM, 14)} is public`,
        `rzp_live_${random(ALNUM, 14)}: checkoutWithManyMoreWords`,
        `rzp_live_${random(ALNUM, 14)}, ${random(ALNUM, 30)}`,
        `rzp_live_ ${random(ALNUM, 24)}`,
      ),
  },
  {
    ...common,
    id: 'razorpay-live-key-id',
    title: 'Razorpay live key id',
    opens: 'nothing without its secret, which is often near',
    severity: 'LOW',
    confidence: 'low',
    keywords: ['rzp_live_'],
    find: /rzp_live_[0-9A-Za-z]{14}(?![0-9A-Za-z_])/,
    matches: () => [1, 2, 3].map((seed) => ({ text: `<a data-key="rzp_live_${random(ALNUM, 14, seed)}">` })),
    ignores: () =>
      none(
        `rzp_test_${random(ALNUM, 14)}`,
        'rzp_live_key',
        `rzp_live_${'x'.repeat(14)}`,
        `xrzp_live_${random(ALNUM, 14)}`,
      ),
  },
];

export default rules;
