/** Ethereum: private keys are 64 hexadecimal digits, told by the names and calls they are given to; development keys are public. */
import type { Finder, Rule } from '../rule.js';
import { assignmentAt } from './_assignment.js';
import { entropy } from './_checks.js';
import { HEX, none, random } from './_samples.js';

/** The first accounts of Hardhat, Anvil and Ganache, in documentation and thousands of repositories, by how they begin. */
const DEVELOPMENT = new Set(
  'ac0974be 59c6995e 5de4111a 7c852118 47e179ec 8b3a350c 92db14e4 4bbbf85c dbda1821 2a871d07 4f3edf98'.split(' '),
);
const ABOUT = /hash|public|address|sha\d|digest|checksum|fingerprint|signature|salt|(?:^|[._-])id$|[a-z]Id$/i;
/** Names that keys of other kinds have as well: there the value must begin with `0x`. */
const OF_A_CHAIN = /eth|wallet|deployer|evm|chain|web3|sepolia|mainnet|goerli|polygon|bsc|hardhat|foundry/i;

function isKey(value: string): boolean {
  const digits = value.replace(/^0x/i, '').toLowerCase();
  return /^[0-9a-f]{64}$/.test(digits) && entropy(digits) >= 3 && !DEVELOPMENT.has(digits.slice(0, 8));
}

const LIST = /accounts["']?[ \t]{0,4}:[ \t]{0,4}\[\s{0,20}["'`](?<secret>(?:0x)?[0-9a-fA-F]{64})["'`]/iy;

const find: Finder = (text, at, keyword) => {
  if (keyword === 'accounts:') {
    LIST.lastIndex = at;
    const [whole = '', secret = ''] = LIST.exec(text) ?? [];
    const start = at + whole.length - 1 - secret.length;
    return isKey(secret) ? { start, end: start + secret.length, confidence: 'high' } : null;
  }
  const assignment = assignmentAt(text, at, at + keyword.replace('(', '').length);
  if (assignment === null || ABOUT.test(assignment.name)) return null;
  const { start, end, name } = assignment;
  const value = text.slice(start, end);
  const ofChain = OF_A_CHAIN.test(name);
  if (!isKey(value) || !(ofChain || value.startsWith('0x'))) return null;
  return { start, end, confidence: ofChain ? 'high' : 'medium' };
};

const key = (seed: number): string => `0x${random(HEX, 64, seed)}`;
const NAMES = ['private_key', 'privatekey', 'privkey', 'priv_key', 'deployer', 'wallet_key', 'walletkey', 'signer_key'];

const rule: Rule = {
  id: 'ethereum-private-key',
  version: 1,
  provider: 'Ethereum',
  title: 'Ethereum private key',
  opens: 'the coins, tokens and contracts of an account on every chain like it, for good',
  severity: 'MAXIMUM',
  confidence: 'medium',
  rank: 'vendor',
  boundary: 'anywhere',
  keywords: [...NAMES, 'wallet(', 'accounts:'],
  find,
  reference: 'https://ethereum.org/en/developers/docs/accounts/',
  runbook: 'crypto-wallet',
  matches: () => [
    ...NAMES.map((name, seed) => ({ text: `${name} = "${key(seed + 1)}"`, value: key(seed + 1) })),
    { text: `new ethers.Wallet("${key(20)}", provider)`, value: key(20) },
    { text: `accounts: ['${key(21)}'],`, value: key(21) },
    { text: `ETH_PRIVATE_KEY=${key(22).slice(2)}\n`, value: key(22).slice(2) },
  ],
  ignores: () =>
    none(
      `private_key_hash = "${key(30)}"`,
      `private_key = "0xac0974be${random(HEX, 56, 31)}"`,
      `private_key = "0x${'0'.repeat(63)}1"`,
      `private_key = "${random(HEX, 64, 32)}"`,
      `deployer = "0x${random(HEX, 40, 33)}"`,
      `tx = "${key(34)}"`,
    ),
};

export default rule;
