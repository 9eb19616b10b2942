/** Counts, blockers, next steps, and how the header and the status reply say them. */
import {
  type HeaderFacts,
  type ItemState,
  itemsOf,
  nextSteps,
  render,
  renderHeader,
  renderStatus,
  summarise,
} from '../../../src/domain/checklist/index.js';
import { distance, minutes } from '../../../src/domain/checklist/words.js';
import { ASIDES, CHECKLISTS, IDS, item, STATES, view } from './support/sample.js';

const states = (record: Readonly<Record<string, ItemState>>) => new Map(Object.entries(record));

const header = (record: Readonly<Record<string, ItemState>>, facts: HeaderFacts = {}) =>
  renderHeader(summarise(CHECKLISTS, states(record), facts), facts, '2026-11-22').split('\n');

test('every item is counted once, retired ones are not', () => {
  const { counts } = summarise(
    CHECKLISTS,
    states({ hsts: STATES.done, csp: STATES.waived, sri: STATES.na, old: STATES.done }),
  );
  expect(counts).toEqual({
    total: 6,
    open: 3,
    done: 1,
    verified: 0,
    stale: 0,
    'not-applicable': 1,
    waived: 1,
    unknown: 0,
  });
});

test.each<[string, ItemState, boolean]>([
  ['open', STATES.open, true],
  ['done', STATES.done, false],
  ['verified', STATES.verified, false],
  ['out of date', STATES.stale, true],
  ['not applicable', STATES.na, false],
  ['waived', STATES.waived, false],
  ['not looked at', STATES.unknown, true],
])('a required item that is %s blocks: %#', (_name, state, blocks) => {
  const { blockers } = summarise(CHECKLISTS, states({ hsts: state }));
  expect(blockers.some(({ itemId }) => itemId === 'hsts')).toBe(blocks);
});

test('recommended and optional items do not block', () => {
  const { blockers } = summarise(CHECKLISTS, states({}));
  expect(blockers.map(({ itemId }) => itemId)).toEqual(['csp', 'hsts', 'protected', 'reviewed']);
});

test('next steps are those that take away most risk per minute, optional ones last', () => {
  const items = [
    item('slow', { risk: 'MAXIMUM', effort: 600 }),
    item('quick', { risk: 'LOW', effort: 1 }),
    item('nice', { risk: 'MAXIMUM', effort: 1, level: 'OPTIONAL' }),
    item('done', { risk: 'MAXIMUM', effort: 1 }),
    item('waived', { risk: 'MAXIMUM', effort: 1 }),
  ];
  const known = states({ done: STATES.done, waived: STATES.waived });
  expect(nextSteps(items, known, 5).map(({ id }) => id)).toEqual(['quick', 'slow', 'nice']);
});

test('the header of a new issue', () => {
  expect(header({}, { launch: '2026-12-15', champion: 'octocat' })).toEqual([
    '**Not ready to launch** · grade **F** (5) · risk **not said yet** (`/baseline risk`) · launch **2026-12-15**, in 23 days · champion @&#8203;octocat',
    '6 open of 6',
    '',
    'Four things block the launch:',
    '- `csp` The title of csp',
    '- `hsts` Browsers are told to use HTTPS only, for a year',
    '- `protected` The title of protected',
    '- and 1 more, in the list below',
    '',
    'Best next steps: `reviewed` (HIGH, 5 min) · `hsts` (HIGH, 10 min) · `protected` (HIGH, 10 min). One more item to a D-.',
    '',
    expect.stringContaining('<sub>Tick a box'),
  ]);
});

test('the header when all is done', () => {
  const done = Object.fromEntries(IDS.map((id) => [id, STATES.verified]));
  expect(header(done, { risk: 'MEDIUM' })).toEqual([
    '**Ready to launch** · grade **A+** (100) · risk **MEDIUM**',
    '6 verified · 0 open of 6',
    '',
    expect.stringContaining('<sub>Tick a box'),
  ]);
});

test('blockers from elsewhere come first', () => {
  const done = Object.fromEntries(IDS.map((id) => [id, STATES.done]));
  const blockers = [
    {
      text: 'one committed secret is not rotated yet',
      link: { text: 'finding 7f3a', url: 'https://example.com/7f3a' },
    },
  ];
  expect(header({ ...done, csp: STATES.unknown }, { blockers })).toEqual(
    expect.arrayContaining([
      'Two things block the launch:',
      '- one committed secret is not rotated yet, [finding 7f3a](https://example.com/7f3a)',
      '- `csp` The title of csp (the site did not answer)',
    ]),
  );
});

test('the status reply', () => {
  expect(renderStatus(view({ csp: STATES.done, hsts: STATES.done, protected: STATES.done }))).toBe(
    [
      '**Not ready to launch** · grade **B** (70) · risk **not said yet** (`/baseline risk`) · launch **2026-12-15**, in 23 days · champion @&#8203;octocat',
      '3 done · 3 open of 6',
      '',
      'One thing blocks the launch:',
      '- `reviewed` The title of reviewed',
      '',
      'Best next steps:',
      '',
      '| item | what | risk | takes |',
      '|--|--|--|--|',
      '| `reviewed` | The title of reviewed | HIGH | 5 min |',
      '| `sri` | The title of sri | MEDIUM | 10 min |',
      '| `deps-auto` | The title of deps-auto | LOW | 5 min |',
      '',
      'One more item to a B+.',
    ].join('\n'),
  );
});

test('the status reply when nothing is left', () => {
  const done = Object.fromEntries(itemsOf(CHECKLISTS).map(({ id }) => [id, STATES.done]));
  expect(renderStatus(view(done, { header: {} }))).toBe(
    '**Ready to launch** · grade **A+** (100) · risk **not said yet** (`/baseline risk`)\n6 done · 0 open of 6\n\nNothing is waiting to be done.',
  );
});

test('recommended items block where the policy counts them, optional ones never', () => {
  const { blockers } = summarise(CHECKLISTS, states({}), { shouldCounts: true });
  expect(blockers.map(({ itemId }) => itemId)).toEqual(['csp', 'hsts', 'protected', 'reviewed', 'sri']);
});

test.each<[string, HeaderFacts, string]>([
  ['launch in the past', { launch: '2026-11-20' }, '· launch **2026-11-20**, **2 days overdue**'],
  ['launch a month ago', { launch: '2026-10-23' }, '· launch **2026-10-23**, **30 days overdue**'],
  ['launch longer ago', { launch: '2026-10-22' }, '· launch **2026-10-22**, **overdue**'],
  ['launch yesterday', { launch: '2026-11-21' }, '· launch **2026-11-21**, **1 day overdue**'],
  ['launch today', { launch: '2026-11-22' }, '· launch **2026-11-22**, today'],
  [
    'launched before it was ready',
    { launch: '2026-11-25', launched: '2026-11-20' },
    '**Launched** on 2026-11-20, **not everything required is done** · grade **F** (5) · risk **not said yet** (`/baseline risk`)',
  ],
])('the first line: %s', (_name, facts, expected) => {
  expect(header({}, facts)[0]?.endsWith(expected)).toBe(true);
});

test('who is to see to an item, and whose approval it waits for, stand on its line until it is settled', () => {
  const lineOf = (id: string, states = {}) =>
    render(view(states, { asides: ASIDES }))
      .body.split('\n')
      .find((line) => line.includes(`\`${id}\` ·`))
      ?.replaceAll('&#8203;', '');
  expect(lineOf('csp')).toContain('· 4 h · assigned to @mona, @hubot, @ada and 1 more <!--');
  expect(lineOf('sri')).toContain(
    '· recommended · assigned to @mona · waiting for approval since 2026-11-20, approved by @ada so far: @octocat asks to accept the risk until 2027-01-31 because contract \\| with &lt;b&gt;@partner&lt;/b&gt; <!--',
  );
  expect(lineOf('sri', { sri: STATES.done })).not.toMatch(/assigned|waiting/);
  expect(lineOf('csp', { csp: STATES.waived })).toContain('contract with the partner · assigned to');
});

test.each<[string, readonly string[], readonly string[], string]>([
  [
    'nobody is named',
    ['hsts'],
    [],
    'Waiting for approval by a maintainer or administrator: `hsts` since 2026-11-20. `/baseline approve hsts`',
  ],
  [
    'a team and a person are named, and more wait than are listed',
    ['hsts', 'csp', 'sri', 'protected'],
    ['harbour/security', 'ada'],
    'Waiting for approval by @harbour/security, @ada: `hsts` since 2026-11-20, `csp` since 2026-11-20, `sri` since 2026-11-20 and 1 more. `/baseline approve hsts`',
  ],
])('the header says whose approval is missing where %s', (_, ids, approvers, expected) => {
  const aside = { asked: { by: 'mona', approvedBy: [], since: '2026-11-20', until: '2026-11-25', reason: 'later' } };
  const asides = new Map(ids.map((id) => [id, aside]));
  const { body } = render(view({}, { asides, header: { approvers } }));
  expect(body.replaceAll('&#8203;', '')).toContain(`\n\n${expected}\n\n`);
  expect(renderStatus(view({}, { asides, header: { approvers } })).replaceAll('&#8203;', '')).toContain(expected);
  expect(render(view({ hsts: STATES.done }, { asides: new Map([['hsts', aside]]) })).body).not.toContain('Waiting');
});

test('the header of a service that was launched', () => {
  const done = Object.fromEntries(IDS.map((id) => [id, STATES.done]));
  expect(header({ ...done, csp: STATES.open }, { launched: '2026-11-20' })[3]).toBe('One thing is still to be done:');
  expect(header(done, { launched: '2026-11-20' })[0]).toMatch(
    /^\*\*Launched\*\* on 2026-11-20, nothing required is open/,
  );
});

test('a baseline of which nothing applies has no grade', () => {
  const none = Object.fromEntries(IDS.map((id) => [id, STATES.na]));
  expect(summarise(CHECKLISTS, states(none))).toMatchObject({ grade: null, nextGrade: null });
  expect(header(none)[0]).not.toContain('grade');
});

test('accepted risks are looked at again when the first one ends', () => {
  const later: ItemState = { ...STATES.waived, until: '2027-06-30' };
  expect(summarise(CHECKLISTS, states({ hsts: later, csp: STATES.waived })).waivedUntil).toBe('2027-01-31');
  expect(summarise(CHECKLISTS, states({})).waivedUntil).toBeNull();
});

test.each([
  ['2026-11-22', 'today'],
  ['2026-11-23', 'tomorrow'],
  ['2026-11-21', 'yesterday'],
  ['2026-12-22', 'in 30 days'],
  ['2026-11-02', '20 days ago'],
  ['soon', ''],
])('from 2026-11-22, %s is %s', (date, words) => {
  expect(distance('2026-11-22', date)).toBe(words);
});

test.each([
  [5, '5 min'],
  [60, '1 h'],
  [90, '1 h 30 min'],
])('%i minutes are %s', (count, words) => {
  expect(minutes(count)).toBe(words);
});
