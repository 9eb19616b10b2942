/** Private keys in PEM form (RSA, EC, DSA, OpenSSH, PKCS #8, PGP) and in PuTTY's. */
import type { Rule, Sample } from '../rule.js';
import { PEM_REACH, pemFinder } from './_pem.js';
import { BASE64, HEX, none, random } from './_samples.js';

const common = {
  version: 1,
  provider: 'Private keys',
  confidence: 'high',
  rank: 'format',
  boundary: 'anywhere',
  // A key's base64 may hold any run of characters; `_pem.ts` tells filler by the whole body.
  judgesPlaceholders: true,
  reference: 'https://www.rfc-editor.org/rfc/rfc7468',
  runbook: 'private-key',
} as const;

const DASHES = '-'.repeat(5);

function block(label: string, body: string): string {
  const lines = body.match(/.{1,64}/g) ?? [];
  return [`${DASHES}BEGIN ${label}${DASHES}`, ...lines, `${DASHES}END ${label}${DASHES}`].join('\n');
}

function openSsh(cipher: string): string {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(cipher.length);
  return Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    length,
    Buffer.from(cipher + random(BASE64, 200, 7)),
  ]).toString('base64');
}

const exact = (value: string): Sample => ({ text: `first line\n${value}\nlast line\n`, value });

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'private-key',
    title: 'Private key',
    opens: 'whatever trusts the key: servers, certificates, signatures',
    severity: 'MAXIMUM',
    keywords: ['-----begin'],
    find: pemFinder(false),
    reach: PEM_REACH,
    matches: () => {
      const inline = block('EC PRIVATE KEY', random(BASE64, 160, 3)).replaceAll('\n', '\\n');
      return [
        ...['RSA PRIVATE KEY', 'DSA PRIVATE KEY', 'PRIVATE KEY', 'PGP PRIVATE KEY BLOCK'].map((label, seed) =>
          exact(block(label, random(BASE64, 800, seed + 1))),
        ),
        exact(block('OPENSSH PRIVATE KEY', openSsh('none'))),
        { text: `{"key": "${inline}\\n"}`, value: inline },
        exact(block('PRIVATE KEY', random(BASE64, 400, 8)).replaceAll('\n', ' ')),
        { text: `${DASHES}BEGIN RSA PRIVATE KEY${DASHES}\n${random(BASE64, 200, 9)}` },
      ];
    },
    ignores: () => [
      exact(block('PUBLIC KEY', random(BASE64, 300))),
      exact(block('CERTIFICATE', random(BASE64, 800))),
      exact(block('RSA PRIVATE KEY', '...')),
      exact(block('RSA PRIVATE KEY', 'x'.repeat(300))),
      exact(block('ENCRYPTED PRIVATE KEY', random(BASE64, 800))),
      exact(block('OPENSSH PRIVATE KEY', openSsh('aes256-ctr'))),
      ...none(`privateKey: "${DASHES}BEGIN PRIVATE KEY${DASHES}\\n...",\n  clientId: 'lv1.${random(HEX, 80)}'`),
      ...none(`if (text.startsWith('${DASHES}BEGIN PRIVATE KEY${DASHES}')) return parse(text);`),
    ],
  },
  {
    ...common,
    id: 'private-key-encrypted',
    title: 'Private key with a password',
    opens: 'whatever trusts the key, once the password is guessed',
    severity: 'MEDIUM',
    keywords: ['-----begin'],
    find: pemFinder(true),
    reach: PEM_REACH,
    matches: () => [
      exact(block('ENCRYPTED PRIVATE KEY', random(BASE64, 800, 1))),
      exact(block('OPENSSH PRIVATE KEY', openSsh('aes256-ctr'))),
      exact(
        block('RSA PRIVATE KEY', random(BASE64, 800, 2)).replace(
          '\n',
          '\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00FF\n\n',
        ),
      ),
    ],
    ignores: () => [
      exact(block('RSA PRIVATE KEY', random(BASE64, 800))),
      exact(block('OPENSSH PRIVATE KEY', openSsh('none'))),
      exact(block('ENCRYPTED PRIVATE KEY', '')),
    ],
  },
  {
    ...common,
    id: 'putty-private-key',
    title: 'PuTTY private key',
    opens: 'the servers that trust the key',
    severity: 'HIGH',
    keywords: ['private-lines:'],
    find: /Private-Lines: [0-9]{1,3}\r?\n(?<secret>(?:[A-Za-z0-9+/=]{1,64}\r?\n){1,200})Private-(?:MAC|Hash): /,
    reference: 'https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html',
    matches: () =>
      [1, 2, 3].map((seed) => {
        const value = `${random(BASE64, 64, seed)}\n${random(BASE64, 60, seed + 3)}\n`;
        return { text: `PuTTY-User-Key-File-3: ssh-ed25519\nPrivate-Lines: 2\n${value}Private-MAC: 00\n`, value };
      }),
    ignores: () => none('Private-Lines: 14', 'Private-Lines: 0\nPrivate-MAC: 00', `Private-Lines: 1\n${DASHES}\n`),
  },
];

export default rules;
