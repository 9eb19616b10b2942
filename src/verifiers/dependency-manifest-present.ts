/** Are direct dependencies listed where the ecosystem's own tools look? */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { isAside } from './_sources/_names.js';
import { manifestsOf } from './_sources/_ecosystems.js';
import { tree } from './_sources/tree.js';
import { defineVerifier } from './_verifier.js';
import { CUT, listed } from './_words.js';

/** Languages whose tools expect a manifest, by the endings of their files. */
const EXPECTED: ReadonlyMap<string, string> = new Map([
  ['js', 'npm init -y'],
  ['mjs', 'npm init -y'],
  ['ts', 'npm init -y'],
  ['tsx', 'npm init -y'],
  ['py', 'uv init --bare'],
  ['go', 'go mod init github.com/OWNER/REPO && go mod tidy'],
  ['rs', 'cargo init'],
  ['rb', 'bundle init'],
  ['php', 'composer init --no-interaction --name=OWNER/REPO'],
  ['dart', 'dart create --force .'],
  ['swift', 'swift package init --type empty'],
]);

export default defineVerifier({
  question: 'Does a manifest of the ecosystem list the direct dependencies?',
  reads: { tree },
  on: ['push'],
  judge({ tree }) {
    const paths = (tree?.entries ?? []).map(({ path }) => path);
    const manifests = manifestsOf(paths).map(({ path }) => path);
    if (manifests.length > 0) return met(`dependencies are listed in ${listed(manifests)}`);
    if (tree?.isWhole !== true) return unknown(CUT);
    const source = paths.find((path) => !isAside(path) && EXPECTED.has(endingOf(path)));
    return source === undefined
      ? notApplicable('no file is of a language whose tools keep a list of dependencies')
      : unmet(
          `there is code such as \`${source}\`, and no manifest`,
          `Write one and commit it: \`${EXPECTED.get(endingOf(source)) ?? ''}\``,
        );
  },
});

const endingOf = (path: string): string => /\.(?<ending>\w+)$/.exec(path)?.groups?.ending ?? '';
