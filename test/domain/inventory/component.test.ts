/** What is read out of a software bill of materials as GitHub gives it. */
import { componentsOf } from '../../../src/domain/inventory/component.js';

const entry = (purl: string | null, versionInfo = '') => ({
  name: 'x',
  versionInfo,
  externalRefs:
    purl === null ? [] : [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }],
});

describe('components of a bill of materials', () => {
  test.each([
    ['a package with its version', 'pkg:npm/lodash@4.17.20', '4.17.20', 'npm lodash 4.17.20'],
    ['a scope, percent-encoded', 'pkg:npm/%40babel/core@7.1.0', '7.1.0', 'npm @babel/core 7.1.0'],
    [
      'a namespace',
      'pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1',
      '',
      'maven org.apache.logging.log4j/log4j-core 2.14.1',
    ],
    [
      'qualifiers and a subpath',
      'pkg:golang/github.com/a/b@v1.2.3?type=module#cmd',
      '',
      'golang github.com/a/b v1.2.3',
    ],
    ['a range from a manifest only', 'pkg:pypi/requests', '>= 2.0, < 3', 'pypi requests >= 2.0, < 3'],
    ['no version at all', 'pkg:gem/rails', '', 'gem rails '],
    ['broken percent-encoding is kept', 'pkg:npm/a%zz@1.0.0', '', 'npm a%zz 1.0.0'],
  ])('%s', (_, purl, version, expected) => {
    const [component] = componentsOf({ packages: [entry(purl, version)] });
    expect(`${component?.ecosystem} ${component?.name} ${component?.version}`).toBe(expected);
  });

  test('the repository itself, actions, entries without address and doubles are left out', () => {
    const bill = {
      packages: [
        entry('pkg:github/harbour/quay@main'),
        entry('pkg:githubactions/actions/checkout@4'),
        entry(null, '1.0'),
        entry('not a purl'),
        entry('pkg:npm/lodash@4.17.20'),
        entry('pkg:npm/lodash@4.17.20'),
        null,
        { externalRefs: 'nonsense' },
      ],
    };
    expect(componentsOf(bill)).toEqual([{ ecosystem: 'npm', name: 'lodash', version: '4.17.20' }]);
  });

  test.each([null, 'text', {}, { packages: {} }])('nonsense has none: %j', (bill) => {
    expect(componentsOf(bill)).toEqual([]);
  });
});
