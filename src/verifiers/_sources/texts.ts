/** The texts that several verifiers judge (workflows, Dockerfiles, documents, manifests), chosen from the list and read at once. */
import { defineSource, type TreeEntry, treeOf } from '../_source.js';
import { isDocument } from './_documents.js';
import { isManifest } from './_ecosystems.js';
import { isBuildFile, isWorkflow } from './_names.js';
import { type Files, tree } from './tree.js';

export interface Texts extends Files {
  /** By path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Paths that are in the list, would have been wanted, and were too many or too large. */
  readonly unread: readonly string[];
}

/** Two requests over the API. */
const MOST = 100;
const LARGEST = 512 * 1024;
const ONE_CALL = 50;

/** Most wanted first: in each kind what lies highest. */
const KINDS: readonly ((path: string) => boolean)[] = [
  (path) => /^(?:\.github\/)?(?:dependabot\.ya?ml|settings\.ya?ml)$/.test(path),
  (path) => /^(?:\.sops\.ya?ml|\.gitattributes|\.gitignore|\.pre-commit-config\.ya?ml)$/.test(path),
  isWorkflow,
  isDocument,
  isBuildFile,
  isManifest,
];

export const texts = defineSource<Texts>({
  name: 'the files',
  needs: { contents: 'read' },
  async read(origin, get) {
    const { value, where } = await get(tree);
    const files: Files = value ?? { entries: [], isWhole: true };
    const wanted = chosen(files.entries);
    const read = wanted.filter(({ size }) => size <= LARGEST).slice(0, MOST);
    const paths = read.map(({ path }) => path);
    const found = new Map<string, string>();
    for (let at = 0; at < paths.length; at += ONE_CALL) {
      for (const [path, text] of await treeOf(origin).texts(paths.slice(at, at + ONE_CALL))) found.set(path, text);
    }
    const unread = wanted.map(({ path }) => path).filter((path) => !found.has(path));
    return { value: { ...files, texts: found, unread }, where };
  },
});

/** Symbolic links are not followed: what they point at is in the list itself, or outside. */
function chosen(entries: readonly TreeEntry[]): readonly TreeEntry[] {
  const files = entries
    .filter(({ kind }) => kind === 'file' || kind === 'executable')
    .toSorted((a, b) => depthOf(a) - depthOf(b));
  return KINDS.flatMap((isOne, rank) =>
    files.filter(({ path }) => KINDS.findIndex((isOther) => isOther(path)) === rank && isOne(path)),
  );
}

const depthOf = ({ path }: TreeEntry): number => path.split('/').length;
