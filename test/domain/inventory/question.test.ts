/** Questions about packages, and which versions are meant. */
import { UserError } from '../../../src/core/user-error.js';
import { matches, parseQuestion } from '../../../src/domain/inventory/question.js';

describe('a question about a package', () => {
  test.each([
    ['lodash', { ecosystem: null, name: 'lodash', range: null }],
    ['npm:lodash@<4.17.21', { ecosystem: 'npm', name: 'lodash', range: '<4.17.21' }],
    ['@babel/core@^7', { ecosystem: null, name: '@babel/core', range: '^7' }],
    ['@babel/core', { ecosystem: null, name: '@babel/core', range: null }],
    [
      'org.apache.logging.log4j/log4j-core@>=2.0 <2.17.1',
      { ecosystem: null, name: 'org.apache.logging.log4j/log4j-core', range: '>=2.0 <2.17.1' },
    ],
    [
      'maven:org.apache.logging.log4j:log4j-core',
      { ecosystem: 'maven', name: 'org.apache.logging.log4j/log4j-core', range: null },
    ],
    ['  Django@~=3.2 ', { ecosystem: null, name: 'Django', range: '~=3.2' }],
  ])('%s', (text, expected) => {
    expect(parseQuestion(text)).toEqual(expected);
  });

  test.each(['', '   ', '@', 'lodash@', 'lodash@soon', 'a b', 'x'.repeat(301), 'a@1@2'])('%p is none', (text) => {
    expect(() => parseQuestion(text)).toThrow(UserError);
  });
});

describe('a version and a range', () => {
  test.each([
    ['4.17.20', null, 'yes'],
    ['', null, 'yes'],
    ['4.17.20', '<4.17.21', 'yes'],
    ['4.17.21', '<4.17.21', 'no'],
    ['v1.2.3', '^1', 'yes'],
    ['2.14', '>=2.0 <2.17.1', 'yes'],
    ['2', '<3', 'yes'],
    ['2.17.1-rc1', '<2.17.1', 'yes'],
    ['1.2.3.4', '<2', 'yes'],
    ['^4.17.0', '<4.17.21', 'maybe'],
    ['^5.0.0', '<4.17.21', 'no'],
    ['>= 2.0, < 3', '>=2.5', 'maybe'],
    ['== 2.1', '2.1.0', 'maybe'],
    ['', '<1', 'maybe'],
    ['main', '<1', 'maybe'],
    ['2021-11-01T00:00', '<1', 'maybe'],
  ] as const)('%p in %p: %s', (version, range, expected) => {
    expect(matches(version, range)).toBe(expected);
  });
});
