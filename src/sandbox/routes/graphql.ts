/** The few GraphQL operations that have no REST twin: edit history, pinning an issue, and many texts in one request. */
import { pinIssue } from '../actions/issues.js';
import { ApiError } from '../api-error.js';
import { readBlob } from '../git/objects.js';
import { admit } from '../http/caller.js';
import { type ApiCall, ok, type Reply, type Route } from '../http/call.js';
import type { ContentEdit, Issue, Repository } from '../state/model.js';
import { nodeId } from '../world.js';

/** "You can pin up to three issues above the issues list in the repository." */
const PINNED_LIMIT = 3;

function failure(type: string, message: string): Reply {
  return ok({ data: null, errors: [{ type, message }] });
}

function variables(call: ApiCall): Readonly<Record<string, unknown>> {
  const given = call.body.variables;
  if (typeof given !== 'object' || given === null) return {};
  const { input, ...rest } = given as Record<string, unknown>;
  return typeof input === 'object' && input !== null ? { ...rest, ...input } : rest;
}

function issueOf(call: ApiCall): { repo: Repository; issue: Issue } | null {
  const { state } = call.world;
  const { owner, name, repo: repoName, number, id, issueId } = variables(call);
  const node = id ?? issueId;
  const named = state.repositoryNamed(String(owner), String(name ?? repoName));
  const issue =
    node === undefined
      ? state.issue(named?.id ?? 0, Number(number))
      : [...state.issues.values()].find((entry) => nodeId('I', entry.id) === node);
  const repo = issue === undefined ? undefined : state.repositories.get(issue.repositoryId);
  return issue === undefined || repo === undefined ? null : { repo, issue };
}

function editView(call: ApiCall, edit: ContentEdit): object {
  const type = call.world.state.user(edit.editor)?.type ?? 'User';
  const editor = { __typename: type, login: type === 'Bot' ? edit.editor.replace('[bot]', '') : edit.editor };
  return { editor, editedAt: edit.editedAt, createdAt: edit.editedAt, deletedAt: null, diff: edit.diff };
}

/** Newest first, as GitHub returns them; empty when never edited. */
function edits(call: ApiCall, issue: Issue): object {
  const nodes = [...issue.edits].reverse().map((edit) => editView(call, edit));
  const pageInfo = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
  return { totalCount: nodes.length, nodes, pageInfo };
}

function isGranted({ caller }: ApiCall, writes: boolean): boolean {
  if (caller.kind !== 'installation') return true;
  const { issues } = caller.token.permissions;
  return issues === 'write' || (issues === 'read' && !writes);
}

const BLOBS = /(?<alias>\w+): object\(oid: \$(?<variable>\w+)\) \{ \.\.\. on Blob \{ text isBinary isTruncated \} \}/g;

/** "text: UTF8 text data or null if the Blob is binary", of half a megabyte at most. */
const TEXT_BYTES = 512 * 1024;

async function blobs(call: ApiCall, query: string): Promise<Reply> {
  const given = variables(call);
  const repo = call.world.state.repositoryNamed(String(given.owner), String(given.name));
  const { caller } = call;
  const mayRead = caller.kind !== 'installation' || caller.token.permissions.contents !== undefined;
  if (repo === undefined || !mayRead) return failure('NOT_FOUND', 'Could not resolve to a Repository with the name.');
  const refusal = refusalOf(call, repo, false);
  if (refusal !== null) return refusal;
  const fields = [...query.matchAll(BLOBS)].map(async ({ groups }) => {
    const bytes = await readBlob(repo.gitDir, String(given[groups?.variable ?? '']));
    if (bytes === null) return [groups?.alias, null];
    const isBinary = bytes.subarray(0, 8000).includes(0);
    const text = isBinary ? null : Buffer.from(bytes.subarray(0, TEXT_BYTES)).toString('utf8');
    return [groups?.alias, { text, isBinary, isTruncated: bytes.length > TEXT_BYTES }];
  });
  return ok({ data: { repository: Object.fromEntries(await Promise.all(fields)) } });
}

/** Whether the caller may act on the repository, in GraphQL's words. */
function refusalOf(call: ApiCall, repo: Repository, writes: boolean): Reply | null {
  try {
    admit(call.world, call.caller, repo, writes);
    return null;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return failure(error.status === 404 ? 'NOT_FOUND' : 'FORBIDDEN', error.message);
  }
}

function handle(call: ApiCall): Reply | Promise<Reply> {
  const query = String(call.body.query ?? '');
  if (/\bon Blob\b/.test(query)) return blobs(call, query);
  const pins = /\bpinIssue\b/.test(query);
  const unpins = /\bunpinIssue\b/.test(query);
  if (!pins && !unpins && !/\buserContentEdits\b/.test(query)) {
    return failure(
      'NOT_IMPLEMENTED',
      'The sandbox answers userContentEdits, pinIssue, unpinIssue and texts of blobs only.',
    );
  }
  const found = issueOf(call);
  if (found === null) return failure('NOT_FOUND', 'Could not resolve to a node with the given identifier.');
  const { repo, issue } = found;
  if (!isGranted(call, pins || unpins)) return failure('FORBIDDEN', 'Resource not accessible by integration');
  const refusal = refusalOf(call, repo, pins || unpins);
  if (refusal !== null) return refusal;
  if (pins || unpins) return pin(call, repo, issue, pins);
  const view = {
    __typename: 'Issue',
    id: nodeId('I', issue.id),
    number: issue.number,
    body: issue.body ?? '',
    lastEditedAt: issue.edits.at(-1)?.editedAt ?? null,
    userContentEdits: edits(call, issue),
  };
  return ok({ data: { repository: { issue: view }, node: view } });
}

function pin(call: ApiCall, repo: Repository, issue: Issue, pinned: boolean): Reply {
  const count = [...call.world.state.issues.values()].filter(
    (other) => other.repositoryId === repo.id && other.pinned && other.id !== issue.id,
  ).length;
  if (pinned && count >= PINNED_LIMIT) {
    return failure('UNPROCESSABLE', 'Maximum 3 pinned issues per repository');
  }
  pinIssue(call.world, call.actor, repo, issue, pinned);
  return ok({ data: { [pinned ? 'pinIssue' : 'unpinIssue']: { issue: { id: nodeId('I', issue.id) } } } });
}

const routes: readonly Route[] = [{ method: 'POST', path: '/graphql', caller: 'any', handle }];

export default routes;
