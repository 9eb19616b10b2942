/** The report for a readiness meeting, as Markdown: what launches when, at risk first, what is in the way, who has it, what changed. */
import { escapeInline, plural } from '../checklist/index.js';
import { byUrgency, changesOf, hasLaunched, type ReportedOrganisation, type ReportedService } from './service.js';
import { champion, changeText, forecastText, inTheWay, serviceLink } from './words.js';

export interface MeetingInput {
  readonly organisation: ReportedOrganisation;
  /** In any order. */
  readonly services: readonly ReportedService[];
  /** In UTF-16 units, which is how GitHub counts the body of an issue at its strictest. */
  readonly longest: number;
}

/** Blockers named in a row; the others are counted. */
const NAMED = 3;

interface Section {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly string[];
}

/** Depends on nothing but what it is given, and so is the same until something changes. @param title plain text */
export function meetingReport(title: string, input: MeetingInput): string {
  return withinLength(`# ${escapeInline(title)}\n\n${summaryLine(input)}`, input);
}

/** The same without a title, below `head`. */
export function withinLength(head: string, input: MeetingInput): string {
  const more = (count: number) => `\n\n… and ${plural(count, 'more row')} than fit here${whereTo(input)}.`;
  // The longest that the closing line can be.
  let room = input.longest - head.length - more(input.services.length * 2).length - 1;
  let text = head;
  let leftOut = 0;
  for (const section of sectionsOf(input)) {
    const top = `\n\n## ${section.title}\n\n${tableTop(section.header)}`;
    const fitting = rowsThatFit(section.rows, room - top.length);
    leftOut += section.rows.length - fitting.length;
    if (fitting.length === 0) continue;
    const block = `${top}${fitting.map((row) => `\n${row}`).join('')}`;
    room -= block.length;
    text += block;
  }
  return `${text}${leftOut === 0 ? '' : more(leftOut)}\n`;
}

/** `12 services: 2 launched, 4 ready to launch. 1 launch at risk, 3 more planned.` */
export function summaryLine({ services }: Pick<MeetingInput, 'services'>): string {
  if (services.length === 0) return 'There is no service with a baseline yet.';
  const open = services.filter((service) => !hasLaunched(service));
  const atRisk = open.filter(({ isAtRisk }) => isAtRisk).length;
  const planned = open.filter(({ readiness, isAtRisk }) => readiness.launchOn !== null && !isAtRisk).length;
  const ready = open.filter(({ readiness }) => readiness.isReady).length;
  const launched = services.length - open.length;
  return `${plural(services.length, 'service')}: ${launched} launched, ${ready} ready to launch. ${plural(atRisk, 'launch', 'launches')} at risk, ${planned} more planned.`;
}

function sectionsOf({ services, organisation }: MeetingInput): readonly Section[] {
  const sorted = services.toSorted(byUrgency);
  const open = sorted.filter((service) => !hasLaunched(service));
  const atRisk = open.filter(({ isAtRisk }) => isAtRisk);
  const planned = open.filter(({ isAtRisk, readiness }) => !isAtRisk && readiness.launchOn !== null);
  const listed = new Set([...atRisk, ...planned]);
  const changed = sorted.filter((service) => !listed.has(service) && changesOf(service).length > 0);
  const launchRow = (service: ReportedService) => row(launchCells(service, organisation));
  return [
    { title: 'At risk', header: LAUNCHES, rows: atRisk.map(launchRow) },
    { title: 'Launches', header: LAUNCHES, rows: planned.map(launchRow) },
    {
      title: 'Also changed since last week',
      header: ['service', 'grade', 'since last week'],
      rows: changed.map((service) =>
        row([serviceLink(service, organisation), service.readiness.grade ?? '', changes(service)]),
      ),
    },
  ];
}

const LAUNCHES = [
  'service',
  'launch',
  'ready by, at the pace of the last weeks',
  'grade',
  'in the way',
  'who has it',
  'since last week',
];

function launchCells(service: ReportedService, organisation: ReportedOrganisation): readonly string[] {
  const { readiness, forecast } = service;
  return [
    serviceLink(service, organisation),
    readiness.launchOn ?? 'no date',
    readiness.isReady ? 'ready' : escapeInline(forecastText(forecast)),
    readiness.grade ?? '',
    readiness.absentBecause === null ? inTheWay(service, NAMED) : `no issue: ${escapeInline(readiness.absentBecause)}`,
    champion(service),
    changes(service),
  ];
}

function changes(service: ReportedService): string {
  return changesOf(service).map(changeText).join(', ');
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const tableTop = (header: readonly string[]): string => `${row(header)}\n${row(header.map(() => '---'))}`;

function rowsThatFit(rows: readonly string[], room: number): readonly string[] {
  let left = room;
  const end = rows.findIndex((text) => {
    left -= text.length + 1;
    return left < 0;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

/** Where all of it is, after a blank; empty where we have no pages for people. */
function whereTo({ organisation: { pagesUrl, account } }: MeetingInput): string {
  return pagesUrl === null ? '' : `: [all of it](${pagesUrl}/o/${encodeURIComponent(account)}/launches)`;
}
