/** How one key is settled between the defaults, the organisation and the repository, and what is noted on the way. */
import type { Loosening, Origin, PolicyInput } from './resolve.js';
import type { Loosenable, ParsedPolicy } from './schema.js';

/** A key with one value, of which one direction is the stricter. */
export interface Rule<T> {
  /** As in the file; the first part is the key that `may_loosen` takes. */
  readonly path: readonly [Loosenable, ...string[]];
  read(file: ParsedPolicy): T | undefined;
  readonly fallback: T;
  isLooser(asked: T, held: T): boolean;
  /** What a repository may say instead, for the sentence "only … is stricter". */
  readonly only: string;
}

export interface Settings {
  readonly origins: ReadonlyMap<string, Origin>;
  readonly problems: readonly Loosening[];
  settle<T>(rule: Rule<T>): T;
  /** A key that is the repository's own; null when it says nothing. */
  own<T>(key: string, value: T | undefined): T | null;
  mayLoosen(key: Loosenable): boolean;
  note(path: readonly string[], origin: Origin): void;
  /** The first who says something is the one who is named. */
  noteOnce(path: readonly string[], origin: Origin): void;
  refuse(path: readonly PropertyKey[], key: Loosenable, because: string): void;
}

export function settingsOf({ organisation, repository }: PolicyInput): Settings {
  const origins = new Map<string, Origin>();
  const problems: Loosening[] = [];
  const settings: Settings = {
    origins,
    problems,
    settle({ path, read, fallback, isLooser, only }) {
      const fromOrganisation = organisation === null ? undefined : read(organisation);
      const held = fromOrganisation ?? fallback;
      const asked = repository === null ? undefined : read(repository);
      const isRefused = asked !== undefined && isLooser(asked, held) && !settings.mayLoosen(path[0]);
      if (isRefused)
        settings.refuse(path, path[0], `\`${String(held)}\` holds, and only ${only} would be stricter than that`);
      const isOwn = asked !== undefined && asked !== held && !isRefused;
      settings.note(path, isOwn ? 'repository' : fromOrganisation === undefined ? 'default' : 'organisation');
      return isOwn ? asked : held;
    },
    own(key, value) {
      settings.note([key], value === undefined ? 'default' : 'repository');
      return value ?? null;
    },
    mayLoosen: (key) => organisation?.may_loosen?.includes(key) === true,
    note: (path, origin) => void origins.set(path.join('.'), origin),
    noteOnce: (path, origin) => {
      if (!origins.has(path.join('.'))) settings.note(path, origin);
    },
    refuse(path, key, because) {
      const message = `Ignored: ${because}. The organisation's policy can allow it: \`may_loosen: [${key}]\``;
      problems.push({ path, message });
    },
  };
  return settings;
}
