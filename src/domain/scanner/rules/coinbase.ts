/** Coinbase: a key of the developer platform is a name and an EC or Ed25519 key; older secrets are told by the name. */
import type { Finder, Rule, Sample } from '../rule.js';
import { either } from './_bodies.js';
import { pemBlock } from './_pem.js';
import { BASE64, none, random } from './_samples.js';
import { alnum, base64, joined, named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Coinbase',
  rank: 'vendor',
  severity: 'MAXIMUM',
  runbook: 'coinbase-key',
} as const;

/** How far behind the name the private key stands: the next field, or the next line. */
const REACH = 200;
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const NAME = new RegExp(`(?<=organizations/${UUID})/apiKeys/${UUID}`, 'iy');

const find: Finder = (text, at) => {
  NAME.lastIndex = at;
  if (!NAME.test(text)) return null;
  const header = text.slice(NAME.lastIndex, NAME.lastIndex + REACH).indexOf('-----BEGIN EC PRIVATE KEY');
  const block = header === -1 ? null : pemBlock(text, NAME.lastIndex + header);
  return block === null || block.encrypted ? null : block;
};

function keyFile(seed: number, kind: string): Sample {
  const line = '-'.repeat(5);
  const value = [
    `${line}BEGIN EC PRIVATE KEY${line}`,
    random(BASE64, 64, seed),
    random(BASE64, 64, seed + 1),
    `${line}END EC PRIVATE KEY${line}`,
  ].join('\\n');
  const name = `organizations/${uuid.make(seed)}/${kind}/${uuid.make(seed + 1)}`;
  return { text: `{"name": "${name}", "privateKey": "${value}\\n"}`, value };
}

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'coinbase-platform-key',
    title: 'Coinbase Developer Platform API key',
    opens: 'the balances, and trades or transfers, that it was granted',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['/apikeys/'],
    find,
    reference: 'https://docs.cdp.coinbase.com/get-started/authentication/cdp-api-keys',
    matches: () => [1, 4, 7].map((seed) => keyFile(seed, 'apiKeys')),
    ignores: () =>
      none(
        keyFile(10, 'users').text,
        `organizations/${uuid.make(13)}/apiKeys/${uuid.make(14)}`,
        `${keyFile(15, 'apiKeys').text.slice(0, 140)}..."}`,
      ),
  },
  {
    ...common,
    ...named(['coinbase', 'cdp_api', 'cdp_wallet'], either(joined(base64(86), '=='), alnum(64), alnum(32))),
    id: 'coinbase-secret',
    title: 'Coinbase API secret',
    opens: 'with its key: the balances, and trades or transfers, that it was granted',
    reference: 'https://docs.cdp.coinbase.com/exchange/rest-api/authentication',
  },
];

export default rules;
