/** Passwords in URLs: `scheme://user:password@host`, for databases, queues, registries and git remotes alike. */
import type { Candidate, Rule, Sample, Verdict } from '../rule.js';
import { ALNUM, none, random } from './_samples.js';

/** What people write where a password would stand. */
const COMMON =
  /^(?:pass(?:word|wd)?|pwd|pw|secret|token|user(?:name)?|admin|root|guest|test(?:ing)?|postgres|mysql|mongo|redis|foo|bar|baz|abc|xxx?|key|api_?key|1234?5?6?7?8?9?0?|p)$/i;
/** Hosts that nobody else can reach, or that RFC 2606 and 6761 keep for documentation. */
const NOWHERE =
  /^(?:localhost|127\.|0\.0\.0\.0|\[::1\]|host\b|hostname|[a-z-]{1,30}(?::[0-9]{1,5})?(?:[/?#"'`\s]|$))|^(?:[a-z0-9-]{1,63}\.){0,5}(?:example|test|invalid|local)(?:\.(?:com|net|org))?(?:[:/?#"'`\s]|$)/i;

function judge({ text, value, start, end }: Candidate): Verdict | null {
  if (COMMON.test(value) || /^[:$%{<[(*]|^[0-9]{1,5}$/.test(value)) return null;
  const userAt = text.lastIndexOf('/', start) + 1;
  if (text.slice(userAt, start - 1) === value) return null;
  const host = text.slice(end + 1, end + 120);
  return { confidence: NOWHERE.test(host) ? 'low' : value.length >= 8 ? 'high' : 'medium' };
}

const sample = (before: string, value: string, after: string): Sample => ({ text: before + value + after, value });

const rule: Rule = {
  id: 'url-password',
  version: 1,
  provider: 'URLs',
  title: 'Password in a URL',
  opens: 'the service at the address, as the user it names',
  severity: 'HIGH',
  confidence: 'medium',
  rank: 'format',
  boundary: 'anywhere',
  keywords: ['://'],
  find: /(?<=[A-Za-z0-9])(?::\/\/)[A-Za-z0-9._%+~$!-]{0,100}:(?<secret>[^\s/?#@"'`<>\\|,;()[\]{}]{3,200})@(?=[A-Za-z0-9[$])/,
  check: judge,
  reference: 'https://www.rfc-editor.org/rfc/rfc3986#section-7.5',
  runbook: 'url-password',
  matches: () => [
    sample('DATABASE_URL=postgres://app:', random(ALNUM, 16, 1), '@db.acme-prod.net:5432/app\n'),
    sample('mongodb+srv://svc:', `Tr${random(ALNUM, 6, 2)}!`, '@cluster0.abcde.mongodb.net/?retryWrites=true'),
    sample('"redis://:', random(ALNUM, 20, 3), '@cache.internal.acme.io:6379"'),
    sample('git clone https://deploy:', random(ALNUM, 12, 4), '@git.acme.io/team/app.git'),
    sample('amqp://worker:', random(ALNUM, 12, 5), '@localhost:5672/'),
  ],
  ignores: () =>
    none(
      'postgres://user:password@host:5432/db',
      'postgres://postgres:postgres@localhost/app',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell variable
      'postgres://app:${DB_PASSWORD}@db.acme.io/app',
      'https://example.com:8080/@scope/name',
      'http://proxy:3128@cache',
      'https://acme.io/a:b@c',
      'see https://acme.io: write to me@acme.io',
      'redis://:<password>@cache:6379',
    ),
};

export default rule;
