/** Checksums of keys against published values of other kinds that have the same ones: addresses, not secrets. */
import {
  base58Decode,
  base58Encode,
  checkedPayload,
  RIPPLE_58,
  withChecksum,
} from '../../../../src/domain/scanner/rules/_base58.js';
import { hasBech32Checksum } from '../../../../src/domain/scanner/rules/_bech32.js';

test.each([
  ['Bitcoin', '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', undefined],
  ['XRP Ledger', 'rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh', RIPPLE_58],
])('an address of the %s holds twenty bytes and a version', (_, address, alphabet) => {
  const payload = checkedPayload(address, alphabet);
  expect(payload).toHaveLength(21);
  expect(withChecksum(payload ?? Buffer.alloc(0), alphabet)).toBe(address);
  expect(checkedPayload(`${address.slice(0, -1)}3`, alphabet)).toBeNull();
});

test('zeros at the start are kept, and characters of no alphabet refused', () => {
  const bytes = Buffer.from([0, 0, 7]);
  expect(base58Decode(base58Encode(bytes))).toEqual(bytes);
  expect(base58Decode('0OIl')).toBeNull();
  expect(checkedPayload('')).toBeNull();
});

test.each([
  ['the shortest of BIP 173', 'A12UEL5L', true],
  ['a public key of NIP 19', 'npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg', true],
  ['another last character', 'A12UEL5M', false],
  ['both cases', 'A12uEL5L', false],
  ['a character of no alphabet', 'A12UEL5B', false],
])('bech32: %s', (_, text, fits) => {
  expect(hasBech32Checksum(text)).toBe(fits);
});
