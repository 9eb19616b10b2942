/** Are answers that depend on who asks kept out of caches? */
import { judgeCaching } from './_caching.js';
import { worstSite } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: 'Are answers that depend on who asks kept out of shared caches?',
  reads: { sites },
  on: [],
  judge: ({ sites }) => worstSite(sites, (page) => judgeCaching(page)),
});
