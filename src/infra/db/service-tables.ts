/** The tables of what Seaworthy knows of a service: its baseline issue, items, findings, judged heads and posted checks. */
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { RiskLevel } from '../../core/risk.js';
import type { Confidence } from '../../domain/scanner/rule.js';
import type { LeftOut } from '../../domain/policy/onboarding.js';
import type { Checklist, DatedChange } from '../../domain/checklist/index.js';
import type { Verdict } from '../../domain/verification/verdict.js';

type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
/** Written as JSON text, read as the value. */
type Json<T> = ColumnType<T, string, string>;

export interface ServiceTables {
  baseline: BaselineTable;
  catalogue: CatalogueTable;
  item: ItemTable;
  finding: FindingTable;
  head: HeadTable;
  check_run: CheckRunTable;
  edit: EditTable;
  body_write: BodyWriteTable;
  chore: ChoreTable;
  service: ServiceTable;
  waiver: WaiverTable;
  assignment: AssignmentTable;
  policy: PolicyTable;
  repository_facts: RepositoryFactsTable;
  history_scan: HistoryScanTable;
  clean_blob: CleanBlobTable;
  verification: VerificationTable;
  fan_out: FanOutTable;
  pull_request: PullRequestTable;
  pull_list: PullListTable;
  inventory: InventoryTable;
  onboarding: OnboardingTable;
  onboarding_repository: OnboardingRepositoryTable;
  deployment_gate: DeploymentGateTable;
}

export interface BaselineTable {
  repository_id: number;
  /** Null while there is no issue: `absent_because` says why. */
  issue_number: Nullable<number>;
  issue_node_id: Nullable<string>;
  absent_because: Nullable<string>;
  /** The last body that was taken into account: written by us, or read and merged. */
  settled_body: Nullable<string>;
  /** The catalogue that `settled_body` was written from; null for one written before that was kept. */
  catalogue_digest: Nullable<string>;
  /** What the last catalogue that differed here changed, with its day; null when none has. */
  catalogue_change: ColumnType<DatedChange | null, string | null | undefined, string | null>;
  updated_at: Date;
}

/** The versions of the checklists that issues were written from: by them it is told what a newer one changes. */
export interface CatalogueTable {
  digest: string;
  checklists: Json<readonly Checklist[]>;
  seen_at: Date;
}

export interface ItemTable {
  repository_id: number;
  item_id: string;
  /** An `ItemState` of the checklist domain. */
  state: Json<unknown>;
  updated_at: Date;
}

export type FindingState = 'open' | 'rotated' | 'dismissed';

/** A push brought it, or it was in the history before us. */
export type FindingOrigin = 'push' | 'history';

export interface FindingTable {
  repository_id: number;
  /** Keyed hash of the value; the value itself is nowhere. */
  fingerprint: string;
  rule_id: string;
  title: string;
  severity: RiskLevel;
  /** Of its surest place. */
  confidence: Confidence;
  preview: string;
  state: FindingState;
  found_at: Date;
  settled_by: Nullable<string>;
  settled_at: Nullable<Date>;
  /** Evidence of a rotation, or the reason of a dismissal. */
  settled_because: Nullable<string>;
  origin: ColumnType<FindingOrigin, FindingOrigin | undefined, FindingOrigin>;
  /** Where it was found first; null on rows from before that was kept. */
  path: Nullable<string>;
  line: Nullable<number>;
  commit_sha: Nullable<string>;
  /** What it was known by under the key before this one. */
  previous_fingerprint: Nullable<string>;
}

/** The reading of a repository's whole history, the newest one. */
export interface HistoryScanTable {
  repository_id: number;
  engine_version: string;
  /** Names the key of the fingerprints without telling it. */
  key_id: string;
  state: 'waiting' | 'reading' | 'done';
  /** Login; null when nobody asked. */
  asked_by: Nullable<string>;
  commits_done: ColumnType<number, number | undefined, number>;
  commits_total: ColumnType<number, number | undefined, number>;
  /** Open findings that were new with it. */
  found: ColumnType<number, number | undefined, number>;
  unseen: ColumnType<{ what: string; reason: string }[], string | undefined, string>;
  updated_at: Date;
  done_at: Nullable<Date>;
  /** What the repository had at this time was looked at by the last complete one. */
  covers_until: Nullable<Date>;
}

/** A deployment that asked for our word, by run and environment. */
export interface DeploymentGateTable {
  repository_id: number;
  run_id: number;
  environment: string;
  /** Tells a run that was run again; null where a look at GitHub found it. */
  deployment_id: Nullable<number>;
  sha: string;
  state: 'waiting' | 'answered';
  /** Status reports sent: GitHub takes 10. */
  reports: number;
  /** Hash of the last report. */
  digest: Nullable<string>;
  reported_at: Nullable<Date>;
  asked_at: Date;
  answered_at: Nullable<Date>;
}

/** A blob that was looked at whole, under one path, and in which nothing was found. */
export interface CleanBlobTable {
  repository_id: number;
  /** Of the rules' version, the blob and the path. */
  digest: string;
  engine_version: string;
  seen_at: Date;
}

/** Where a finding stands. */
export interface Sighting {
  readonly fingerprint: string;
  readonly path: string;
  readonly line: number;
  readonly commit: string;
}

/** A commit on which a check was posted, with everything that it and the commits before it on its branch brought. */
export interface HeadTable {
  repository_id: number;
  sha: string;
  /** The head whose findings it carries; null when it was read from the default branch on. */
  follows: Nullable<string>;
  /** Which rules looked; other rules look again. */
  engine_version: string;
  commits: number;
  files: number;
  sightings: Json<Sighting[]>;
  unseen: Json<{ what: string; reason: string }[]>;
  /** Where findings of earlier commits stand in the files of this one; null until that was looked up. */
  standing: ColumnType<Sighting[] | null, string | null | undefined, string | null>;
  judged_at: Date;
}

export interface CheckRunTable {
  repository_id: number;
  head_sha: string;
  name: string;
  run_id: number;
  /** Hash of what the run says: the same is never written twice. */
  digest: string;
  /** `pending` while the run is in progress. */
  conclusion: string;
  /** Whether annotations were sent with it. */
  annotated: Generated<boolean>;
  updated_at: Date;
}

/** An edit of the baseline issue that was reported and not settled yet. */
export interface EditTable {
  /** The delivery that brought it. */
  key: string;
  repository_id: number;
  from_body: Nullable<string>;
  to_body: Nullable<string>;
  by_login: Nullable<string>;
  /** ISO 8601 text, as GitHub wrote it. */
  at: string;
}

export interface BodyWriteTable {
  repository_id: number;
  /** SHA-256 of the body written. */
  digest: string;
  based_on_body: string;
  at: Date;
}

export interface ChoreTable {
  name: string;
  /** Start of the last run that ended well. */
  last_good_at: Date;
}

/** What people decided about a service as a whole; null is not said yet. */
export interface ServiceTable {
  repository_id: number;
  risk: Nullable<RiskLevel>;
  risk_because: Nullable<string>;
  risk_by: Nullable<string>;
  /** Calendar date. */
  launch_on: Nullable<string>;
  launched_at: Nullable<Date>;
  champion: Nullable<string>;
  /** Names of checklists. */
  used: ColumnType<string[] | null, string | null | undefined, string | null>;
  updated_at: Date;
}

export type WaiverState = 'asked' | 'active' | 'ended' | 'withdrawn';

/** A risk that somebody asked to accept for a while. */
export interface WaiverTable {
  id: GeneratedAlways<number>;
  repository_id: number;
  item_id: string;
  requested_by: string;
  requested_at: Date;
  /** Calendar date, the last day on which it holds. */
  until: string;
  reason: string;
  approvals: Json<{ by: string; at: string }[]>;
  state: WaiverState;
  activated_at: Nullable<Date>;
}

/** Who is to deal with an item; several people may be. */
export interface AssignmentTable {
  repository_id: number;
  item_id: string;
  /** In lower case. */
  login: string;
  assigned_by: string;
  assigned_at: Date;
}

export interface PolicyTable {
  scope: 'organisation' | 'repository';
  /** The installation, or the repository. */
  scope_id: number;
  /** Blob of the file as last read, good or not; null when there was none. */
  file_sha: Nullable<string>;
  /** The last good policy, a `ParsedPolicy` of the policy domain; null when there is none. */
  good: Json<unknown>;
  /** What is wrong with the file as last read; empty when it is in force. */
  problems: Json<unknown[]>;
  read_at: Date;
}

/** What profiles ask for, beyond what the repository's own row has. */
export interface RepositoryFactsTable {
  repository_id: number;
  visibility: 'public' | 'private' | 'internal';
  topics: Json<string[]>;
  language: Nullable<string>;
  properties: Json<Record<string, string | string[] | null>>;
}

/** What verifiers said when a repository was last looked at. */
export interface VerificationTable {
  repository_id: number;
  /** Null while it was asked for only. */
  ran_at: Nullable<Date>;
  /** When it was last put in line because its turn had come. */
  asked_at: Nullable<Date>;
  /** By the verifier's name. */
  verdicts: Json<Record<string, KeptVerdict>>;
}

export type KeptVerdict = Verdict & {
  /** ISO 8601 instant of the run. */
  readonly at: string;
  /** ISO 8601 instant at which it was last met; null when it never was. */
  readonly metAt: string | null;
};

/** The answer that open pull requests were last told. */
export interface FanOutTable {
  repository_id: number;
  digest: string;
  /** Of `seaworthy/launch`; null on rows from before that was kept. */
  conclusion: Nullable<string>;
}

export interface PullRequestTable {
  repository_id: number;
  number: number;
  head_sha: string;
  base_ref: string;
  is_open: boolean;
  /** GitHub's, in whole seconds. */
  updated_at: Date;
  /** Ours, of the webhook's job or of the beginning of the list. */
  seen_at: Date;
}

/** The repositories whose open pull requests were known whole. */
export interface PullListTable {
  repository_id: number;
  /** Since then it is not sure that they still are; null while it is. */
  doubted_at: Nullable<Date>;
}

/** When the bill of materials of a repository was read. */
export interface InventoryTable {
  repository_id: number;
  read_at: Date;
  /** Why there is nothing; null when it was read. */
  problem: Nullable<string>;
}

/** The introduction of the App to what an installation has. */
export interface OnboardingTable {
  installation_id: number;
  /** When the App was installed. */
  started_at: Date;
  /** When the list of repositories was last asked for. */
  wanted_at: Date;
  /** Null while GitHub's list of repositories has to be read (again). */
  listed_at: Nullable<Date>;
  finished_at: Nullable<Date>;
}

/** `asked`: its `open-baseline` job is in line. */
export type OnboardingState = 'waiting' | 'asked' | 'opened' | 'skipped';

export type SkipReason = 'archived' | 'no-issues' | 'gone' | LeftOut;

export interface OnboardingRepositoryTable {
  repository_id: number;
  installation_id: number;
  pushed_at: Nullable<Date>;
  state: OnboardingState;
  /** There is one exactly where it was skipped. */
  because: Nullable<SkipReason>;
  asked_at: Nullable<Date>;
  settled_at: Nullable<Date>;
}
