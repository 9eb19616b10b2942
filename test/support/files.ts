/** Asks one verifier about files that a test writes down, through the real sources. */
import { fixedClock } from '../../src/core/clock.js';
import type { Reader } from '../../src/infra/github/reader.js';
import { verify } from '../../src/verifiers/_run.js';
import { NOWHERE, type Origin, type Tree, type TreeEntry } from '../../src/verifiers/_source.js';
import type { Verifier } from '../../src/verifiers/_verifier.js';

/** A text, or what is no text: its first bytes, mode and size. */
export type File = string | { readonly kind?: TreeEntry['kind']; readonly size?: number; readonly start?: string };
export type Files = Readonly<Record<string, File>>;

export interface Asked {
  /** GitHub's answers by address; what is not in it is not there. Without it there is no API. */
  readonly api?: Readonly<Record<string, unknown>>;
  readonly isWhole?: boolean;
}

export function treeOf(files: Files, isWhole = true): Tree & { readonly asked: readonly (readonly string[])[] } {
  const asked: (readonly string[])[] = [];
  const entries = Object.entries(files).map(
    ([path, file]): TreeEntry =>
      typeof file === 'string'
        ? { path, kind: 'file', size: file.length, blobSha: null }
        : { path, kind: file.kind ?? 'file', size: file.size ?? file.start?.length ?? 1000, blobSha: null },
  );
  return {
    asked,
    where: 'here',
    list: async () => ({ entries, isWhole }),
    texts: async (paths) => {
      asked.push(paths);
      return new Map(paths.flatMap((path) => (typeof files[path] === 'string' ? [[path, files[path]]] : [])));
    },
    starts: async (paths) =>
      new Map(
        paths.flatMap((path) => {
          const file = files[path];
          const start = typeof file === 'string' ? file : file?.start;
          return start === undefined ? [] : [[path, Buffer.from(start, 'latin1').subarray(0, 16)]];
        }),
      ),
  };
}

function readerOf(answers: Readonly<Record<string, unknown>>): Reader {
  return {
    get: async (route, parameters) => {
      const address = route.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(parameters[name]));
      return { value: answers[address] ?? null, isUnchanged: false };
    },
    list: async () => ({ values: [], isWhole: true }),
    graphql: async () => ({}),
  };
}

export function originOf(files: Files, { api, isWhole }: Asked = {}): Origin {
  return {
    repository: api === undefined ? null : { id: 1, owner: 'acme', name: 'shop' },
    defaultBranch: 'main',
    isPrivate: false,
    api: api === undefined ? null : readerOf(api),
    permissions: null,
    tree: treeOf(files, isWhole),
    web: null,
    own: null,
    terms: NOWHERE.terms,
  };
}

/** `unmet: not pinned: …`, and the fix below it. */
export async function ask(verifier: Verifier, files: Files, asked?: Asked): Promise<string> {
  const options = { clock: fixedClock(new Date('2026-11-22T10:00:00Z')), signal: new AbortController().signal };
  const onError = (error: unknown) => {
    throw error;
  };
  const verdicts = await verify(new Map([['it', verifier]]), originOf(files, asked), { ...options, onError });
  const verdict = verdicts.get('it');
  return `${verdict?.answer}: ${verdict?.because}${verdict?.answer === 'unmet' ? `\n${verdict.fix}` : ''}`;
}
