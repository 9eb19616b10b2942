/** The weekly summary as messages: for chats that take what Slack takes, and as JSON for programs. */
import { apiService } from './api.js';
import { summaryLine } from './meeting.js';
import {
  byUrgency,
  changesOf,
  hasLaunched,
  issueUrl,
  type ReportedOrganisation,
  type ReportedService,
} from './service.js';
import { changeText } from './words.js';

export interface Digest {
  readonly organisation: ReportedOrganisation;
  readonly services: readonly ReportedService[];
  /** Calendar date on which it was due. */
  readonly day: string;
}

/** Lines of one list: a message is read standing. */
const MOST_LINES = 10;

/** In characters. @see https://docs.slack.dev/reference/block-kit/blocks/section-block (3,000), …/header-block (150) */
const SECTION = 3_000;
const HEADER = 150;

/** Of a name or a text of people. */
const LONGEST = 100;

export interface SlackMessage {
  /** What notifications show, and clients that know no blocks. */
  readonly text: string;
  readonly blocks: readonly object[];
}

export function slackMessage({ organisation, services, day }: Digest): SlackMessage {
  const title = cut(`Launch readiness of ${organisation.account}, ${day}`, HEADER);
  const summary = summaryLine({ services });
  const sorted = services.toSorted(byUrgency);
  const open = sorted.filter((service) => !hasLaunched(service));
  const lists = [
    list(
      'At risk',
      open.filter(({ isAtRisk }) => isAtRisk),
      (service) => launchLine(service, organisation),
    ),
    list(
      'Next launches',
      open.filter(({ isAtRisk, readiness }) => !isAtRisk && readiness.launchOn !== null),
      (service) => launchLine(service, organisation),
    ),
    list(
      'Changed since last week',
      sorted.filter((service) => changesOf(service).length > 0),
      (service) => `${slackLink(service, organisation)}: ${changesOf(service).map(changeText).join(', ')}`,
    ),
  ];
  const { pagesUrl, account } = organisation;
  const all = pagesUrl === null ? [] : [`<${pagesUrl}/o/${encodeURIComponent(account)}/launches|All launches>`];
  return {
    text: escapeSlack(`${title}. ${summary}`),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title } },
      ...[escapeSlack(summary), ...lists, ...all]
        .filter((text) => text !== '')
        .map((text) => ({ type: 'section', text: { type: 'mrkdwn', text } })),
    ],
  };
}

/** For programs: services that are to launch, or changed. `version` changes when a field goes or means something else. */
export function jsonDigest({ organisation, services, day }: Digest): object {
  return {
    version: 1,
    kind: 'weekly-digest',
    organisation: organisation.account,
    day,
    services: services
      .filter(isNews)
      .toSorted(byUrgency)
      .map((service) => ({
        ...apiService(service, organisation),
        changes: changesOf(service).map(changeText),
      })),
  };
}

function isNews(service: ReportedService): boolean {
  return changesOf(service).length > 0 || (service.readiness.launchOn !== null && !hasLaunched(service));
}

function launchLine(service: ReportedService, organisation: ReportedOrganisation): string {
  const { launchOn, isReady, grade, blockerCount, champion } = service.readiness;
  const state = isReady ? 'ready' : blockerCount === 0 ? 'not ready' : `${blockerCount} in the way`;
  const who = champion === null ? 'nobody has it' : escapeSlack(cut(champion, LONGEST));
  return `${slackLink(service, organisation)}: ${launchOn ?? 'no date'}, ${grade ?? 'not graded'}, ${state}, ${who}`;
}

function slackLink(service: ReportedService, organisation: ReportedOrganisation): string {
  return `<${issueUrl(organisation, service)}|${escapeSlack(cut(service.name, LONGEST))}>`;
}

/** Whole lines only; empty where there are none. */
function list(
  title: string,
  services: readonly ReportedService[],
  lineOf: (service: ReportedService) => string,
): string {
  if (services.length === 0) return '';
  const top = `*${title}*`;
  let length = top.length + `\n… and ${services.length} more`.length;
  const lines = services.slice(0, MOST_LINES).map((service) => `• ${lineOf(service)}`);
  const fitting = lines.filter((line) => {
    length += line.length + 1;
    return length <= SECTION;
  });
  const more = services.length - fitting.length;
  return [top, ...fitting, ...(more > 0 ? [`… and ${more} more`] : [])].join('\n');
}

/** Mentions, links and addresses all begin with `<`. @see https://docs.slack.dev/messaging/formatting-message-text */
function escapeSlack(text: string): string {
  return text.replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] ?? '');
}

function cut(text: string, longest: number): string {
  const characters = [...text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')];
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest - 1).join('')}…`;
}
