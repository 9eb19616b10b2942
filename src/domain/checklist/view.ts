/** What the body of the baseline issue is made from. */
import type { RiskLevel } from '../../core/risk.js';
import type { DatedChange } from './catalogue-change.js';
import type { Checklist } from './item.js';
import type { Note } from './notes.js';
import type { ItemStates } from './state.js';

/** Where the explanation of an item stands when it does not fit into the issue. */
export const GUIDE_URL = 'https://github.com/seaworthy-app/seaworthy/blob/main/docs/generated/catalogue.md';

/** Something that stands between the service and its launch. */
export interface Blocker {
  /** The item that blocks; absent for other reasons, such as a secret that is not rotated. */
  readonly itemId?: string;
  /** Plain text; rendered escaped. */
  readonly text: string;
  /** Where to go next. */
  readonly link?: { readonly text: string; readonly url: string };
}

/** Facts of the header that do not follow from the items. What is absent is not shown, but for the risk, which is asked for. */
export interface HeaderFacts {
  /** The service's risk level; absent until somebody says it. */
  readonly risk?: RiskLevel;
  /** Calendar date, `2026-12-15`. */
  readonly launch?: string;
  /** Calendar date on which it was launched; `launch` is history then. */
  readonly launched?: string;
  /** Login without `@`. */
  readonly champion?: string;
  /** Blockers other than items, shown first. */
  readonly blockers?: readonly Blocker[];
  /** Secrets that were in the history before us and are neither rotated nor dismissed, and block nothing. */
  readonly oldSecrets?: number;
  /** SHOULD items block like MUST items: the policy says so for services of this risk level. */
  readonly shouldCounts?: boolean;
  /** What the newest version of the catalogue that differs here changed. */
  readonly updated?: DatedChange;
  /** Who approves accepted risks: logins or teams without `@`; absent where the policy names nobody. */
  readonly approvers?: readonly string[];
}

/** What a verifier said when it looked last. */
export interface Sight {
  readonly answer: 'met' | 'unmet' | 'not-applicable' | 'unknown';
  /** One sentence; backticks around names. */
  readonly because: string;
  /** Markdown: the exact next step. */
  readonly fix?: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Addresses that were looked at. */
  readonly where: readonly string[];
}

/** What is known of an item beside its state. It is shown while the item waits for somebody, and left out once it is settled. */
export interface Aside {
  /** Somebody asked to accept its risk, which others have not approved, or not enough of them. */
  readonly asked?: {
    /** Logins without `@`. */
    readonly by: string;
    readonly approvedBy: readonly string[];
    /** Calendar dates: when it was asked for, and the last day on which it would hold. */
    readonly since: string;
    readonly until: string;
    readonly reason: string;
  };
  /** Logins of those who were asked to see to it. */
  readonly assigned?: readonly string[];
  readonly seen?: Sight;
}

/** By item id. */
export type Asides = ReadonlyMap<string, Aside>;

/** Everything that decides the body. */
export interface View {
  readonly repository: { readonly id: number };
  /** The checklists that apply, in the order in which they are shown. */
  readonly checklists: readonly Checklist[];
  readonly states: ItemStates;
  readonly asides?: Asides;
  readonly header: HeaderFacts;
  /** Today's calendar date in UTC, `2026-11-22`. */
  readonly today: string;
  /** Address of the catalogue page; an item's explanation is at `<guideUrl>#<id>` when it does not fit into the body. */
  readonly guideUrl: string;
  /** What people wrote between our lines. */
  readonly notes: readonly Note[];
}

/** The body, and what of people's text did not fit into it. */
export interface Rendered {
  readonly body: string;
  /** `full`: why and how under the open items; `linked`: links instead; `terse`: people's reasons shortened as well; `bare`: neither. */
  readonly detail: 'full' | 'linked' | 'terse' | 'bare';
  /** Notes left out because even the tersest body would be too long; empty in all but hostile cases. */
  readonly overflow: readonly Note[];
}
