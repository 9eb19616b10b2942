/** What the frame of a page shows beside its content: every route makes one from the visit. */
import type { AssetPaths } from '../assets/assets.js';
import type { Message, SeenOrganisation, Session } from '../access/env.js';

export interface Frame {
  readonly assets: AssetPaths;
  /** As of when ages and distances are told. */
  readonly now: Date;
  /** Null on public pages, for whoever is not signed in. */
  readonly session: Session | null;
  /** Null on pages that belong to none. */
  readonly organisation: Pick<SeenOrganisation, 'account' | 'seat'> | null;
  /** Where repositories, issues and people are on GitHub, without a trailing slash. */
  readonly githubUrl: string;
  /** What the form came to that led here. */
  readonly message: Message | null;
  /** Set where GitHub could not be asked: who sees what was true at this time. */
  readonly accessAsOf: Date | null;
}

/** Of the pages below an organisation, which only its people see. */
export interface OrganisationFrame extends Frame {
  readonly session: Session;
  readonly organisation: Pick<SeenOrganisation, 'account' | 'seat'>;
}
