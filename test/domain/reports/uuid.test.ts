/** UUIDs of names, against the example of the standard. */
import { expect, test } from '@jest/globals';
import { uuidOf } from '../../../src/domain/reports/uuid.js';

test('the example of RFC 9562, appendix A.4', () => {
  expect(uuidOf('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
});

test('one name has one UUID, another has another', () => {
  expect(uuidOf('a')).toBe(uuidOf('a'));
  expect(uuidOf('a')).not.toBe(uuidOf('b'));
});
