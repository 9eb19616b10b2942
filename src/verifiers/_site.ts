/** What verifiers of sites share: of several sites the worst decides, and is named. */
import { escapeInline } from '../domain/checklist/escape.js';
import type { Outcome } from '../domain/site/outcome.js';
import { headerOf, isHtml, type Page, pageOf, type Site } from '../domain/site/site.js';
import {
  type Answer,
  isUrgent,
  type Judgement,
  met,
  notApplicable,
  unknown,
  unmet,
} from '../domain/verification/verdict.js';

const FROM_WORST: readonly Answer[] = ['unmet', 'unknown', 'met', 'not-applicable'];

/** A site that does not answer is unknown. */
export function worstSite(sites: readonly Site[] | null, judge: (page: Page, site: Site) => Judgement): Judgement {
  return worst(
    (sites ?? []).map((site) => {
      const page = pageOf(site);
      if (page !== null) return { where: site.target, judgement: judge(page, site) };
      const because = 'because' in site.https ? site.https.because : 'no answer';
      return { where: site.target, judgement: unknown(`it does not answer: ${because}`) };
    }),
  );
}

/** Named where there are several. */
export function worst(judged: readonly { readonly where: string; readonly judgement: Judgement }[]): Judgement {
  const rank = ({ judgement }: (typeof judged)[number]) =>
    isUrgent(judgement) ? -1 : FROM_WORST.indexOf(judgement.answer);
  const [first] = judged.toSorted((a, b) => rank(a) - rank(b));
  if (first === undefined) return unknown('no address is named: `targets:` in the policy');
  if (judged.length === 1) return first.judgement;
  return { ...first.judgement, because: `${first.where}: ${first.judgement.because}` };
}

/** What the site sent is somebody else's text: it is escaped. Met when the outcome counts at least `from` points. */
export function asJudgement({ modifier, because, fix }: Outcome, from = 0): Judgement {
  const said = escapeInline(because);
  return modifier >= from ? met(said) : unmet(said, asFix(fix));
}

/** A header to paste is shown as one; other fixes are sentences. */
export function asFix(fix: string | null): string {
  if (fix === null) return 'Look at the answer with `curl -sI`.';
  return /^[A-Za-z-]+: /.test(fix) ? `Send with every answer: \`${fix.replaceAll('`', '')}\`` : fix;
}

/** The first that is not met, or the last. */
export function allOf(...judgements: readonly Judgement[]): Judgement {
  return judgements.find(({ answer }) => answer !== 'met') ?? judgements.at(-1) ?? unknown('nothing was looked at');
}

/** An address that programs ask: by its name, or because it answers with something else than a page. */
export function isApi(page: Page, { target }: Pick<Site, 'target'>): boolean {
  const { hostname, pathname } = new URL(target);
  if (/^api[.-]/.test(hostname) || /(?:^|\/)(?:api|graphql)(?:\/|$)/.test(pathname)) return true;
  return headerOf(page, 'content-type') !== null && !isHtml(page);
}

/** As `worstSite`, of those that are APIs; without any it is unknown. */
export function worstApi(sites: readonly Site[] | null, judge: (page: Page) => Judgement): Judgement {
  const judgement = worstSite(sites, (page, site) =>
    isApi(page, site) ? judge(page) : notApplicable('it answers with pages'),
  );
  if (judgement.answer !== 'not-applicable') return judgement;
  return unknown('none of the `targets:` in the policy is an API; name an address that it answers');
}
