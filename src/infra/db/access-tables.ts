/** The tables of people on the pages: who is signed in, what they may see, and the tokens that programs read reports with. */
import type { ColumnType, Generated } from 'kysely';

type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** Where somebody sits in an organisation; `owner` also of their own account. */
export type Seat = 'member' | 'owner';

/** Roles on a repository, least first. */
export const PERMISSIONS = ['read', 'triage', 'write', 'maintain', 'admin'] as const;

export type Permission = (typeof PERMISSIONS)[number];

export interface AccessTables {
  viewer: ViewerTable;
  viewer_installation: ViewerInstallationTable;
  viewer_repository: ViewerRepositoryTable;
  session: SessionTable;
  api_token: ApiTokenTable;
}

export interface ViewerTable {
  /** GitHub's number of the person. */
  user_id: number;
  login: string;
  /** When the question began whose answer the rows below hold; null before the first. */
  checked_at: Nullable<Date>;
  /** When a webhook said that what they may see has changed. */
  outdated_at: Nullable<Date>;
}

export interface ViewerInstallationTable {
  user_id: number;
  installation_id: number;
  seat: Seat;
}

export interface ViewerRepositoryTable {
  user_id: number;
  repository_id: number;
  permission: Permission;
}

/** What is sealed opens with the cookie only, which is in the browser and nowhere here. */
export interface SessionTable {
  /** SHA-256 of the cookie, in hex. */
  id: string;
  user_id: number;
  /** The person's token of GitHub. */
  sealed_token: string;
  /** What the last form they sent came to. */
  sealed_message: Nullable<string>;
  created_at: Date;
  seen_at: Date;
  ends_at: Date;
}

export interface ApiTokenTable {
  id: Generated<number>;
  /** SHA-256 of the token, in hex. */
  digest: string;
  installation_id: number;
  name: string;
  /** Login. */
  made_by: string;
  made_at: Date;
  ends_at: Date;
  used_at: Nullable<Date>;
  revoked_by: Nullable<string>;
  revoked_at: Nullable<Date>;
}
