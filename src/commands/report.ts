/** `/baseline report`: what another tool found, read, dated and judged by us, as the evidence of an item. */
import { dayOf } from '../core/clock.js';
import { UserError } from '../core/user-error.js';
import { code, escapeInline, type ItemState, webAddress } from '../domain/checklist/index.js';
import { judgeReport, type Report, readReport } from '../domain/evidence/report.js';
import { changeItem } from '../flows/change-item.js';
import type { Context } from '../flows/context.js';
import { Refused, Unreachable } from '../infra/net/errors.js';
import { defineCommand } from './_command.js';
import { demandAttester, findItem, parseItemId } from './_item.js';

const EXAMPLE = '/baseline report zap-baseline https://example.com/zap.json';

/** Days where neither the item nor the policy says how old evidence may be. */
const MAX_AGE_DAYS = 90;

/** A file that was dropped into the comment is a link in it: `[zap.json](https://…)`. */
const UPLOAD = /^\[[^\]]*\]\((?<url>[^()\s]+)\)$/;

export default defineCommand<{ item: string; url: string }>({
  name: 'report',
  summary:
    'Reads the report of ZAP, the HTTP Observatory, a SARIF tool or Scorecard, and records the item as done if it is good',
  usage: 'report <item> <link to the JSON>',
  whoCanUse: 'write',
  orAssigned: ({ item }) => item,
  examples: [
    'zap-baseline https://example.com/zap.json',
    'zap-baseline [zap.json](https://example.com/files/1/zap.json)',
  ],
  rejects: [
    '',
    'zap-baseline',
    'zap-baseline http://example.com/zap.json',
    'zap-baseline https://example.com/a and more',
  ],
  parse(args) {
    const [word, ...rest] = args.split(' ');
    const item = parseItemId(word, EXAMPLE);
    const given = rest.join(' ').trim();
    const url = webAddress(UPLOAD.exec(given)?.groups?.url ?? given);
    if (given.includes(' ') || url?.startsWith('https:') !== true)
      throw new UserError(`One https link to the report is needed, without credentials in it: \`${EXAMPLE}\`.`);
    return { item, url };
  },
  async run({ item: id, url }, subject, context) {
    const { item, state } = await findItem(id, subject, context);
    await demandAttester(item, subject, `report ${item.id} …`, context);
    const report = await read(url, context);
    const { evidenceMaxAgeDays } = await context.lifeRules(subject.repository, context);
    const maxAge = Math.min(item.maxAge ?? Number.POSITIVE_INFINITY, evidenceMaxAgeDays ?? Number.POSITIVE_INFINITY);
    const judged = judgeReport(report, context.clock.now(), Number.isFinite(maxAge) ? maxAge : MAX_AGE_DAYS);
    if (judged.kind === 'does-not-hold')
      throw new UserError(
        `This ${report.kind} report does not speak for ${code(item.id)}: ${escapeInline(judged.because)}.`,
      );
    const at = judged.at.toISOString();
    if (state.kind !== 'done' && state.at !== undefined && state.at > at)
      throw new UserError(
        `${code(item.id)} came to be as it is on ${state.at.slice(0, 10)}, after this report: a newer one is needed.`,
      );
    const done: ItemState = { kind: 'done', by: subject.by, at, evidence: url };
    const to = (from: ItemState) => (from.kind === 'verified' || (from.kind === 'done' && from.at > at) ? from : done);
    await changeItem(subject.repository, item.id, { by: subject.by, via: 'report', to }, context);
    const about = report.about === null ? '' : `, about ${code(report.about)}`;
    return `${report.kind} report of ${dayOf(judged.at)}${about}: ${escapeInline(judged.because)}. ${code(item.id)} is done.`;
  },
});

/** @throws UserError saying why it cannot be read, in words that tell what to do. */
async function read(url: string, { web }: Context): Promise<Report> {
  const answer = await web.fetch(url, { headers: { accept: 'application/json' } }).catch((error: unknown) => {
    if (error instanceof Refused || error instanceof Unreachable)
      throw new UserError(`The report cannot be read: ${escapeInline(error.message)}.`);
    throw error;
  });
  if (answer.status !== 200)
    throw new UserError(
      `The report cannot be read: its address answers ${answer.status}. It has to be readable without signing in; files dropped into a comment of a private repository are not.`,
    );
  if (answer.isCut)
    throw new UserError('The report is larger than 1 MiB. Leave out what passed, or link a shorter one.');
  const report = readReport(jsonOf(answer.body));
  if (report === null)
    throw new UserError(
      'That is no report that Seaworthy reads. It reads the JSON of ZAP, of the HTTP Observatory and of OpenSSF Scorecard, and SARIF 2.1.0.',
    );
  return report;
}

/** Null for what is no JSON. */
function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
}
