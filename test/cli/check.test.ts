/** `seaworthy check`: a working copy, and a repository over the API. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gitFolder } from '../support/git-folder.js';
import { play } from './_support/play.js';

interface Document {
  readonly checklists: readonly string[];
  readonly grade: { readonly letter: string };
  readonly blocking: readonly string[];
  readonly items: readonly { readonly id: string; readonly answer: string; readonly because?: string }[];
}

const answersOf = ({ items }: Document) => Object.fromEntries(items.map(({ id, answer }) => [id, answer]));

describe('a working copy', () => {
  const at = gitFolder();
  const check = (...argv: string[]) => play(['check', ...argv], { cwd: at.folder, env: at.env });
  afterAll(() => at.remove());

  test('files are judged as they are on the disk, and its own policy names the checklists', async () => {
    at.write('Dockerfile', 'FROM node:24\n');
    at.write('.github/seaworthy.yml', 'default: [web-service]\n');
    at.commit();
    at.write('Dockerfile', 'FROM node:24\nUSER node\n');
    const { exit, out } = await check('--json');
    const document = JSON.parse(out) as Document;
    expect(document.checklists).toEqual(['repository', 'web-service']);
    expect(answersOf(document)).toMatchObject({
      'container-not-root': 'met',
      'base-image-pinned': 'unmet',
      'actions-pinned': 'not-applicable',
      codeowners: 'unmet',
      'no-secrets-in-git': 'met',
      'risk-assessment': 'for-people',
    });
    expect([exit, document.blocking.includes('base-image-pinned')]).toEqual([1, true]);
  });

  test('for people: grouped, with the fix and the grade', async () => {
    const { out } = await check('--checklist', 'repository');
    expect(out).toMatch(
      /\nUnmet \(\d+\)\n[\s\S]*echo "FROM node:24@\$\([\s\S]*\nMet \(\d+\)\n[\s\S]*\nGrade of what was judged: [A-F]/,
    );
  });

  test.each<[string, string[], RegExp]>([
    ['no such checklist', ['--checklist', 'web'], /There is no checklist "web"/],
    ['neither a folder nor a repository', ['nowhere'], /neither a folder nor a repository/],
  ])('%s', async (_, argv, message) => {
    await expect(check(...argv)).resolves.toMatchObject({ exit: 2, err: expect.stringMatching(message) });
  });
});

test('over the API: with the token, and without one where GraphQL answers nobody', async () => {
  const asked: string[] = [];
  const sha = 'a'.repeat(40);
  const content = Buffer.from('MIT').toString('base64');
  const answers: Readonly<Record<string, unknown>> = {
    '/repos/acme/shop': {
      id: 1,
      name: 'shop',
      owner: { login: 'acme' },
      default_branch: 'main',
      private: false,
      html_url: 'https://github.com/acme/shop',
    },
    '/repos/acme/shop/git/trees/main': {
      tree: [{ path: 'CODEOWNERS', mode: '100644', type: 'blob', sha, size: 3 }],
      truncated: false,
    },
    '/repos/acme/shop/codeowners/errors': { errors: [] },
    [`/repos/acme/shop/git/blobs/${sha}`]: { content, encoding: 'base64' },
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://x');
    asked.push(`${request.headers.authorization ?? 'nobody'} ${pathname}`);
    const answer = answers[pathname];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { message: 'Not Found' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const env = { GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  try {
    const given = await play(['check', 'acme/shop', '--json'], { env: { ...env, GH_TOKEN: 'mine' } });
    expect(answersOf(JSON.parse(given.out) as Document)).toMatchObject({ codeowners: 'met', licence: 'unmet' });
    expect(asked.every((line) => line.startsWith('token mine /'))).toBe(true);
    asked.length = 0;
    const bare = await play(['check', 'acme/shop', '--json'], { env });
    expect(bare.err).toMatch(/at most 60 requests an hour/);
    expect(answersOf(JSON.parse(bare.out) as Document)).toMatchObject({ codeowners: 'met' });
    expect(asked.filter((line) => !line.startsWith('nobody /') || line.endsWith('/graphql'))).toEqual([]);
    await expect(play(['check', 'acme/gone'], { env })).resolves.toMatchObject({ exit: 2 });
  } finally {
    server.close();
  }
});
