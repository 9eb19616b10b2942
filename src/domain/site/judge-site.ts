/** All looks at one site, its score and its letter. */
import { judgeCookies } from './judges/cookies.js';
import { judgeCors } from './judges/cors.js';
import { judgeCsp } from './judges/csp.js';
import { judgeFraming } from './judges/framing.js';
import { judgeHsts } from './judges/hsts.js';
import { judgeCoep, judgeCoop, judgeCorp, judgeNosniff, judgeReferrer } from './judges/plain-headers.js';
import { judgeRedirection } from './judges/redirection.js';
import { judgeSri } from './judges/sri.js';
import type { Outcome } from './outcome.js';
import { type SiteScore, scoreOf } from './score.js';
import { pageOf, type Site } from './site.js';

export interface SiteReport extends SiteScore {
  /** In the order of what they can cost. */
  readonly outcomes: readonly Outcome[];
}

/** Null when the site does not answer at all, over https or http. */
export function judgeSite(site: Site): SiteReport | null {
  const page = pageOf(site);
  if (page === null) return null;
  const hsts = judgeHsts(site.https);
  const outcomes: readonly Outcome[] = [
    judgeCsp(page),
    judgeCookies(page, hsts.modifier >= 0),
    judgeCors(page),
    judgeRedirection(site),
    hsts,
    judgeSri(page),
    judgeFraming(page),
    judgeNosniff(page),
    judgeReferrer(page),
    judgeCoop(page),
    judgeCoep(page),
    judgeCorp(page),
  ];
  return { outcomes, ...scoreOf(outcomes) };
}
