/** The journal on a page: its words for every kind of entry, and what an address may ask of it. */
import type { JournalFilter, JournalLine } from '../../../src/infra/db/dashboard/journal.js';
import { EVERYTHING } from '../../../src/infra/db/dashboard/journal.js';
import { JOURNAL_KINDS, journalWords, subjectWords } from '../../../src/web/dashboard/components/journal-words.js';
import { JournalPage, journalParameters, parseJournalQuery } from '../../../src/web/dashboard/pages/journal.js';
import { frame, HOSTILE, NOW } from './support/frame.js';

test.each([
  ['item.done', { to: { evidence: 'https://ci.example' } }, 'done', 'https://ci.example'],
  ['item.done', { to: 'done' }, 'done', null],
  ['item.waived', { to: { until: '2027-01-31', reason: 'a partner' } }, 'risk accepted', 'until 2027-01-31: a partner'],
  ['item.verified', { because: 'seen in the header' }, 'verified', 'seen in the header'],
  ['item.assigned', { to: 'ada' }, 'assigned', '@ada'],
  ['item.unassigned', { from: ['ada', 'bob'] }, 'no longer assigned', '@ada, @bob'],
  ['waiver.asked', { until: '2027-01-31', reason: 'later' }, 'asked to accept the risk', 'until 2027-01-31: later'],
  [
    'waiver.approved',
    { until: '2027-01-31', requestedBy: 'bob' },
    'approved that the risk is accepted',
    'until 2027-01-31: asked by bob',
  ],
  ['service.launch', { from: { launchOn: null }, to: { launchOn: '2027-03-01' } }, 'launch day', '2027-03-01'],
  [
    'service.launch',
    { from: { launchOn: '2027-03-01' }, to: { launchOn: null } },
    'launch day',
    'taken back (was 2027-03-01)',
  ],
  [
    'service.risk',
    { from: { risk: { level: 'LOW' } }, to: { risk: { level: 'HIGH' } } },
    'risk level',
    'HIGH (was LOW)',
  ],
  ['service.champion', { from: { champion: 'ada' }, to: { champion: 'bob' } }, 'champion', '@bob (was @ada)'],
  ['baseline.opened', { checklists: ['repository', 'secrets'] }, 'baseline issue opened', 'repository, secrets'],
  ['policy.changed', { fileSha: '0123456789abcdef' }, 'policy changed', 'file 0123456'],
  ['finding.dismissed', { because: 'an example' }, 'no secret', 'an example'],
  ['something.new', { to: 1 }, 'something.new', null],
])('%s with %j is told as %s', (kind, data, what, detail) => {
  expect(journalWords({ kind, data })).toEqual({ what, detail });
});

test.each(JOURNAL_KINDS)('%s is told whatever its data are', (kind) => {
  for (const data of [null, 1, 'text', [], {}, { to: null, from: [null, 1] }, { __proto__: { reason: 'no' } }]) {
    expect(journalWords({ kind, data }).what).not.toBe('');
  }
});

test.each([
  ['item:hsts', 'hsts'],
  ['finding:0123456789abcdef', '01234567'],
  ['service', null],
  ['deployment:12', null],
])('%s is about %s', (subject, words) => {
  expect(subjectWords(subject)).toBe(words);
});

test.each<[string, Partial<JournalFilter>, number | null]>([
  ['', {}, null],
  ['actor=@ada&kind=waiver&repository=api', { actor: 'ada', kind: 'waiver', repository: 'api' }, null],
  ['from=2026-11-01&to=2026-11-30', { from: '2026-11-01', to: '2026-11-30' }, null],
  ['from=yesterday&to=2026-02-31&kind=%25&before=-1', {}, null],
  ['before=12', {}, 12],
  ['before=1e9&actor=%20', {}, null],
])('the address ?%s asks for %j before %s', (query, filter, before) => {
  expect(parseJournalQuery(new URLSearchParams(query))).toEqual({ filter: { ...EVERYTHING, ...filter }, before });
});

test('a filter survives its address', () => {
  const filter = { ...EVERYTHING, actor: 'ada', from: '2026-11-01' };
  expect(parseJournalQuery(journalParameters(filter)).filter).toEqual(filter);
});

const entry = (change: Partial<JournalLine>): JournalLine => ({
  seq: 7,
  at: NOW,
  actor: 'ada',
  repository: { id: 1, owner: 'acme', name: 'api' },
  subject: 'item:hsts',
  kind: 'item.waived',
  data: { to: { until: '2027-01-31', reason: 'a partner' } },
  hash: 'f'.repeat(64),
  ...change,
});

const shown = (entries: readonly JournalLine[], rest: Partial<Parameters<typeof JournalPage>[0]> = {}) =>
  String(
    <JournalPage
      frame={frame()}
      account="acme"
      page={{ entries, next: null }}
      filter={EVERYTHING}
      chain={null}
      {...rest}
    />,
  );

test('what people wrote stays text', () => {
  const page = shown([
    entry({ actor: HOSTILE.html, data: { to: { reason: HOSTILE.html } } }),
    entry({ repository: { id: 2, owner: 'acme', name: HOSTILE.rtl } }),
  ]);
  expect(page).not.toContain('<img');
  expect(page).toContain(`<bdi>${HOSTILE.rtl}</bdi>`);
  expect(page).not.toContain('style=');
});

test('an entry of no repository is the organisation’s', () => {
  expect(shown([entry({ repository: null, kind: 'policy.changed', subject: 'policy' })])).toContain('the organisation');
});

test('older entries are a link that keeps the filter', () => {
  const page = shown([entry({})], {
    page: { entries: [entry({})], next: 7 },
    filter: { ...EVERYTHING, actor: 'ada' },
  });
  expect(page).toContain('/o/acme/journal?actor=ada&amp;before=7');
  expect(page).toContain('/o/acme/journal.csv?actor=ada');
});

const WHOLE = { at: NOW, verdict: { intact: true, rows: 12, head: 'abcdef0123456789'.repeat(4) } } as const;
const BROKEN = { at: NOW, verdict: { intact: false, rows: 3, seq: 4, problem: 'its hash is another' } } as const;

test.each([
  ['nobody has looked yet', null, 'member', 'is being verified', '12 entries'],
  ['whole, for a member', WHOLE, 'member', 'Chain verified', '12 entries'],
  ['whole, for an owner', WHOLE, 'owner', '12 entries, the last hash is <code>abcdef0123456789</code>', 'is being'],
  ['broken', BROKEN, 'member', 'entry 4 does not fit (its hash is another)', 'Chain verified'],
] as const)('the chain: %s', (_, chain, seat, says, saysNot) => {
  const page = shown([], { chain, frame: frame({ organisation: { account: 'acme', seat } }) });
  expect(page).toContain(says);
  expect(page).not.toContain(saysNot);
});

test('nothing yet and nothing found are told apart', () => {
  expect(shown([])).toContain('Nothing was decided yet');
  expect(shown([], { filter: { ...EVERYTHING, actor: 'eve' } })).toContain('No entry is like this');
});
