/** Do links into a new tab give the other page no hold on this one? */
import { elementsOf } from '../domain/site/html.js';
import { isHtml, type Page } from '../domain/site/site.js';
import { type Judgement, met, notApplicable, unmet } from '../domain/verification/verdict.js';
import { worstSite } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Do links into a new tab give the other page no hold on this one?',
  reads: { sites },
  on: [],
  judge: ({ sites }) => worstSite(sites, judgeLinks),
});

function judgeLinks(page: Page): Judgement {
  if (!isHtml(page)) return notApplicable('it answers with no pages');
  const loose = elementsOf(page).find(({ name, attributes: { target, href = '', rel = '' } }) => {
    if (name !== 'a' || target?.toLowerCase() !== '_blank' || !URL.canParse(href, page.url)) return false;
    const isElsewhere = new URL(href, page.url).origin !== new URL(page.url).origin;
    return isElsewhere && !/\bno(?:opener|referrer)\b/i.test(rel);
  });
  if (loose === undefined) return met('every link of the page into a new tab has noopener, or stays on the site');
  return unmet(
    `the link to \`${(loose.attributes.href ?? '').replaceAll('`', '').slice(0, 100)}\` opens a new tab without noopener`,
    'Write `rel="noopener noreferrer"` on links with `target="_blank"`.',
  );
}
