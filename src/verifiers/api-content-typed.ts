/** Do answers of an API name a type that is no page's? */
import { headerOf, isHtml, type Page } from '../domain/site/site.js';
import { type Judgement, met, unmet } from '../domain/verification/verdict.js';
import { worstApi } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

const FIX = 'Answer with `Content-Type: application/json`, errors and redirects included.';

export default defineVerifier({
  question: 'Do API answers name their type, and is it not HTML?',
  reads: { sites },
  on: [],
  judge: ({ sites }) => worstApi(sites, judgeType),
});

function judgeType(page: Page): Judgement {
  const type = headerOf(page, 'content-type');
  if (type === null && page.body !== '') return unmet('the answer names no type', FIX);
  if (isHtml(page)) return unmet('the answer says that it is HTML', FIX);
  return met(type === null ? 'the answer is empty' : `the answer says that it is \`${type.replaceAll('`', '')}\``);
}
