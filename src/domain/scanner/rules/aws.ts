/** Amazon Web Services: access key ids, and the secret keys that make them work. */
import { expressionFinder } from '../expression.js';
import type { Finder, Rule } from '../rule.js';
import { assigned } from './_assigned.js';
import { assignmentAt } from './_assignment.js';
import { characterKinds, entropy } from './_checks.js';
import { ALNUM, around, BASE64, none, random } from './_samples.js';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const KEY_ID = /A(?:KIA|SIA)[A-Z0-9]{16}(?![A-Za-z0-9_])/;
const SECRET = '[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])';

const WHOLE = /^[A-Za-z0-9/+]{40}$/;
const ALONE = new RegExp(`(?<![A-Za-z0-9/+=])${SECRET}`, 'g');

/** How far from its id a secret key is looked for: the next lines of a credentials file, a table row, a JSON object. */
const BESIDE = 300;

const named = expressionFinder([
  assigned('(?:aws_?secret|secret[_-]?access[_-]?key|secretaccesskey)', SECRET),
  // In XML and in command lines: <SecretAccessKey>…, --aws-secret-access-key …
  new RegExp(`secret[_-]?access[_-]?key(?:>|[ \\t]{1,4}["']?)(?<secret>${SECRET})`, 'i'),
]);

/** A secret key given to its name in any other way. */
const given: Finder = (text, at, keyword) => {
  const assignment = assignmentAt(text, at, at + keyword.length);
  return assignment !== null && WHOLE.test(text.slice(assignment.start, assignment.end)) ? assignment : null;
};

const keyId = expressionFinder(KEY_ID);

/** A secret key by its name, or the first one that follows a key id. */
const secretKey: Finder = (text, at, keyword, path) => {
  if (!/^a[ks]ia$/.test(keyword)) return named(text, at, keyword, path) ?? given(text, at, keyword, path);
  const id = keyId(text, at, keyword, path);
  if (id === null) return null;
  for (const match of text.slice(id.end, id.end + BESIDE).matchAll(ALONE)) {
    if (isRandom(match[0])) return { start: id.end + match.index, end: id.end + match.index + match[0].length };
  }
  return null;
};

/** Forty random characters have 4.4 bits each or more; paths, hashes and identifiers of that length do not, or lack a kind. */
function isRandom(value: string): boolean {
  return (
    entropy(value) > 4 && characterKinds(value.replace(/[/+]/g, '')) === 3 && !/[a-z]{9}|(?:\/[a-z]+){2}/.test(value)
  );
}

const common = {
  version: 1,
  provider: 'Amazon Web Services',
  rank: 'vendor',
  runbook: 'aws-access-key',
} as const;

const id = (prefix: string, seed: number): string => ['A', prefix].join('') + random(BASE32, 16, seed);

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'aws-access-key-id',
    title: 'AWS access key id',
    opens: 'an AWS account, together with its secret key',
    severity: 'HIGH',
    confidence: 'medium',
    keywords: ['akia', 'asia'],
    find: KEY_ID,
    check: ({ text, value, start, path }) => {
      if (!/^[A-Z2-7]{20}$/.test(value)) return { confidence: 'low' };
      return { confidence: secretKey(text, start, 'akia', path) === null ? 'medium' : 'high' };
    },
    reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids',
    matches: () => around(id('KIA', 1), id('SIA', 2)),
    ignores: () =>
      none(
        'AKIA and ASIA are prefixes',
        `${['AK', 'IA'].join('')}IOSFODNN7EXAMPLE`,
        id('KIA', 1).toLowerCase(),
        `${id('KIA', 3)}TOOLONG`,
        `CAUC${id('SIA', 4)}`,
      ),
  },
  {
    ...common,
    id: 'aws-secret-access-key',
    title: 'AWS secret access key',
    opens: 'an AWS account, with every right of the key’s user',
    severity: 'MAXIMUM',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['akia', 'asia', 'aws_secret', 'awssecret', 'secret_access_key', 'secret-access-key', 'secretaccesskey'],
    find: secretKey,
    check: ({ value }) => (isRandom(value) ? { confidence: 'high' } : null),
    reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html',
    matches: () => {
      const value = random(BASE64, 40, 5);
      return [
        `[default]\naws_access_key_id = ${id('KIA', 6)}\naws_secret_access_key = ${value}\n`,
        `${id('SIA', 7)},${value}\n`,
        `"SecretAccessKey": "${value}"`,
        `awsSecretKey: '${value}'`,
        `--secret-access-key ${value}`,
        `AWS_SECRET_ACCESS_KEY=${value}`,
      ].map((text) => ({ text, value }));
    },
    ignores: () =>
      none(
        `aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'EXAMPLE'}KEY`,
        `${id('KIA', 6)} belongs to another account`,
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell variable
        'AWS_SECRET_ACCESS_KEY=${AWS_SECRET_ACCESS_KEY}',
        `secret_access_key: ${random('0123456789abcdef', 40)}`,
        `aws_secret_access_key = ${random(ALNUM, 39)}`,
        'aws_secret_name = home/users/documents/reports/archive/old',
      ),
  },
];

export default rules;
