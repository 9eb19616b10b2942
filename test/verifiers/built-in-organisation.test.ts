/** Whether what runs is built from the organisation's repository: whose it is, and whether anything in it builds or deploys. */
import verifier from '../../src/verifiers/is-built-in-organisation.js';
import { ask, type Files } from '../support/files.js';

const owned = (type: string) => ({
  api: { '/repos/acme/shop': { html_url: 'https://github.com/acme/shop', private: false, owner: { type } } },
});
const ORGANISATION = owned('Organization');
const ci = (step: string): Files => ({
  '.github/workflows/ship.yml': `on: push\njobs: { ship: { runs-on: x, steps: [${step}] } }\n`,
});

test.each<[string, Files, RegExp]>([
  [
    'an image that nobody is seen to run',
    { Dockerfile: 'FROM node:24\n' },
    /^unknown: it belongs to an organisation, and `Dockerfile` can build it, but nothing in it deploys/,
  ],
  ['a deployment', ci('{ run: kubectl apply -f k8s }'), /^met: .*`\.github\/workflows\/ship\.yml` deploys what runs/],
  ['an action that deploys', ci('{ uses: google-github-actions/deploy-cloudrun@v2 }'), /^met: .* deploys/],
  ['an image that is pushed', ci('{ uses: docker/build-push-action@v6, with: { push: true } }'), /^met: .* deploys/],
  ['an image that is only tried', ci('{ uses: docker/build-push-action@v6, with: { push: false } }'), /^unknown/],
  ['a package, which is no service', ci('{ run: npm publish }'), /^unknown/],
  [
    'nothing of the kind',
    { 'README.md': '# Shop' },
    /^unknown: it belongs to an organisation, and nothing in it builds/,
  ],
])('%s', async (_, files, says) => {
  await expect(ask(verifier, files, ORGANISATION)).resolves.toMatch(says);
});

test("a person's repository leaves with the person, whatever it builds", async () => {
  await expect(ask(verifier, { Dockerfile: 'FROM node:24\n' }, owned('User'))).resolves.toMatch(
    /^unmet: the repository belongs to a person\n.*transfer/,
  );
});

test('what GitHub does not show is unknown', async () => {
  await expect(ask(verifier, {}, { api: {} })).resolves.toBe('unknown: GitHub does not show the repository');
});
