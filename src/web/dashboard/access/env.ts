/** What every route of the dashboard finds in its context, already checked, and what the dashboard is made of. */
import type { Clock } from '../../../core/clock.js';
import type { Granted } from '../../../core/granted.js';
import type { GitHubSite } from '../../../core/github-site.js';
import type { Log } from '../../../core/log.js';
import type { Checklist } from '../../../domain/checklist/index.js';
import type { Db } from '../../../infra/db/database.js';
import type { SeenOrganisation, SeenRepository, Viewer } from '../../../infra/db/viewers.js';
import type { Quota } from '../../../infra/github/gateway.js';
import type { People } from '../../../infra/github/people.js';
import type { BadgeSigner } from './badge-signer.js';

export type { SeenOrganisation, SeenRepository, Viewer } from '../../../infra/db/viewers.js';

/** What a form came to, in Markdown; told once, on the page that it leads to. */
export interface Message {
  readonly isOk: boolean;
  readonly text: string;
}

/** The visit of somebody who is signed in. */
export interface Session {
  readonly viewer: Viewer;
  /** For the form that posts to `path`: `<FormToken session={…} path="/o/acme/tokens" />`. */
  formToken(path: string): string;
}

/** Of the routes under `/o/:org`; those under `/o/:org/r/:repo` have `repository` as well. */
export interface DashboardEnv {
  Variables: {
    session: Session;
    viewer: Viewer;
    organisation: SeenOrganisation;
    repository: SeenRepository;
    /** Of the form that led here; null on every other page. */
    message: Message | null;
    /** Set where GitHub could not be asked just now: the access shown was true at this time. */
    accessAsOf: Date | null;
  };
}

/** The commands that a page can give. */
export type ActName = 'launch' | 'champion' | 'approve';

/** Runs the command of that name as if the viewer had said it in the baseline issue: same permission, same journal, same words. */
export type Act = (
  said: {
    readonly name: ActName;
    readonly args: string;
    /** What the viewer had before them when they said it: what changed since they did not agree to. */
    readonly seenAt: Date;
  },
  where: { readonly repositoryId: number },
  by: Viewer,
) => Promise<{ readonly ok: boolean; readonly text: string | null }>;

export interface DashboardParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  /** Which GitHub people come from. */
  readonly github: GitHubSite;
  /** Null while the App's client ID and secret are not set: then nobody can sign in. */
  readonly people: People | null;
  /** `https://seaworthy.example.com`; null where it is not set, which will do on this machine only. */
  readonly publicUrl: string | null;
  readonly act: Act;
  /** Whether the viewer may approve waivers of this repository, by its policy: for showing the button. */
  readonly mayApprove: (where: { readonly repositoryId: number }, by: Viewer) => Promise<boolean>;
  readonly checklists: readonly Checklist[];
  readonly badges: BadgeSigner;
  /** What our handlers use, all together. */
  readonly needs: Granted;
  /** What GitHub said last of the hourly limit of an installation; null when it said nothing since the start. */
  quotaOf(installationId: number): Promise<Quota | null>;
  /** Where reports are sent, by `organisation/name` in lower case. The addresses are secrets: pages say which are missing, and no more. */
  readonly webhooks: ReadonlyMap<string, string>;
}
