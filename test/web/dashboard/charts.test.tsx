/** Charts: said in words as well, honest about little data, and drawn without a style attribute. */
import type { Child } from 'hono/jsx';
import type { Letter } from '../../../src/domain/checklist/index.js';
import { BurnUp, inSentences } from '../../../src/web/dashboard/charts/burn-up.js';
import { GradeDistribution } from '../../../src/web/dashboard/charts/grade-distribution.js';
import { inSentence, OpenFindings } from '../../../src/web/dashboard/charts/open-findings.js';
import { Sparkline } from '../../../src/web/dashboard/charts/sparkline.js';
import { snapshotsOf, TODAY } from './support/organisation.js';

const text = (element: Child) => String(element);
const RANGE = { kind: 'range', from: '2026-12-10', to: '2027-01-08' } as const;
const UNCLEAR = { kind: 'unclear', because: 'Nothing was settled in six weeks.' } as const;
const PLAN = { forecast: null, launchOn: null, today: TODAY };

describe('the burn-up', () => {
  test.each([
    ['no figures', [], PLAN, 'There are no figures yet.'],
    ['no date', snapshotsOf(1), PLAN, '5 of 18 required items are out of the way. No launch date is set.'],
    [
      'a date and a range',
      snapshotsOf(1),
      { ...PLAN, launchOn: '2026-12-15', forecast: RANGE },
      '5 of 18 required items are out of the way. The launch is planned for 15 Dec 2026, in 22 days. At the pace of the last weeks the rest is done between 10 Dec 2026 and 8 Jan 2027.',
    ],
    [
      'no pace',
      snapshotsOf(1),
      { ...PLAN, forecast: UNCLEAR },
      '5 of 18 required items are out of the way. No launch date is set. Nothing was settled in six weeks.',
    ],
  ] as const)('with %s says so', (_name, days, plan, sentence) => {
    const snapshots = days.map((day) => ({ ...day, blockers: 13 }));
    expect(inSentences({ snapshots, ...plan })).toBe(sentence);
  });

  test('of one day is no chart', () => {
    const html = text(<BurnUp snapshots={snapshotsOf(1)} {...PLAN} />);
    expect(html).not.toContain('<svg');
    expect(html).toContain('begins with the second day');
  });

  test('draws what is done, what is asked for, the forecast and the launch, and has the figures', () => {
    const html = text(<BurnUp snapshots={snapshotsOf(45)} {...PLAN} forecast={RANGE} launchOn="2026-12-15" />);
    for (const part of ['chart-line', 'chart-goal', 'chart-forecast', 'chart-launch', '<title', '<desc', '<table'])
      expect(html).toContain(part);
    expect(html).not.toMatch(/NaN|undefined|\sstyle=/);
  });

  test('keeps room for what was when the launch is years away', () => {
    const html = text(<BurnUp snapshots={snapshotsOf(30)} {...PLAN} launchOn="2031-01-01" />);
    expect(html).not.toContain('<g class="chart-launch">');
    expect(html).toContain('1 Jan 2031');
  });
});

describe('the sparkline', () => {
  test.each([
    ['better', [40, 55, 75], 'Score from 40 to 75 since 2 weeks ago', '+35'],
    ['worse', [70, null, 65], 'Score from 70 to 65 since 2 weeks ago', '−5'],
    ['the same', [null, 60, 60], 'Score 60, as 1 week ago', '±0'],
  ])('says that it is %s', (_name, scores, words, change) => {
    const html = text(<Sparkline scores={scores} />);
    expect(html).toContain(`<title>${words}</title>`);
    expect(html).toContain(change);
    expect(html).not.toMatch(/NaN|\sstyle=/);
  });

  test.each([[[]], [[null, null]], [[null, 60]]])('of %j is too new to draw', (scores) => {
    expect(text(<Sparkline scores={scores} />)).not.toContain('<svg');
  });
});

test('the grades lead to what they count, and one without any leads nowhere', () => {
  const byGrade = new Map<Letter, number>([
    ['A+', 2],
    ['F', 1],
  ]);
  const html = text(
    <GradeDistribution byGrade={byGrade} ungraded={1} hrefOf={(grade) => `?grade=${grade}`} chosen="F" />,
  );
  expect(html.match(/<a /g)).toHaveLength(2);
  expect(html).toContain('href="?grade=A+"');
  expect(html.match(/aria-current="true"/g)).toHaveLength(1);
  expect(html).toContain('1 repository has no grade yet');
});

describe('open findings', () => {
  const week = (day: string, open: number, repositories: number) => ({ day, open, repositories });
  test.each([
    ['nothing', [], 'There are no figures yet.'],
    ['one week', [week('2026-11-23', 2, 5)], '2 secrets are open. The chart begins with the second week of figures.'],
    [
      'the same repositories',
      [week('2026-11-16', 3, 5), week('2026-11-23', 1, 5)],
      '1 secret is open; 3 on 16 Nov 2026.',
    ],
    [
      'others than before',
      [week('2026-11-16', 0, 1), week('2026-11-23', 2, 5)],
      '2 secrets are open; 0 on 16 Nov 2026. Then 1 repository was known, now 5.',
    ],
  ])('of %s', (_name, series, sentence) => {
    expect(inSentence(series)).toBe(sentence);
    expect(text(<OpenFindings series={series} />)).not.toMatch(/NaN|undefined|\sstyle=/);
  });
});
