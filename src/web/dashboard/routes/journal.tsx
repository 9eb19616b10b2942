/** `/o/:org/journal`: who decided what, when, on pages and as a file to take away. */
import { type Context, Hono } from 'hono';
import { BYTE_ORDER_MARK, csvLine } from '../../../domain/reports/csv.js';
import { watchChain } from '../../../infra/db/dashboard/chain.js';
import { exportJournal, type JournalLine, readJournalPage } from '../../../infra/db/dashboard/journal.js';
import type { DashboardEnv, DashboardParts } from '../access/env.js';
import { JournalPage, parseJournalQuery } from '../pages/journal.js';
import { nameFile, sendParts } from './_file.js';
import { type FrameParts, frameOf } from './_frame.js';

/** How an export is written: the beginning, and each entry. */
interface Format {
  readonly type: string;
  readonly begin: string;
  line(entry: JournalLine): string;
}

const FORMATS: Readonly<Record<'csv' | 'jsonl', Format>> = {
  csv: {
    type: 'text/csv; charset=utf-8',
    begin: BYTE_ORDER_MARK + csvLine(['seq', 'at', 'actor', 'repository', 'subject', 'kind', 'data', 'hash']),
    line: ({ seq, at, actor, repository, subject, kind, data, hash }) =>
      csvLine([seq, at.toISOString(), actor, nameOf(repository), subject, kind, JSON.stringify(data), hash]),
  },
  jsonl: {
    type: 'application/x-ndjson; charset=utf-8',
    begin: '',
    line: ({ repository, ...entry }) => `${JSON.stringify({ ...entry, repository: nameOf(repository) })}\n`,
  },
};

export function journalRoutes(parts: DashboardParts & FrameParts): Hono<DashboardEnv> {
  const chain = watchChain(parts.db, parts.clock, parts.log);
  const app = new Hono<DashboardEnv>();
  app.get('/o/:org/journal', async (context) => {
    const { filter, before } = parseJournalQuery(new URL(context.req.url).searchParams);
    const { account, installationId } = context.get('organisation');
    const page = await readJournalPage(parts.db, context.get('viewer'), installationId, filter, before);
    const frame = frameOf(context, parts);
    return context.html(
      <JournalPage frame={frame} account={account} page={page} filter={filter} chain={chain.latest()} />,
    );
  });
  app.get('/o/:org/journal.csv', (context) => exported(context, 'csv'));
  app.get('/o/:org/journal.jsonl', (context) => exported(context, 'jsonl'));
  return app;

  function exported(context: Context<DashboardEnv>, ending: keyof typeof FORMATS): Response {
    const format = FORMATS[ending];
    const { filter } = parseJournalQuery(new URL(context.req.url).searchParams);
    const { installationId } = context.get('organisation');
    const entries = exportJournal(parts.db, context.get('viewer'), installationId, filter);
    nameFile(context, format.type, `journal.${ending}`);
    return sendParts(context, written(entries, format), parts.log);
  }
}

async function* written(entries: AsyncIterable<JournalLine>, { begin, line }: Format) {
  yield begin;
  for await (const entry of entries) yield line(entry);
}

function nameOf(repository: JournalLine['repository']): string | null {
  return repository === null ? null : `${repository.owner}/${repository.name}`;
}
