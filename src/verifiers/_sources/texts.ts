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

/** As files under rules of sops are mostly called: read with the others, so that looking whether they are encrypted asks for no more. */
const OFTEN_SOPS =
  /(?:^|\/)(?:secrets?|encrypted)\/[^/]+\.(?:ya?ml|json|env|ini)$|\.(?:enc|sops)\.(?:ya?ml|json|env|ini)$|(?:^|\/)secrets?\.(?:ya?ml|json)$/i;

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
  const hasSops = files.some(({ path }) => /^\.sops\.ya?ml$/.test(path));
  const kinds = hasSops ? [...KINDS, (path: string) => OFTEN_SOPS.test(path)] : KINDS;
  return kinds.flatMap((isOne, rank) =>
    files.filter(({ path }) => kinds.findIndex((isOther) => isOther(path)) === rank && isOne(path)),
  );
}

const depthOf = ({ path }: TreeEntry): number => path.split('/').length;
