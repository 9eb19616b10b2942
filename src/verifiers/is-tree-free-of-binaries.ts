/** Is everything in the repository something that people can read? */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import type { TreeEntry } from './_source.js';
import { isAside } from './_sources/_names.js';
import { stepsIn } from './_sources/_workflow.js';
import { tree } from './_sources/tree.js';
import { workflows } from './_sources/workflows.js';
import { defineVerifier } from './_verifier.js';
import { block, CUT, listed, shellWord } from './_words.js';

const PROGRAM =
  /\.(?:exe|dll|so(?:\.\d+)*|dylib|a|lib|o|obj|ko|com|msi|class|jar|war|ear|aar|apk|aab|ipa|pyc|pyo|pyd|whl|egg|gem|nupkg|node|wasm|deb|rpm|dmg|pkg|appimage|iso|img|elf|beam|nexe)$/i;
const ARCHIVE = /\.(?:zip|gz|tgz|bz2|tbz2?|xz|txz|zst|lz4?|7z|rar|tar|cab|jmod)$/i;
/** Small test data is read by tests; nobody runs it. */
const SMALL = 100 * 1024;
/** Scripts are hardly ever larger. */
const LARGE_SCRIPT = 256 * 1024;
/** Their hash is compared with Gradle's own list. */
const WRAPPER = /(?:^|\/)gradle\/wrapper\/gradle-wrapper\.jar$/;
const WRAPPER_CHECK = /^gradle\/(?:actions\/(?:wrapper-validation|setup-gradle)|wrapper-validation-action)@/;

export default defineVerifier({
  question: 'Is the repository free of programs and archives that nobody can review?',
  reads: { tree, workflows },
  on: ['push'],
  judge({ tree, workflows }) {
    const entries = tree?.entries ?? [];
    if (entries.length === 0) return notApplicable('there are no files');
    const isWrapperChecked = stepsIn(workflows?.workflows ?? []).some(({ step }) =>
      WRAPPER_CHECK.test(step.uses ?? ''),
    );
    const found = entries
      .filter((entry) => isBinary(entry) && !(isWrapperChecked && WRAPPER.test(entry.path)))
      .map(({ path }) => path);
    if (found.length > 0) return unmet(`programs or archives: ${listed(found)}`, fixOf(found));
    if (tree?.isWhole !== true) return unknown(CUT);
    const odd = entries.filter(isOdd).map(({ path }) => path);
    return odd.length > 0
      ? unknown(`${listed(odd)} may be run and is too large for a script; see what \`file\` says of it`)
      : met('no file is a program or an archive by its name, mode and size; what is inside was not looked at');
  },
});

function isBinary({ kind, path, size }: TreeEntry): boolean {
  if (kind === 'symlink' || kind === 'submodule' || size === 0) return false;
  if (PROGRAM.test(path)) return true;
  return ARCHIVE.test(path) && !(isAside(path) && size <= SMALL);
}

const isOdd = ({ kind, size }: TreeEntry): boolean => kind === 'executable' && size > LARGE_SCRIPT;

function fixOf(found: readonly string[]): string {
  const commands = found
    .slice(0, 5)
    .map((path) => `git rm --cached ${shellWord(path)} && echo ${shellWord(`/${path}`)} >> .gitignore`);
  return `Build them in CI, or fetch them by their hash. Then:\n\n${block('sh', ...commands)}`;
}
