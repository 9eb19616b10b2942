/** A small baseline for the tests: two checklists with every kind of item. */
import type { Aside, Asides, Checklist, Item, ItemState, View } from '../../../../src/domain/checklist/index.js';

export const GUIDE = 'https://guide.example/items';

export function item(id: string, more: Partial<Item> = {}): Item {
  return {
    id,
    title: `The title of ${id}`,
    why: `Without ${id} something bad happens.`,
    how: `Do this:\n\n\`\`\`sh\n${id} --enable\n\`\`\``,
    level: 'MUST',
    risk: 'HIGH',
    effort: 10,
    evidence: 'A link to the setting.',
    references: ['https://example.com/more'],
    satisfies: ['MVSP-2.2'],
    ...more,
  };
}

export const CHECKLISTS: readonly Checklist[] = [
  {
    name: 'web',
    title: 'Web',
    summary: 'For pages.',
    sections: [
      {
        id: 'headers',
        title: 'HTTP headers',
        items: [
          item('hsts', { title: 'Browsers are told to use HTTPS only, for a year' }),
          item('csp', { risk: 'MAXIMUM', effort: 240 }),
          item('sri', { risk: 'MEDIUM', level: 'SHOULD' }),
        ],
      },
      { id: 'gone', title: 'All retired', items: [item('old', { retired: true })] },
    ],
  },
  {
    name: 'repo',
    title: 'Repository',
    summary: 'For code.',
    sections: [
      { id: 'branches', title: 'Branches & reviews', items: [item('protected'), item('reviewed', { effort: 5 })] },
      { id: 'deps', title: 'Dependencies', items: [item('deps-auto', { risk: 'LOW', level: 'OPTIONAL', effort: 5 })] },
    ],
  },
];

export const IDS = ['hsts', 'csp', 'sri', 'protected', 'reviewed', 'deps-auto'] as const;

export const NOW = '2026-11-22T12:00:00Z';

export function view(states: Readonly<Record<string, ItemState>> = {}, more: Partial<View> = {}): View {
  return {
    repository: { id: 4711 },
    checklists: CHECKLISTS,
    states: new Map(Object.entries(states)),
    header: { launch: '2026-12-15', champion: 'octocat' },
    today: '2026-11-22',
    guideUrl: GUIDE,
    notes: [],
    ...more,
  };
}

/** Of two items it is known whose they are, and of one that somebody asked to accept its risk. */
export const ASIDES: Asides = new Map<string, Aside>([
  ['csp', { assigned: ['mona', 'hubot', 'ada', 'octocat'] }],
  [
    'sri',
    {
      assigned: ['mona'],
      asked: {
        by: 'octocat',
        approvedBy: ['ada'],
        since: '2026-11-20',
        until: '2027-01-31',
        reason: 'contract | with <b>@partner</b>',
      },
    },
  ],
]);

export const STATES = {
  open: { kind: 'open' },
  reopened: { kind: 'open', by: 'mona', at: '2026-11-01T00:00:00Z', reason: 'the waiver ended on 2026-10-31' },
  done: { kind: 'done', by: 'octocat', at: '2026-11-20T08:00:00Z', evidence: 'https://example.com/pr/1' },
  nameless: { kind: 'done', by: null, at: '2026-11-20T08:00:00Z' },
  verified: { kind: 'verified', at: '2026-11-21T08:00:00Z', evidence: 'max-age=31536000' },
  stale: { kind: 'stale', at: '2026-11-21T08:00:00Z', reason: 'the scan is 120 days old' },
  na: { kind: 'not-applicable', by: 'octocat', at: '2026-11-20T08:00:00Z', reason: 'no API' },
  ruled: { kind: 'not-applicable', by: null, at: '2026-11-20T08:00:00Z', reason: 'visibility' },
  waived: {
    kind: 'waived',
    by: 'octocat',
    approver: 'security-lead',
    at: '2026-11-20T08:00:00Z',
    until: '2027-01-31',
    reason: 'contract with the partner',
  },
  unknown: { kind: 'unknown', at: '2026-11-21T08:00:00Z', reason: 'the site did not answer' },
} as const satisfies Record<string, ItemState>;
