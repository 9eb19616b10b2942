/** What the frame of a page shows beside its content: every route makes one from the visit. */
import type { AssetPaths } from '../assets/assets.js';

export interface Frame {
  readonly assets: AssetPaths;
  /** As of when ages and distances are told. */
  readonly now: Date;
  /** Null on public pages, for whoever is not signed in. */
  readonly session: { readonly viewer: { readonly login: string }; formToken(path: string): string } | null;
  /** Null on pages that belong to none. */
  readonly organisation: { readonly account: string; readonly seat: 'member' | 'owner' } | null;
  /** What the form came to that led here, in Markdown. */
  readonly message: { readonly isOk: boolean; readonly text: string } | null;
  /** Set where GitHub could not be asked: who sees what was true at this time. */
  readonly accessAsOf: Date | null;
}
