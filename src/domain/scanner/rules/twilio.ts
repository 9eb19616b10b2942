/** Twilio: ids begin with two letters and are public; the auth token or secret that follows one is 32 characters without a prefix. */
import type { Finder, Rule, Sample } from '../rule.js';
import { entropy } from './_checks.js';
import { around, HEX, none, random } from './_samples.js';
import { alnum, lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Twilio',
  rank: 'vendor',
  reference: 'https://www.twilio.com/docs/iam/api',
  runbook: 'twilio-token',
} as const;

/** The letters with a digit behind them, for keywords: two letters alone would be everywhere. */
const startsWith = (letters: string): string[] => [...HEX].map((digit) => letters + digit);

/**
 * `aca`, `acc` and `ace` are parts of many words, and so come with another digit. `acce` (access, accept) is left out: it
 * would cost more than all others for one account in 256.
 */
const ACCOUNTS = startsWith('ac')
  .flatMap((start) => (/[ace]$/.test(start) ? startsWith(start) : [start]))
  .filter((start) => start !== 'acce');

const SID = /AC[0-9a-f]{32}(?![0-9A-Za-z_])/y;
const ALONE = /(?<![0-9A-Za-z_-])[0-9a-f]{32}(?![0-9A-Za-z_-])/g;

/** How far behind an account id its token is looked for: the next argument, the next line of a settings file. */
const BESIDE = 160;

const besideAccount: Finder = (text, at) => {
  SID.lastIndex = at;
  if (!SID.test(text)) return null;
  const from = SID.lastIndex;
  for (const match of text.slice(from, from + BESIDE).matchAll(ALONE)) {
    if (entropy(match[0]) > 2.8) return { start: from + match.index, end: from + match.index + match[0].length };
  }
  return null;
};

const pair = (start: string, seed: number): Sample => {
  const value = random(HEX, 32, seed + 1);
  const sid = `AC${start.slice(2)}${random(HEX, 34 - start.length, seed + 70)}`;
  return { text: `sid = "${sid}"${seed % 2 === 0 ? ', ' : '\ntoken = '}"${value}"\n`, value };
};

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['twilio'], lowerHex(32)),
    id: 'twilio-auth-token',
    title: 'Twilio auth token',
    opens: 'an account: messages, calls and numbers at the owner’s cost',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    id: 'twilio-account-pair',
    title: 'Twilio auth token beside its account SID',
    opens: 'an account: messages, calls and numbers at the owner’s cost',
    severity: 'MAXIMUM',
    confidence: 'high',
    keywords: ACCOUNTS,
    find: besideAccount,
    matches: () => ACCOUNTS.map(pair),
    ignores: () =>
      none(
        `the account AC${random(HEX, 32)} is public`,
        `AC${random(HEX, 32)}: MG${random(HEX, 32)}`,
        `AC${random(HEX, 32)}, ${random(HEX, 40)}`,
        `ac${random(HEX, 32)}, ${random(HEX, 32, 2)}`,
        'access, accept, account',
      ),
  },
  {
    ...common,
    id: 'twilio-api-key-sid',
    title: 'Twilio API key SID',
    opens: 'nothing without its secret, which is often near',
    severity: 'LOW',
    confidence: 'medium',
    keywords: startsWith('sk'),
    find: /SK[0-9a-f]{32}(?![0-9A-Za-z_])/,
    matches: () => [...HEX].flatMap((digit, seed) => around(`SK${digit}${random(HEX, 31, seed + 1)}`)),
    ignores: () =>
      none(`SK${'0'.repeat(32)}`, `SK${random(HEX, 30)}`, `sk${random(HEX, 32)}`, `DESK${random(HEX, 32)}`, 'skeleton'),
  },
  {
    ...common,
    ...named(
      ['twilio_api_secret', 'twilio_api_key_secret', 'twilio_secret', 'twilioapisecret', 'twilio-api-secret'],
      alnum(32),
    ),
    id: 'twilio-api-secret',
    title: 'Twilio API key secret',
    opens: 'messages, calls and numbers at the owner’s cost',
    severity: 'HIGH',
  },
];

export default rules;
