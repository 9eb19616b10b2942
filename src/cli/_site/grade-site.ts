/** Looks at one site, prints what was seen, and decides whether it is good enough. */
import { UserError } from '../../core/user-error.js';
import { judgeSite } from '../../domain/site/judge-site.js';
import { SITE_GRADES, type SiteGrade } from '../../domain/site/score.js';
import { isPage } from '../../domain/site/site.js';
import type { GuardedFetch } from '../../infra/net/guarded-fetch.js';
import { lookAtSite } from '../../verifiers/_sources/look-at-site.js';
import { EXIT, type ExitCode, type Io } from '../_contract.js';
import { styleFor } from '../_style.js';
import { siteText } from './report.js';

export interface Grading {
  readonly fetch: GuardedFetch;
  /** An https address. */
  readonly target: string;
  readonly json: boolean;
  readonly atLeast: SiteGrade;
}

/** @throws UserError when the site does not answer. */
export async function gradeSite({ fetch, target, json, atLeast }: Grading, io: Io): Promise<ExitCode> {
  const site = await lookAtSite(fetch, target, io.signal);
  const report = judgeSite(site);
  if (report === null)
    throw new UserError(`${target} could not be looked at: ${isPage(site.https) ? 'no answer' : site.https.because}.`);
  const { grade, score, outcomes } = report;
  io.stdout.write(
    json
      ? `${JSON.stringify({ target, grade, score, outcomes, speaksOldTls: site.speaksOldTls }, null, 2)}\n`
      : siteText(site, report, styleFor(io)),
  );
  return SITE_GRADES.indexOf(grade) <= SITE_GRADES.indexOf(atLeast) ? EXIT.ok : EXIT.negative;
}
