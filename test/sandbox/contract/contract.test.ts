/** The contract refuses what GitHub would refuse, in GitHub's words, and keeps a list of it. */
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { createContract } from '../../../src/sandbox/contract/contract.js';
import { matchOperation, OPERATIONS } from '../../../src/sandbox/contract/operations.js';
import { ACCESS, isGranted } from '../../../src/sandbox/contract/permissions.js';
import { closed, compileAll } from '../../../src/sandbox/contract/schemas.js';
import type { ContractRequest, Permissions, Refusal } from '../../../src/sandbox/contract/types.js';

const manifest = load(readFileSync('app.yml', 'utf8')) as {
  default_permissions: Permissions;
  default_events: string[];
};
const GRANTED = manifest.default_permissions;
const SHA = 'a'.repeat(40);
const ANNOTATION = { path: 'a.ts', start_line: 1, end_line: 1, annotation_level: 'failure', message: 'm' };

function ask(method: string, path: string, over: Partial<ContractRequest> = {}): Refusal | null {
  return createContract().validate({ method, path, query: {}, body: undefined, permissions: GRANTED, ...over });
}

function messages(refusal: Refusal | null): string[] {
  return refusal?.body.errors?.map((error) => error.message) ?? [];
}

const checkRun = { name: 'seaworthy/secrets', head_sha: SHA };
const annotated = (count: number, over: object = {}) => ({
  ...checkRun,
  output: { title: 't', summary: 's', annotations: Array.from({ length: count }, () => ({ ...ANNOTATION, ...over })) },
});
const action = (over: object = {}) => ({ label: 'Refresh', description: 'Look again', identifier: 'refresh', ...over });

describe('requests that GitHub takes', () => {
  test.each<[string, string, string, Partial<ContractRequest>]>([
    [
      'a check run',
      'POST',
      '/repos/o/r/check-runs',
      { body: { ...checkRun, status: 'completed', conclusion: 'success' } },
    ],
    ['a check run with 50 annotations', 'POST', '/repos/o/r/check-runs', { body: annotated(50) }],
    ['a check run in progress', 'PATCH', '/repos/o/r/check-runs/7', { body: { status: 'in_progress' } }],
    [
      'a finished check run',
      'PATCH',
      '/repos/o/r/check-runs/7',
      { body: { status: 'completed', conclusion: 'neutral' } },
    ],
    [
      'three buttons',
      'POST',
      '/repos/o/r/check-runs',
      { body: { ...checkRun, actions: [action(), action(), action()] } },
    ],
    [
      'a time with milliseconds',
      'POST',
      '/repos/o/r/check-runs',
      { body: { ...checkRun, started_at: '2026-11-22T10:00:00.123Z' } },
    ],
    [
      'an issue',
      'POST',
      '/repos/o/r/issues',
      { body: { title: 'Security baseline', body: '…', labels: ['security-baseline'] } },
    ],
    ['an issue body of 65,536 characters', 'PATCH', '/repos/o/r/issues/1', { body: { body: 'x'.repeat(65_536) } }],
    ['a reaction', 'POST', '/repos/o/r/issues/comments/3/reactions', { body: { content: 'eyes' } }],
    [
      'an open-issue list with paging',
      'GET',
      '/repos/o/r/issues',
      { query: { state: 'all', per_page: '100', page: '2' } },
    ],
    ['a comparison of branches with slashes', 'GET', '/repos/o/r/compare/main...feature/a', {}],
    ['a file in a folder', 'GET', '/repos/o/r/contents/.github/seaworthy.yml', { query: { ref: 'main' } }],
    ['the root folder', 'GET', '/repos/o/r/contents/', {}],
    ['a conditional read', 'GET', '/repos/o/r', { headers: { 'if-none-match': '"x"' } }],
    ['a token asked for by the App', 'POST', '/app/installations/5/access_tokens', { permissions: null }],
    [
      'a down-scoped token',
      'POST',
      '/app/installations/5/access_tokens',
      { permissions: null, body: { repository_ids: [1], permissions: { contents: 'read' } } },
    ],
    [
      'failed deliveries',
      'GET',
      '/app/hook/deliveries',
      { permissions: null, query: { status: 'failure', per_page: '100' } },
    ],
    ['a manifest conversion by nobody', 'POST', '/app-manifests/abc/conversions', { permissions: null }],
  ])('%s', (_, method, path, over) => {
    expect(ask(method, path, over)).toBeNull();
  });
});

describe('requests that GitHub refuses as malformed', () => {
  const run = '/repos/o/r/check-runs';
  test.each<[string, string, string, unknown, string | RegExp]>([
    [
      'an unknown conclusion',
      'POST',
      run,
      { ...checkRun, status: 'completed', conclusion: 'passed' },
      /conclusion must be equal to one of/,
    ],
    ['51 annotations', 'POST', run, annotated(51), /annotations must NOT have more than 50 items/],
    ['a missing head', 'POST', run, { name: 'x' }, '"head_sha" wasn\'t supplied.'],
    ['a short head', 'POST', run, { name: 'x', head_sha: 'abc' }, 'head_sha is not a full commit id'],
    [
      'four buttons',
      'POST',
      run,
      { ...checkRun, actions: Array(4).fill(action()) },
      /actions must NOT have more than 3 items/,
    ],
    [
      'a button label of 21',
      'POST',
      run,
      { ...checkRun, actions: [action({ label: 'x'.repeat(21) })] },
      /label must NOT have more than 20/,
    ],
    [
      'a summary of 65,536 bytes',
      'POST',
      run,
      { ...checkRun, output: { title: 't', summary: 'x'.repeat(65_536) } },
      /summary/,
    ],
    [
      'a summary of few characters and too many bytes',
      'PATCH',
      `${run}/1`,
      { output: { title: 't', summary: '€'.repeat(22_000) } },
      'output.summary exceeds a maximum bytesize of 65535',
    ],
    [
      'a text of too many bytes',
      'PATCH',
      `${run}/1`,
      { output: { title: 't', summary: 's', text: 'é'.repeat(32_768) } },
      'output.text exceeds a maximum bytesize of 65535',
    ],
    [
      'a title of 256',
      'PATCH',
      `${run}/1`,
      { output: { title: 'x'.repeat(256), summary: 's' } },
      'output.title is too long (maximum is 255 characters)',
    ],
    [
      'completed without conclusion, created',
      'POST',
      run,
      { ...checkRun, status: 'completed' },
      /"conclusion" wasn't supplied/,
    ],
    [
      'completed without conclusion, updated',
      'PATCH',
      `${run}/1`,
      { status: 'completed' },
      /"conclusion" wasn't supplied/,
    ],
    ['the conclusion only GitHub draws', 'PATCH', `${run}/1`, { status: 'completed', conclusion: 'stale' }, /stale/],
    ['a status only Actions sets', 'POST', run, { ...checkRun, status: 'waiting' }, /only GitHub Actions/],
    [
      'an annotation that ends before it starts',
      'POST',
      run,
      annotated(1, { start_line: 9, end_line: 3 }),
      /end_line is not before/,
    ],
    ['columns over several lines', 'POST', run, annotated(1, { end_line: 3, start_column: 1 }), /columns need/],
    ['an unknown property', 'POST', run, { ...checkRun, colour: 'red' }, '"colour" is not a permitted key.'],
    [
      'an unknown property deep down',
      'POST',
      run,
      { ...checkRun, output: { title: 't', summary: 's', titel: 'x' } },
      '"output.titel" is not a permitted key.',
    ],
    ['a details address that is none', 'POST', run, { ...checkRun, details_url: 7 }, /details_url must be string/],
    ['a time that is none', 'POST', run, { ...checkRun, started_at: 'yesterday' }, /started_at must match format/],
    ['a body that is a list', 'POST', run, [checkRun], /The body must be object/],
    ['no body at all', 'POST', run, undefined, '"name" wasn\'t supplied.'],
    ['an issue without title', 'POST', '/repos/o/r/issues', { body: 'x' }, '"title" wasn\'t supplied.'],
    ['an issue with a blank title', 'POST', '/repos/o/r/issues', { title: '  ' }, "title can't be blank"],
    [
      'an issue body of 65,537',
      'POST',
      '/repos/o/r/issues',
      { title: 't', body: 'x'.repeat(65_537) },
      'body is too long (maximum is 65536 characters)',
    ],
    [
      'a comment of 65,537',
      'POST',
      '/repos/o/r/issues/1/comments',
      { body: 'x'.repeat(65_537) },
      'body is too long (maximum is 65536 characters)',
    ],
    ['an empty comment', 'POST', '/repos/o/r/issues/1/comments', { body: '' }, "body can't be blank"],
    [
      'a label name of 51',
      'POST',
      '/repos/o/r/labels',
      { name: 'x'.repeat(51) },
      'name is too long (maximum is 50 characters)',
    ],
    [
      'a label name of 51 on an issue',
      'POST',
      '/repos/o/r/issues',
      { title: 't', labels: ['x'.repeat(51)] },
      'name is too long (maximum is 50 characters)',
    ],
    [
      'a colour with #',
      'POST',
      '/repos/o/r/labels',
      { name: 'x', color: '#ff0000' },
      'color is six hex digits without #',
    ],
    [
      'a reaction that does not exist',
      'POST',
      '/repos/o/r/issues/1/reactions',
      { content: 'ok' },
      /content must be equal to one of/,
    ],
    [
      'a body where none is taken',
      'DELETE',
      '/repos/o/r/issues/1/reactions/2',
      { why: 'x' },
      '"why" is not a permitted key.',
    ],
  ])('%s', (_, method, path, body, message) => {
    const refusal = ask(method, path, { body });
    expect(refusal).toMatchObject({ status: 422, body: { message: 'Validation Failed', status: '422' } });
    expect(messages(refusal)).toContainEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  test.each<[string, string, Permissions | null, unknown, RegExp]>([
    [
      'a status description of 141',
      `/repos/o/r/statuses/${SHA}`,
      { statuses: 'write' },
      { state: 'success', description: 'x'.repeat(141) },
      /description is too long/,
    ],
    [
      'a commit state that does not exist',
      `/repos/o/r/statuses/${SHA}`,
      { statuses: 'write' },
      { state: 'ok' },
      /state must be equal/,
    ],
    [
      'a gate that answers ok',
      '/repos/o/r/actions/runs/1/deployment_protection_rule',
      { deployments: 'write' },
      { environment_name: 'e', state: 'ok' },
      /state must be equal/,
    ],
    [
      'a gate comment of 1,025',
      '/repos/o/r/actions/runs/1/deployment_protection_rule',
      { deployments: 'write' },
      { environment_name: 'e', state: 'approved', comment: 'x'.repeat(1025) },
      /comment is too long/,
    ],
    ['no credentials to revoke', '/credentials/revoke', null, { credentials: [] }, /fewer than 1 items/],
  ])('%s', (_, path, permissions, body, message) => {
    expect(messages(ask('POST', path, { permissions, body }))).toContainEqual(expect.stringMatching(message));
  });

  test.each([
    ['an unknown query parameter', '/repos/o/r/issues', { stat: 'all' }, '"stat" is not a permitted key.'],
    ['a value outside the list', '/repos/o/r/issues', { state: 'every' }, /state must be equal to one of/],
    ['a number that is none', '/repos/o/r/issues', { per_page: 'many' }, 'per_page must be integer'],
  ])('%s', (_, path, query, message) => {
    expect(messages(ask('GET', path, { query }))).toContainEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    );
  });

  test('each problem is told once, and a wrong value is not also called an unknown key', () => {
    expect(messages(ask('POST', run, { body: { ...checkRun, external_id: 7 } }))).toEqual([
      'external_id must be string',
    ]);
  });

  test('a compare-and-swap, which GitHub does not have', () => {
    const refusal = ask('PATCH', '/repos/o/r/issues/1', { body: { body: 'x' }, headers: { 'if-match': '"e"' } });
    expect(refusal).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('Conditional request headers') },
    });
  });
});

describe('permissions', () => {
  test('a call that the grants do not allow is GitHub’s 403 with what would be accepted', () => {
    expect(ask('GET', '/repos/o/r/branches/main/protection')).toEqual({
      status: 403,
      headers: { 'x-accepted-github-permissions': 'administration=read' },
      body: {
        message: 'Resource not accessible by integration',
        documentation_url: expect.stringContaining('https://docs.github.com/rest/branches/branch-protection'),
        status: '403',
      },
    });
  });

  test.each([
    ['write includes read', { issues: 'write' }, 'issues=read', true],
    ['read is not write', { issues: 'read' }, 'issues=write', false],
    ['admin includes write', { organization_custom_properties: 'admin' }, 'organization_custom_properties=write', true],
    ['either of two', { pull_requests: 'write' }, 'issues=write; pull_requests=write', true],
    ['both of two', { members: 'read' }, 'members=read,contents=read', false],
    ['metadata comes with every installation', {}, 'metadata=read', true],
    ['nothing granted', {}, 'contents=read', false],
  ])('%s', (_, granted, accepted, expected) => {
    expect(isGranted(granted as Permissions, accepted)).toBe(expected);
  });

  test('an installation token does not open what is the App’s alone', () => {
    expect(ask('GET', '/app/hook/deliveries')).toMatchObject({ status: 401 });
  });

  test('permission is judged before form', () => {
    expect(ask('POST', '/repos/o/r/issues', { permissions: { issues: 'read' }, body: {} })).toMatchObject({
      status: 403,
    });
  });
});

describe('violations', () => {
  test('what was refused is on the list, what was taken is not', () => {
    const contract = createContract();
    const base = { query: {}, permissions: GRANTED };
    contract.validate({ ...base, method: 'GET', path: '/repos/o/r', body: undefined });
    contract.validate({ ...base, method: 'POST', path: '/repos/o/r/issues', body: {} });
    contract.validate({ ...base, method: 'GET', path: '/nowhere', body: undefined });
    expect(contract.violations).toEqual([
      {
        method: 'POST',
        path: '/repos/o/r/issues',
        operation: 'issues/create',
        status: 422,
        reasons: ['"title" wasn\'t supplied.'],
      },
      { method: 'GET', path: '/nowhere', operation: null, status: 404, reasons: ['Not Found'] },
    ]);
  });
});

describe('the generated subset', () => {
  test('holds exactly the operations of the permission table', () => {
    expect(OPERATIONS.map(({ id }) => id).sort()).toEqual(Object.keys(ACCESS).sort());
  });

  test('every operation compiles', () => {
    for (const operation of OPERATIONS) expect(() => compileAll(operation)).not.toThrow();
  });

  test('every operation is the one found at its own path', () => {
    const found = OPERATIONS.map((operation) => [
      operation.id,
      matchOperation(
        operation.method,
        operation.path.replace(/\{(\w+)\}/g, (_, name: string) => (/(?:id|number)$/.test(name) ? '1' : name)),
      )?.id,
    ]);
    expect(found.filter(([id, match]) => id !== match)).toEqual([]);
  });

  test('no schema mixes a free-form object with closed ones, which closing would break', () => {
    const freeForm = (node: unknown): boolean =>
      typeof node === 'object' &&
      node !== null &&
      Object.values(node).some((child) => freeForm(child) || isFree(child));
    const isFree = (node: unknown): boolean => {
      const { type, properties, additionalProperties } = (node ?? {}) as Record<string, unknown>;
      return type === 'object' && properties === undefined && additionalProperties === undefined;
    };
    expect(OPERATIONS.filter((operation) => freeForm(operation.body?.schema)).map(({ id }) => id)).toEqual([]);
  });

  test('closing reaches into properties and lists, and leaves branches open', () => {
    expect(
      closed({
        properties: { a: { items: { properties: {} } } },
        anyOf: [{ properties: {}, additionalProperties: true }],
      }),
    ).toEqual({
      properties: { a: { items: { properties: {}, unevaluatedProperties: false } } },
      anyOf: [{ properties: {} }],
      unevaluatedProperties: false,
    });
  });
});

describe('app.yml', () => {
  test('asks for nothing twice and lists no event that comes unasked', () => {
    const unasked = ['installation', 'installation_repositories', 'github_app_authorization', 'ping'];
    expect(new Set(manifest.default_events).size).toBe(manifest.default_events.length);
    expect(manifest.default_events.filter((event) => unasked.includes(event))).toEqual([]);
  });

  test('includes what the merge queue needs to be heard', () => {
    expect(GRANTED.merge_queues).toBe('read');
    expect(manifest.default_events).toContain('merge_group');
  });
});
