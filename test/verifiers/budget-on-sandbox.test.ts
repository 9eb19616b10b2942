/** What a look costs against a GitHub that speaks HTTP: requests as they leave us, and which of them GitHub counts. */
import path from 'node:path';
import { systemClock } from '../../src/core/clock.js';
import { itemsOf } from '../../src/domain/checklist/index.js';
import { readChecklists } from '../../src/infra/catalogue.js';
import { KeptAnswers } from '../../src/infra/github/kept-answers.js';
import { createOctokitClass } from '../../src/infra/github/octokit.js';
import { createReader } from '../../src/infra/github/rest/reader.js';
import { askingOnce } from '../../src/verifiers/_one-run.js';
import { loadVerifiers } from '../../src/verifiers/_registry.js';
import { verify } from '../../src/verifiers/_run.js';
import { NOWHERE } from '../../src/verifiers/_source.js';
import { treeOverApi } from '../../src/verifiers/_trees/over-api.js';
import { ORIGIN } from '../support/api-answers.js';
import { APP, installationToken, type Scene, startScene } from '../sandbox/support.js';

/** Of the issue: "50 verifiers on a repository: at most 25 requests cold, at most 5 counted ones when nothing changed". */
const COLD = 25;
const WARM = 5;

const SHA = '08c6903cd8c0fde910a37f88322edcfb5dd907a8';
const FILES = {
  'README.md': '# Shop\n',
  'SECURITY.md': '# Security\n\nWrite to security@example.com. We answer within 3 days.\n',
  '.github/CODEOWNERS': '* @acme/shop\n',
  '.github/workflows/test.yml': `on: pull_request\npermissions: { contents: read }\njobs: { a: { runs-on: x, steps: [{ uses: actions/checkout@${SHA} }] } }\n`,
  Dockerfile: 'FROM node:24\nUSER node\n',
  'logo.md': 'not\0text',
};

let scene: Scene;

beforeAll(async () => {
  const permissions = Object.fromEntries(Object.keys(ORIGIN.permissions ?? {}).map((key) => [key, 'read' as const]));
  scene = await startScene({ app: { ...APP, permissions: { ...APP.permissions, ...permissions } } });
  await scene.sandbox.as('ada').commit('acme/shop', { branch: 'main', message: 'Begin', files: FILES });
});

afterAll(() => scene.stop());

test('some fifty verifiers stay within the budget, at first and when nothing changed', async () => {
  const { checklists } = await readChecklists(path.resolve('checklists'));
  const items = itemsOf(['repository', 'secrets', 'incident-readiness'].flatMap((name) => checklists.get(name) ?? []));
  const names = new Set(items.flatMap(({ verify }) => verify ?? []));
  const verifiers = new Map([...(await loadVerifiers())].filter(([name]) => names.has(name)));
  expect(verifiers.size).toBeGreaterThan(45);

  const asked: { readonly path: string; readonly status: number }[] = [];
  const send: typeof fetch = async (url, init) => {
    const response = await fetch(url, init);
    asked.push({ path: new URL(String(url)).pathname.replace('/api/v3', ''), status: response.status });
    return response;
  };
  const Octokit = createOctokitClass({ clock: systemClock, log: { warn: () => undefined }, send });
  const token = await installationToken(scene);
  const octokit = new Octokit({ auth: { token }, baseUrl: `${scene.sandbox.url}/api/v3` });
  const api = createReader(octokit, systemClock, new KeptAnswers().of(scene.installationId));
  const { id } = scene.sandbox.repository('acme/shop');
  const repository = { id, owner: 'acme', name: 'shop' };
  const look = async () => {
    const before = asked.length;
    const reader = askingOnce(api);
    const head = { repository, branch: 'main', url: 'https://github.com/acme/shop/tree/main' };
    const origin = {
      ...{ ...NOWHERE, repository, defaultBranch: 'main', isPrivate: true, permissions: ORIGIN.permissions },
      ...{ api: reader, tree: treeOverApi(reader, head), own: ORIGIN.own },
    };
    const verdicts = await verify(verifiers, origin, { clock: systemClock, signal: new AbortController().signal });
    return { verdicts, requests: asked.slice(before) };
  };

  const [cold, warm] = [await look(), await look()];
  expect(cold.verdicts.get('are-actions-pinned')?.answer).toBe('met');
  expect([...warm.verdicts].map(([name, { answer }]) => [name, answer])).toEqual(
    [...cold.verdicts].map(([name, { answer }]) => [name, answer]),
  );
  // All texts came with one request.
  expect(cold.requests.filter(({ path }) => path.includes('/git/blobs/'))).toEqual([]);
  const counted = warm.requests.filter(({ status }) => status !== 304);
  expect(cold.requests.length > COLD ? cold.requests : []).toEqual([]);
  expect(counted.length > WARM ? counted : []).toEqual([]);
});
