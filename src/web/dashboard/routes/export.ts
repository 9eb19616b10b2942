/** What an organisation's page lists, to take away: for spreadsheets, programs, meetings, and tools of compliance. */
import { type Context, Hono } from 'hono';
import { dayOf } from '../../../core/clock.js';
import { type ListQuery, parseListQuery } from '../../../domain/outlook/list-query.js';
import { apiService } from '../../../domain/reports/api.js';
import { BYTE_ORDER_MARK, csvLine } from '../../../domain/reports/csv.js';
import { meetingReport } from '../../../domain/reports/meeting.js';
import { type AssessedService, assessmentResults } from '../../../domain/reports/oscal.js';
import type { ReportedOrganisation, ReportedService } from '../../../domain/reports/service.js';
import { COLUMNS, rowOf } from '../../../domain/reports/table.js';
import { readService } from '../../../flows/service.js';
import { eachService, type ReportFilter } from '../../../infra/db/dashboard/reports.js';
import type { DashboardEnv, DashboardParts } from '../access/env.js';
import { nameFile, sendParts } from './_file.js';

type Visit = Context<DashboardEnv>;

/** What a comment or an issue on GitHub holds, so that the report can be put into one. */
const MEETING = 65_536;

/** Repositories of one OSCAL document: each takes some ten queries and is some 50 kB. */
const MOST_ASSESSED = 200;

/** All of them take the parameters of the list: what is filtered there is filtered here. */
export function exportRoutes(parts: DashboardParts): Hono<DashboardEnv> {
  const { db, clock, log } = parts;
  const app = new Hono<DashboardEnv>();

  app.get('/o/:org/export.csv', (context) => {
    const organisation = organisationOf(context);
    nameFile(context, 'text/csv; charset=utf-8', 'services.csv');
    const line = (service: ReportedService) => csvLine(rowOf(service, organisation));
    return sendParts(context, written(servicesOf(context), [BYTE_ORDER_MARK + csvLine(COLUMNS), line, '']), log);
  });

  app.get('/o/:org/export.json', (context) => {
    const organisation = organisationOf(context);
    nameFile(context, 'application/json; charset=utf-8', 'services.json');
    const head = JSON.stringify({ version: 1, organisation: organisation.account });
    let separator = '';
    const line = (service: ReportedService) => {
      const text = `${separator}\n${JSON.stringify(apiService(service, organisation))}`;
      separator = ',';
      return text;
    };
    const layout = [`${head.slice(0, -1)},"services":[`, line, '\n],"next_cursor":null}\n'] as const;
    return sendParts(context, written(servicesOf(context), layout), log);
  });

  app.get('/o/:org/meeting.md', async (context) => {
    const services: ReportedService[] = [];
    for await (const service of servicesOf(context)) services.push(service);
    const organisation = organisationOf(context);
    const title = `Launch readiness of ${organisation.account}, ${dayOf(clock.now())}`;
    nameFile(context, 'text/markdown; charset=utf-8', 'meeting.md');
    return context.body(meetingReport(title, { organisation, services, longest: MEETING }));
  });

  app.get('/o/:org/oscal.json', async (context) => {
    const { account, installationId } = context.get('organisation');
    const reading = { db, clock, checklists: parts.checklists, job: { delivery: 'page', installationId } };
    const services: AssessedService[] = [];
    for await (const { id, owner, name } of servicesOf(context)) {
      if (services.length === MOST_ASSESSED)
        return context.text(
          `These are more than ${MOST_ASSESSED} repositories. Narrow the list, as by ?search=….\n`,
          422,
        );
      const { checklists, states } = await readService(id, reading);
      services.push({ id, owner, name, checklists, states });
    }
    // OSCAL has no document without a result.
    if (services.length === 0) return context.body(null, 204);
    nameFile(context, 'application/json; charset=utf-8', 'oscal.json');
    return context.body(JSON.stringify(assessmentResults({ account, at: clock.now(), services })));
  });

  return app;

  function servicesOf(context: Visit): AsyncGenerator<ReportedService, void, undefined> {
    const { installationId } = context.get('organisation');
    const filter = filterOf(parseListQuery(new URL(context.req.url).searchParams));
    return eachService(db, { installationId, seer: context.get('viewer') }, filter, dayOf(clock.now()));
  }

  function organisationOf(context: Visit): ReportedOrganisation {
    const { account } = context.get('organisation');
    return { account, githubUrl: parts.github.url, pagesUrl: parts.publicUrl };
  }
}

/** What stands before, how each service is told, and what stands behind. */
type Layout = readonly [head: string, lineOf: (service: ReportedService) => string, foot: string];

async function* written(services: AsyncIterable<ReportedService>, [head, lineOf, foot]: Layout) {
  yield head;
  for await (const service of services) yield lineOf(service);
  yield foot;
}

/** The list's sort and page are of no use to a file. */
function filterOf({ search, grade, risk, state, champion }: ListQuery): ReportFilter {
  return {
    search,
    grade: grade ?? undefined,
    risk: risk ?? undefined,
    champion: champion ?? undefined,
    isReady: state === 'ready' ? true : state === 'not-ready' ? false : undefined,
    isAtRisk: state === 'at-risk' ? true : undefined,
    hasLaunched: state === 'launched' ? true : undefined,
  };
}
