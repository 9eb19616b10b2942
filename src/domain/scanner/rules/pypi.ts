/** PyPI and TestPyPI: tokens are macaroons, and name the index in their first bytes. */
import type { Rule } from '../rule.js';
import { ALNUM, around, none, random } from './_samples.js';

/** Behind the version (02) and the field (01) come the length and the name of the index; an id follows. */
const token = (index: string, seed: number): string => {
  const head = Buffer.concat([Buffer.from([2, 1, index.length]), Buffer.from(index), Buffer.from([2, 36])]);
  const body = Buffer.from(random(ALNUM, 100, seed));
  return `pypi-${Buffer.concat([head, body]).toString('base64url')}`;
};

/** The index that the token itself names. */
function indexOf(value: string): string {
  const bytes = Buffer.from(value.slice('pypi-'.length, 64), 'base64url');
  return bytes[0] === 2 && bytes[1] === 1 ? bytes.toString('latin1', 3, 3 + (bytes[2] ?? 0)) : '';
}

function shape(
  head: string,
  index: string,
): Pick<Rule, 'keywords' | 'find' | 'confidence' | 'check' | 'matches' | 'ignores'> {
  return {
    confidence: 'high',
    keywords: [head.toLowerCase()],
    find: new RegExp(`${head}[A-Za-z0-9_-]{50,1000}(?![A-Za-z0-9_-])`),
    check: ({ value }) => (indexOf(value) === index ? { confidence: 'high' } : null),
    matches: () => around(token(index, 1), token(index, 2)),
    ignores: () =>
      none(`${head} begins a token`, token(index, 3).slice(0, 40), token('pypi.acme.test', 4), `x${token(index, 5)}`),
  };
}

const common = {
  version: 1,
  provider: 'PyPI',
  rank: 'vendor',
  reference: 'https://pypi.org/help/#apitoken',
  runbook: 'pypi-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...shape('pypi-AgEIcHlwaS5vcmc', 'pypi.org'),
    id: 'pypi-token',
    title: 'PyPI API token',
    opens: 'publishing the packages that the token names',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...shape('pypi-AgENdGVzdC5weXBpLm9yZw', 'test.pypi.org'),
    id: 'testpypi-token',
    title: 'TestPyPI API token',
    opens: 'publishing to the test index',
    severity: 'LOW',
  },
];

export default rules;
