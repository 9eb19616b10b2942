/** Is it committed which versions of dependencies are installed? */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { folderOf, type Manifest, manifestsOf, upwards } from './_sources/_ecosystems.js';
import { texts, type Texts } from './_sources/texts.js';
import { defineVerifier } from './_verifier.js';
import { block, CUT, listed, shellWord } from './_words.js';

export default defineVerifier({
  question: 'Are the exact versions of all dependencies committed?',
  reads: { texts },
  on: ['push'],
  judge({ texts: files }) {
    if (files === null) return notApplicable('there are no files');
    const paths = files.entries.map(({ path }) => path);
    const known = new Set(paths);
    const locking = manifestsOf(paths).filter(({ ecosystem }) => ecosystem.locks.length > 0);
    const without = locking.filter((manifest) => !hasLock(manifest, known));
    const bare = without.filter((manifest) => listsAny(manifest, files) === true);
    if (bare.length > 0 && files.isWhole) {
      return unmet(`no lock file belongs to ${listed(bare.map(({ path }) => path))}`, fixOf(bare));
    }
    if (!files.isWhole) return unknown(CUT);
    const unread = without.filter((manifest) => listsAny(manifest, files) === null);
    if (unread.length > 0) return unknown(`${listed(unread.map(({ path }) => path))} was not read`);
    const locked = locking.filter((manifest) => !without.includes(manifest));
    return locked.length === 0
      ? notApplicable('nothing here lists dependencies that are locked')
      : met(`a lock file belongs to ${listed(locked.map(({ path }) => path))}`);
  },
});

/** A workspace has one lock file for all of its members. */
function hasLock({ path, ecosystem }: Manifest, known: ReadonlySet<string>): boolean {
  return upwards(folderOf(path)).some((folder) =>
    ecosystem.locks.some((lock) => known.has(folder === '' ? lock : `${folder}/${lock}`)),
  );
}

function listsAny({ path, ecosystem }: Manifest, { texts }: Texts): boolean | null {
  const text = texts.get(path);
  return text === undefined ? null : ecosystem.hasDependencies(text);
}

function fixOf(bare: readonly Manifest[]): string {
  const commands = bare.slice(0, 5).map(({ path, ecosystem }) => {
    const folder = folderOf(path);
    const [lock = ''] = ecosystem.locks;
    const command = `${ecosystem.lockCommand ?? ''} && git add ${ecosystem.name === 'Python' ? 'uv.lock' : lock}`;
    return folder === '' ? command : `(cd ${shellWord(folder)} && ${command})`;
  });
  return `${block('sh', ...commands)}\n\nThen install strictly from it in CI (\`npm ci\`, \`uv sync --locked\`, \`cargo build --locked\`).`;
}
