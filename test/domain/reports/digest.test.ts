/** The weekly digest: what chats and programs are sent, and when it is due. */
import { describe, expect, test } from '@jest/globals';
import { jsonDigest, slackMessage } from '../../../src/domain/reports/digest.js';
import { dueDigest } from '../../../src/domain/reports/schedule.js';
import { BLOCKED, HARBOUR, serviceNamed, WEEK_AGO } from '../../support/reported.js';

const digestOf = (...services: Parameters<typeof slackMessage>[0]['services']) => ({
  organisation: HARBOUR,
  services,
  day: '2026-11-23',
});

test('a message for a chat', () => {
  const message = slackMessage(
    digestOf(
      serviceNamed('buoy', { launchOn: '2027-01-15' }),
      serviceNamed(
        'quay',
        { ...BLOCKED, launchOn: '2026-12-01', champion: 'octocat' },
        { isAtRisk: true, weekAgo: WEEK_AGO },
      ),
    ),
  );
  expect(message).toMatchInlineSnapshot(`
{
  "blocks": [
    {
      "text": {
        "text": "Launch readiness of harbour, 2026-11-23",
        "type": "plain_text",
      },
      "type": "header",
    },
    {
      "text": {
        "text": "2 services: 0 launched, 1 ready to launch. 1 launch at risk, 1 more planned.",
        "type": "mrkdwn",
      },
      "type": "section",
    },
    {
      "text": {
        "text": "*At risk*
• <https://github.com/harbour/quay/issues/1|quay>: 2026-12-01, C, 2 in the way, octocat",
        "type": "mrkdwn",
      },
      "type": "section",
    },
    {
      "text": {
        "text": "*Next launches*
• <https://github.com/harbour/buoy/issues/1|buoy>: 2027-01-15, A, ready, nobody has it",
        "type": "mrkdwn",
      },
      "type": "section",
    },
    {
      "text": {
        "text": "*Changed since last week*
• <https://github.com/harbour/quay/issues/1|quay>: 3 blockers to 2, launch set to 2026-12-01, grade D to C",
        "type": "mrkdwn",
      },
      "type": "section",
    },
    {
      "text": {
        "text": "<https://seaworthy.example.com/o/harbour/launches|All launches>",
        "type": "mrkdwn",
      },
      "type": "section",
    },
  ],
  "text": "Launch readiness of harbour, 2026-11-23. 2 services: 0 launched, 1 ready to launch. 1 launch at risk, 1 more planned.",
}
`);
});

test('an organisation without services is told so', () => {
  expect(slackMessage(digestOf()).text).toBe(
    'Launch readiness of harbour, 2026-11-23. There is no service with a baseline yet.',
  );
});

test.each([
  ['a call of everybody', '<!channel>'],
  ['a link', '<https://evil.example|harmless>'],
  ['an end of a link', 'a>b|c'],
  ['10,000 characters', 'x'.repeat(10_000)],
  ['a line break', 'a\n• b'],
])('names with %s call and link nobody', (_, hostile) => {
  const { text, blocks } = slackMessage(digestOf(serviceNamed(hostile, { launchOn: '2027-01-01', champion: hostile })));
  const said = [text, ...blocks.map((block) => (block as { text: { text: string } }).text.text)];
  const marked = said.slice(2).join('\n');
  expect(text).not.toContain('<');
  expect(
    [...marked.matchAll(/<[^>]*>/g)].every(([link]) =>
      /^<https:\/\/(github\.com|seaworthy\.example\.com)\/[^<>|]*\|/.test(link),
    ),
  ).toBe(true);
  expect(said.every((part) => part.length <= 3_000)).toBe(true);
});

test('a list says how many more there are, and stays within what a block holds', () => {
  const many = Array.from({ length: 300 }, (_, at) =>
    serviceNamed(`${'n'.repeat(200)}${at}`, { launchOn: '2027-01-01' }, { id: at }),
  );
  const { blocks } = slackMessage(digestOf(...many));
  const list = (blocks[2] as { text: { text: string } }).text.text;
  expect(list.length).toBeLessThanOrEqual(3_000);
  const shown = list.split('\n').filter((line) => line.startsWith('•')).length;
  expect(list).toContain(`… and ${300 - shown} more`);
});

test('programs get the services that the digest is about, as the API has them', () => {
  const digest = digestOf(
    serviceNamed('idle', {}, { id: 1 }),
    serviceNamed('quay', { ...BLOCKED, launchOn: '2026-12-01' }, { id: 2, weekAgo: WEEK_AGO }),
  );
  expect(jsonDigest(digest)).toMatchObject({
    version: 1,
    kind: 'weekly-digest',
    organisation: 'harbour',
    services: [
      { repository: 'harbour/quay', changes: ['3 blockers to 2', 'launch set to 2026-12-01', 'grade D to C'] },
    ],
  });
});

describe('when it is due', () => {
  test.each([
    ['just before the hour', 'monday', 7, '2026-11-23T06:59:59Z', '2026-11-16', '2026-W47'],
    ['at the hour', 'monday', 7, '2026-11-23T07:00:00Z', '2026-11-23', '2026-W48'],
    ['at midnight', 'monday', 0, '2026-11-23T00:00:00Z', '2026-11-23', '2026-W48'],
    ['days late', 'monday', 7, '2026-11-26T12:00:00Z', '2026-11-23', '2026-W48'],
    ['on another day', 'friday', 16, '2026-11-26T12:00:00Z', '2026-11-20', '2026-W47'],
    ['late in the evening', 'sunday', 23, '2026-11-23T22:00:00Z', '2026-11-22', '2026-W47'],
    ['around the new year', 'friday', 7, '2027-01-01T08:00:00Z', '2027-01-01', '2026-W53'],
    ['in the first week', 'monday', 7, '2027-01-04T08:00:00Z', '2027-01-04', '2027-W01'],
  ] as const)('%s', (_, digestOn, digestAt, now, day, week) => {
    expect(dueDigest({ digestOn, digestAt }, new Date(now))).toEqual({ day, week });
  });
});
