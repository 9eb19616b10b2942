/** `seaworthy site`: looks at a website from outside, and says what to send for the A+. */
import { getProxyForUrl } from 'proxy-from-env';
import { z } from 'zod';
import { UserError } from '../core/user-error.js';
import { parseArguments } from './_arguments.js';
import { packageVersion, type Subcommand } from './_contract.js';
import { SITE_GRADES } from '../domain/site/score.js';

const options = z.object({
  url: z.string(),
  json: z.boolean().default(false),
  atLeast: z.enum(SITE_GRADES, { error: `expects one of ${SITE_GRADES.join(', ')}` }).default('A'),
  allow: z.string().default(''),
});

export default {
  name: 'site',
  summary: "look at a website's headers, cookies and TLS, and grade them",
  details:
    'Counts as the HTTP Observatory does: 100 points, less for each miss, and bonuses from 90 on. Asks the address over https and http, as a stranger, and nobody else. Exits 0 for the letter asked for or a better one, 1 below it, 2 when the site could not be looked at.',
  arguments: [{ syntax: '<url>', summary: 'address of the site; https:// may be left out' }],
  options: [
    { flags: '--json', summary: 'print the report as JSON' },
    { flags: '--at-least <grade>', summary: 'the letter that is good enough', default: 'A' },
    { flags: '--allow <ranges>', summary: 'inner addresses that may be asked, such as 127.0.0.0/8,10.1.0.0/16' },
  ],
  examples: ['npx seaworthy site example.com', 'npx seaworthy site --allow 127.0.0.0/8 https://localhost:8443'],
  anybodysFolder: true,
  async run(raw, io) {
    const { url, json, atLeast, allow } = parseArguments(options, raw);
    const { createWebAccess } = await import('../infra/net/web.js');
    const { fetch } = createWebAccess({
      allowed: allow.split(',').filter((range) => range.trim() !== ''),
      version: packageVersion(io.packageFolder),
      about: null,
      proxyFor: getProxyForUrl,
    });
    const { gradeSite } = await import('./_site/grade-site.js');
    return gradeSite({ fetch, target: targetOf(url), json, atLeast }, io);
  },
} satisfies Subcommand;

/** @throws UserError */
function targetOf(text: string): string {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : null;
  if (url?.protocol === 'http:') url.protocol = 'https:';
  if (url?.protocol !== 'https:')
    throw new UserError(`${text} is no address of a website, such as https://example.com.`);
  return url.href;
}
