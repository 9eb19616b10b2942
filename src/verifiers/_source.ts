/** Where verifiers look: each source is read at most once a run, whoever asks, and answered from GitHub's ETag when nothing changed. */
import type { RepoRef } from '../core/repo-ref.js';
import type { RiskLevel } from '../core/risk.js';
import { DEFAULTS, type Exposure } from '../domain/policy/index.js';
import type { Reader } from '../infra/github/reader.js';
import type { GuardedFetch } from '../infra/net/guarded-fetch.js';

/** What a source answered. `null`: looked for, and not there. */
export interface Found<T> {
  readonly value: T | null;
  /** An address that people can open, or a path in a working copy. */
  readonly where: string;
}

/** It could not be looked at: a permission is missing, or there is no way to it from here. Becomes `unknown`. */
export class Hidden extends Error {
  override readonly name = 'Hidden';
}

/** The files of one commit. */
export interface Tree {
  /** The commit, or the working copy's folder. */
  readonly where: string;
  /** Every file; `isWhole` is false where GitHub cut a very large tree. */
  list(): Promise<{ readonly entries: readonly TreeEntry[]; readonly isWhole: boolean }>;
  /** Texts by path, of files up to 1 MiB each; what is no file, binary or larger is left out. One request for up to 50. */
  texts(paths: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * The first 16 bytes of files up to 1 MiB as git keeps them, before a filter such as git-crypt's
   * shows them in clear. Over the API one request a file: of the first 10 only, what is missing was not looked at.
   */
  starts(paths: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
}

export interface TreeEntry {
  readonly path: string;
  readonly kind: 'file' | 'executable' | 'symlink' | 'submodule';
  /** Bytes; 0 of a submodule. */
  readonly size: number;
  readonly blobSha: string | null;
}

/** The addresses that the policy names, and the ways to them. */
export interface Web {
  /** `targets:` of the policy. */
  readonly targets: readonly string[];
  /** `exposure:` of the policy. */
  readonly exposure: readonly Exposure[];
  /** To the targets, in ranges that the operator allows as well. */
  readonly fetch: GuardedFetch;
  /** As somebody on the Internet: never to inner addresses, whatever the operator allows. */
  readonly fetchFromOutside: GuardedFetch;
}

/** What our own records say of the repository, and under which names we post. */
export interface Own {
  /** The App's id: a required check is ours only when it is pinned to it. */
  readonly appId: number;
  /** Names of the checks that we post on every pull request. */
  readonly checks: readonly string[];
  /** Committed secrets that are neither rotated nor dismissed, those of long ago included. */
  readonly openFindings: number;
  /** False until the whole history was looked at: then nobody knows yet what is in it. */
  readonly isHistoryRead: boolean;
}

/** What can be reached from here. What is null is not: everything that needs it is `unknown`. */
export interface Origin {
  readonly repository: RepoRef | null;
  readonly defaultBranch: string | null;
  readonly isPrivate: boolean | null;
  /** GitHub's API; null in a working copy. */
  readonly api: Reader | null;
  /** Permissions that the installation granted, as GitHub names them; null with a personal token, where only trying tells. */
  readonly permissions: Readonly<Record<string, string>> | null;
  readonly tree: Tree | null;
  /** Null where no addresses can be asked. */
  readonly web: Web | null;
  /** Null in a working copy and with a personal token. */
  readonly own: Own | null;
  /** How long the policy lets something of a risk be. */
  readonly terms: Readonly<Record<RiskLevel, { readonly days: number }>>;
}

/** Nothing can be reached, and no policy says anything: what is known is put over it. */
export const NOWHERE: Origin = {
  repository: null,
  defaultBranch: null,
  isPrivate: null,
  api: null,
  permissions: null,
  tree: null,
  web: null,
  own: null,
  terms: DEFAULTS.waivers,
};

/** Reads another source within the same run. @throws Hidden */
export type Get = <T>(source: Source<T>) => Promise<Found<T>>;

export interface Source<T> {
  /** As in error messages: "branch protection". */
  readonly name: string;
  /** Permissions it takes beyond `metadata: read`; a missing one hides the source without a request. */
  readonly needs?: Readonly<Record<string, 'read'>>;
  /** What it answers is not for everybody who may read the repository, though it takes no permission that would say so. */
  readonly isConfidential?: true;
  /** @throws Hidden, GitHubError: both become `unknown` for those who asked. */
  read(origin: Origin, get: Get, signal: AbortSignal): Promise<Found<T>>;
}

/** Gives a source its type without the entry having to name it. */
export function defineSource<T>(source: Source<T>): Source<T> {
  return source;
}

/** The API, for sources that need it. @throws Hidden in a working copy. */
export function apiOf({ api }: Origin): Reader {
  if (api === null) throw new Hidden("it takes GitHub's API; look with `seaworthy check OWNER/REPO`");
  return api;
}

/** The files, for sources that need them. @throws Hidden where there are none. */
export function treeOf({ tree }: Origin): Tree {
  if (tree === null) throw new Hidden('there are no files to look at: the repository is empty');
  return tree;
}

/** What may be asked on the web, for sources that look there. @throws Hidden where nothing may. */
export function webOf({ web }: Origin): Web {
  if (web === null) throw new Hidden('addresses are not asked from here; look with `seaworthy site <url>`');
  return web;
}

/** What is on record with us, for sources that need it. @throws Hidden where Seaworthy is not installed. */
export function ownOf({ own }: Origin): Own {
  if (own === null) throw new Hidden('it takes what Seaworthy has on record of a repository in which it is installed');
  return own;
}
