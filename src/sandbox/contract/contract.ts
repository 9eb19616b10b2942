/** The contract check in front of the sandbox: what GitHub would refuse is refused here, in GitHub's words, and recorded. */
import { limitErrors } from './limits.js';
import { matchOperation, type Operation } from './operations.js';
import { isGranted } from './permissions.js';
import { bodyErrors, queryErrors } from './schemas.js';
import type { Contract, ContractRequest, Refusal, Violation } from './types.js';

const DOCS = 'https://docs.github.com/rest';
const CONDITIONAL = ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'];
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What `errors[].resource` says, by the operation's family. */
const RESOURCES: readonly (readonly [RegExp, string])[] = [
  [/^issues\/\S*comment/, 'IssueComment'],
  [/^issues\/\S*label/, 'Label'],
  [/^issues\//, 'Issue'],
  [/^reactions\//, 'Reaction'],
  [/^checks\/\S*suite/, 'CheckSuite'],
  [/^checks\//, 'CheckRun'],
  [/^pulls\//, 'PullRequest'],
  [/status/, 'Status'],
  [/^security-advisories\//, 'RepositoryAdvisory'],
  [/^apps\//, 'Integration'],
];

export function createContract(): Contract {
  const violations: Violation[] = [];
  return {
    violations,
    validate(request) {
      const operation = matchOperation(request.method, request.path);
      const refusal = operation === null ? notFound() : judge(operation, request);
      if (refusal !== null)
        violations.push({
          method: request.method,
          path: request.path,
          operation: operation?.id ?? null,
          status: refusal.status,
          reasons: refusal.body.errors?.map((error) => error.message) ?? [refusal.body.message],
        });
      return refusal;
    },
  };
}

/** In GitHub's order: who asks, may they, is it well-formed. */
function judge(operation: Operation, request: ContractRequest): Refusal | null {
  const { permissions } = request;
  if (permissions !== null && operation.access === 'jwt')
    return refuse(401, 'A JSON web token could not be decoded', operation.docs);
  if (permissions !== null && operation.access === 'user')
    return refuse(403, 'Resource not accessible by integration', operation.docs);
  if (permissions !== null && operation.access !== 'none' && !isGranted(permissions, operation.access))
    return refuse(403, 'Resource not accessible by integration', operation.docs, {
      'x-accepted-github-permissions': operation.access,
    });
  if (!SAFE.has(request.method.toUpperCase()) && CONDITIONAL.some((name) => request.headers?.[name] !== undefined))
    return refuse(
      400,
      'Conditional request headers are not allowed in unsafe requests unless supported by the endpoint',
      operation.docs,
    );
  const resource = RESOURCES.find(([pattern]) => pattern.test(operation.id))?.[1] ?? 'Repository';
  const errors = [
    ...queryErrors(operation, request.query, resource),
    ...bodyErrors(operation, request.body, resource),
    ...limitErrors(operation.id, request.body, resource),
  ];
  if (errors.length === 0) return null;
  const refusal = refuse(422, 'Validation Failed', operation.docs);
  return { ...refusal, body: { ...refusal.body, errors } };
}

function notFound(): Refusal {
  return refuse(404, 'Not Found', DOCS);
}

function refuse(status: Refusal['status'], message: string, docs: string, headers: Refusal['headers'] = {}): Refusal {
  return { status, headers, body: { message, documentation_url: docs, status: String(status) } };
}
