/** The files that sops or git-crypt should encrypt, and whether they are. */
import { load, YAMLException } from 'js-yaml';
import { defineSource, Hidden, treeOf } from '../_source.js';
import { ofGitPattern, pathsMatching } from './_patterns.js';
import { isSopsEncrypted, keysOf, sopsRules } from './_sops.js';
import { texts } from './texts.js';

export interface ManagedFiles {
  /** What says so: `.sops.yaml`, `.gitattributes`. */
  readonly by: readonly string[];
  /** Rules of `.sops.yaml` that name nobody who could decrypt, so that nothing is encrypted by them. */
  readonly keyless: readonly string[];
  readonly encrypted: readonly string[];
  readonly plain: readonly Plain[];
  /** Under the rules, and not looked at. */
  readonly unread: readonly string[];
  readonly isWhole: boolean;
}

export interface Plain {
  readonly path: string;
  readonly tool: 'sops' | 'git-crypt';
}

const GIT_CRYPT = '\0GITCRYPT\0';
const FILTERED = /^(?<pattern>"[^"]+"|[^\s#]\S*)\s(?:.*\s)?filter=git-crypt(?:-[\w-]+)?(?:\s|$)/;
const UNFILTERED = /^(?<pattern>"[^"]+"|[^\s#]\S*)\s(?:.*\s)?(?:!filter|-filter|filter=(?!git-crypt))/;
const MOST_TEXTS = 50;

export const managedFiles = defineSource<ManagedFiles>({
  name: 'the files that sops or git-crypt should encrypt',
  needs: { contents: 'read' },
  async read(origin, get) {
    const { value: files, where } = await get(texts);
    const sopsFile = ['.sops.yaml', '.sops.yml'].find((path) => files?.texts.has(path));
    const attributes = files?.texts.get('.gitattributes') ?? '';
    const isGitCrypt = attributes.split('\n').some((line) => FILTERED.test(line));
    const by = [...(sopsFile === undefined ? [] : [sopsFile]), ...(isGitCrypt ? ['.gitattributes'] : [])];
    if (files === null || by.length === 0) return { value: null, where };

    const paths = files.entries
      .filter(({ kind, size }) => kind !== 'submodule' && kind !== 'symlink' && size > 0)
      .map(({ path }) => path);
    const rules = sopsFile === undefined ? [] : sopsRules(parsed(sopsFile, files.texts.get(sopsFile) ?? ''));
    // The first rule that matches is the one that holds.
    const named = new Set(
      pathsMatching(
        rules.map(({ pattern }) => pattern),
        paths,
      ).flat(),
    );
    for (const path of ['.sops.yaml', '.sops.yml', '.gitattributes', '.gitignore']) named.delete(path);
    const sops = [...named];
    const crypt = isGitCrypt ? cryptedPaths(attributes, paths) : [];

    const tree = treeOf(origin);
    const read = sops.length === 0 ? new Map<string, string>() : await tree.texts(sops.slice(0, MOST_TEXTS));
    const starts = crypt.length === 0 ? new Map<string, Uint8Array>() : await tree.starts(crypt);
    const isCrypted = (path: string): boolean =>
      Buffer.from(starts.get(path) ?? [])
        .toString('latin1')
        .startsWith(GIT_CRYPT);
    return {
      value: {
        by,
        keyless: rules.filter((rule) => keysOf(rule) === 0).map(({ pattern }) => pattern),
        encrypted: [...sops.filter((path) => isSopsEncrypted(read.get(path) ?? '')), ...crypt.filter(isCrypted)],
        plain: [
          ...sops
            .filter((path) => read.has(path) && !isSopsEncrypted(read.get(path) ?? ''))
            .map((path): Plain => ({ path, tool: 'sops' })),
          ...crypt
            .filter((path) => starts.has(path) && !isCrypted(path))
            .map((path): Plain => ({ path, tool: 'git-crypt' })),
        ],
        unread: [...sops.filter((path) => !read.has(path)), ...crypt.filter((path) => !starts.has(path))],
        isWhole: files.isWhole,
      },
      where,
    };
  },
});

/** @throws Hidden when it is no YAML. */
function parsed(path: string, text: string): unknown {
  try {
    return load(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new Hidden(`\`${path}\` could not be read: not valid YAML: ${error.reason}`);
  }
}

/** Later lines win; `.gitattributes` itself has to stay readable. */
function cryptedPaths(attributes: string, paths: readonly string[]): readonly string[] {
  const lines = attributes.split('\n').flatMap((line) => {
    const crypted = FILTERED.exec(line)?.groups?.pattern;
    const pattern = crypted ?? UNFILTERED.exec(line)?.groups?.pattern;
    return pattern === undefined
      ? []
      : [{ pattern: pattern.replace(/^"(.*)"$/, '$1'), isCrypted: crypted !== undefined }];
  });
  const matched = pathsMatching(
    lines.map(({ pattern }) => ofGitPattern(pattern)),
    paths,
  );
  const found = new Set<string>();
  for (const [at, { isCrypted }] of lines.entries()) {
    for (const path of matched[at] ?? []) {
      if (isCrypted) found.add(path);
      else found.delete(path);
    }
  }
  return [...found].filter(
    (path) => !/(?:^|\/)\.git(?:attributes|ignore)$/.test(path) && !path.startsWith('.git-crypt/'),
  );
}
