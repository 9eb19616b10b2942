/** One check run per head and name, always finished: created or updated, cut to the limits, short when GitHub refuses. */
import type { Annotation, CheckOutput, CheckRun, CheckRunContent, CheckRunKey, Checks, RepoName } from './gateway.js';
import { CHECK_TEXT_BYTES, cutBytes, cutCharacters, MESSAGE_BYTES, TITLE_CHARACTERS } from './cut.js';
import { NotFound, Unprocessable } from './errors.js';

/** GitHub takes this many in one request and appends those of the next. */
export const ANNOTATIONS_PER_REQUEST = 50;
const CUT_HERE = '\n\n_Cut here: GitHub shows no more than 65,535 bytes._\n';

export interface Known {
  /** The run of this key, when it is known: one request less. */
  readonly id?: number;
  /** Look for the run before creating one: after a try that may have worked. */
  readonly lookFirst?: boolean;
  /** Ours, so that nobody else's run of the same name is touched. */
  readonly appId?: number;
}

/**
 * One request for a new or known run with up to 50 annotations, one more for each further 50, one more for `lookFirst`.
 * The run is completed with the last request only, so that nobody sees half of the annotations on a finished run.
 * @throws GitHubError; `Unprocessable` only if GitHub refuses the short output too.
 */
export async function upsertCheckRun(
  checks: Checks,
  repo: RepoName,
  key: CheckRunKey,
  content: CheckRunContent,
  known: Known = {},
): Promise<CheckRun> {
  const id = known.id ?? (known.lookFirst === true ? await findRun(checks, repo, key, known.appId) : undefined);
  const fitted = withinLimits(content);
  try {
    return await send(checks, repo, key, id, fitted);
  } catch (error) {
    if (!(error instanceof Unprocessable) || fitted.output === undefined) throw error;
    // A run that stays pending for ever is the worst answer (safe-settings#245).
    const found = id ?? (await findRun(checks, repo, key, known.appId));
    return write(checks, repo, key, found, shorten(fitted));
  }
}

/** The newest run with this external id, for after a try that may have worked. */
async function findRun(checks: Checks, repo: RepoName, key: CheckRunKey, appId?: number): Promise<number | undefined> {
  const runs = await checks.list(repo, key.headSha, { name: key.name, ...(appId === undefined ? {} : { appId }) });
  return runs.find(({ externalId }) => externalId === key.externalId)?.id;
}

async function send(
  checks: Checks,
  repo: RepoName,
  key: CheckRunKey,
  id: number | undefined,
  content: CheckRunContent,
): Promise<CheckRun> {
  const parts = split(content);
  let run: CheckRun | undefined;
  for (const part of parts) run = await write(checks, repo, key, run?.id ?? id, part);
  if (run === undefined) throw new TypeError('A check run has at least one part');
  return run;
}

/** A run that has vanished (GitHub deletes those past 1,000 of a name) is created anew. */
async function write(
  checks: Checks,
  repo: RepoName,
  key: CheckRunKey,
  id: number | undefined,
  content: CheckRunContent,
): Promise<CheckRun> {
  if (id === undefined) return checks.create(repo, key, content);
  try {
    return await checks.update(repo, id, content);
  } catch (error) {
    if (error instanceof NotFound) return checks.create(repo, key, content);
    throw error;
  }
}

/** The same content in requests of at most 50 annotations each; all but the last leave the run in progress. */
export function split(content: CheckRunContent): CheckRunContent[] {
  const { output } = content;
  const annotations = output?.annotations ?? [];
  if (output === undefined || annotations.length <= ANNOTATIONS_PER_REQUEST) return [content];
  const parts: CheckRunContent[] = [];
  for (let from = 0; from < annotations.length; from += ANNOTATIONS_PER_REQUEST) {
    const isLast = from + ANNOTATIONS_PER_REQUEST >= annotations.length;
    const part: CheckOutput = { ...output, annotations: annotations.slice(from, from + ANNOTATIONS_PER_REQUEST) };
    parts.push(isLast ? { ...content, output: part } : { status: 'in_progress', output: part });
  }
  return parts;
}

/** The same content within GitHub's limits. */
export function withinLimits(content: CheckRunContent): CheckRunContent {
  const { output } = content;
  if (output === undefined) return content;
  return {
    ...content,
    output: {
      title: cutCharacters(output.title, TITLE_CHARACTERS),
      summary: cutBytes(output.summary, CHECK_TEXT_BYTES, CUT_HERE),
      ...(output.text === undefined ? {} : { text: cutBytes(output.text, CHECK_TEXT_BYTES, CUT_HERE) }),
      ...(output.annotations === undefined ? {} : { annotations: output.annotations.map(fitAnnotation) }),
    },
  };
}

function fitAnnotation(annotation: Annotation): Annotation {
  return {
    ...annotation,
    title: cutCharacters(annotation.title, TITLE_CHARACTERS),
    message: cutBytes(annotation.message, MESSAGE_BYTES),
    endLine: Math.max(annotation.startLine, annotation.endLine),
  };
}

/** What is left when GitHub does not accept the whole: the verdict, its title and the beginning of the summary. */
function shorten(content: CheckRunContent): CheckRunContent {
  const { title = '', summary = '' } = content.output ?? {};
  const { actions: _, ...rest } = content;
  const note = '\n\n_GitHub did not accept the full report, so this is its beginning._\n';
  return { ...rest, output: { title, summary: cutBytes(`${summary}${note}`, 4000, note) } };
}
