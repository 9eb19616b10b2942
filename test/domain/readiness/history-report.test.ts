/** What is said once about a history. */
import { type HistoryReport, historyReport } from '../../../src/domain/readiness/history-report.js';

const finding = {
  id: '7f3a91c2',
  kind: 'AWS access key',
  preview: 'AKIA••••',
  place: { path: 'prod.env', line: 3, commit: 'b'.repeat(40) },
};
const report = (over: Partial<HistoryReport> = {}): string =>
  historyReport({
    commits: 5012,
    findings: [finding],
    total: 1,
    unseen: [],
    isPublic: false,
    blocks: false,
    ...over,
  });

test('a private repository is told the places, and that they block nothing', () => {
  const text = report();
  expect(text).toContain('**1 secret in the history** (5,012 commits on every branch and tag)');
  expect(text).toContain('- **AWS access key** `AKIA••••` in `prod.env:3`, commit bbbbbbb (finding `7f3a91c2`)');
  expect(text).toContain('they block nothing');
  expect(text).toContain('/baseline rotated 7f3a91c2');
});

test('in a public repository no place is named, and it is said how to find them', () => {
  const text = report({ isPublic: true });
  expect(text).not.toContain('prod.env');
  expect(text).toContain('(finding `7f3a91c2`)');
  expect(text).toContain('seaworthy scan --history');
});

test('a policy that blocks is named', () => {
  expect(report({ blocks: true })).toContain('By the policy they block the launch.');
});

test('nothing found is said with how much was looked at', () => {
  expect(report({ findings: [], total: 0 })).toBe(
    '**No open secrets in the history**: all files of 5,012 commits on every branch and tag were looked at.',
  );
});

test('what was not seen is listed, and nothing found is not said of it', () => {
  const text = report({ findings: [], total: 0, unseen: [{ what: 'big.bin', reason: 'larger than 100 MiB' }] });
  expect(text).toContain(
    '**Not all of the history could be looked at.** No open secrets in the files of 5,012 commits',
  );
  expect(text).toContain('- `big.bin`: larger than 100 MiB');
});

test('where nothing could be read, nothing is said of what is in it', () => {
  const text = report({ commits: 0, findings: [], total: 0, unseen: [{ what: 'the history', reason: 'too slow' }] });
  expect(text).toMatch(/^\*\*Not all of the history could be looked at\.\*\*\n\n1 item could not/);
  expect(text).not.toContain('No open secrets');
});

test('of thousands fifty are listed', () => {
  const text = report({ findings: Array.from({ length: 60 }, () => finding), total: 4321 });
  expect(text).toContain('**4,321 secrets');
  expect(text).toContain('- and 4271 more');
});
