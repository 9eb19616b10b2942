/** Credentials in URLs: `scheme://user:password@host`, `scheme://token@host`, and `?access_token=…`, whatever the scheme. */
import type { Candidate, Rule, Sample, Verdict } from '../rule.js';
import { entropy } from './_checks.js';
import { isWordy } from './_words.js';
import { PRACTICE, PROSE, TRANSLATIONS } from './_paths.js';
import { ALNUM, HEX, none, random } from './_samples.js';
import { beginsAsVendors } from './_vendor-prefixes.js';

/** What people write where a password would stand. */
const COMMON =
  /^(?:(?:my|your|some|the|db|a)?[-_]?(?:pass(?:word|wd|code)?|pwd|pw|pswd|secret|token|user(?:name)?|key|api_?key|credentials?)\d?|admin|root|guest|test(?:ing)?|postgres|mysql|mongo|redis|foo|bar|baz|abc|xyz|xxx?|1?2?3?4?5?6?7?8?9?0?|p|port|host|x-oauth-basic|x-token-auth|git|anonymous|none|pserver:anon\w{0,10})$/i;
/** The same in other languages, as translated examples have it. */
const FOREIGN =
  /^(?:contrase(?:ñ|n|ny)a|contrasenya|passwort|kennwort|wachtwoord|mot_?de_?passe|mdp|senha|palavra-?passe|parola|has(?:ł|l)o|heslo|jelsz(?:ó|o)|salasana|l(?:ö|o)senord|пароль|密[码碼]|パスワード|비밀번호)$/iu;
/** `SECRET_KEY`: the name of a value that the reader has. */
const NAME_OF_VALUE = /^(?:[A-Z]{2,12}_?){0,3}(?:KEY|TOKEN|SECRET|PASS|PWD|PASSWORD)$/;
/** `passwd-on-proxy`, `user_password`, `key_1234`: says what would stand there. */
const SPEAKING =
  /^(?:[a-z]{1,12}[-_]){0,3}(?:pass(?:word|wd)?|pwd|secret|token|key)(?:[-_](?:[a-z]{1,12}|[0-9]{1,4})){0,3}$/i;
/** Schemes whose user is never a token: logins by key, and the public names of nodes. */
const PUBLIC_USER = /(?:^|[^a-z])(?:ssh|scp|sftp|rsync|sips?|xmpp|enode|enrtree)$/i;
/** Sentry's addresses hold a key that is public; a host of one's own is told by the number of the project. */
const PUBLIC_KEY_HOST =
  /^(?:[a-z0-9.-]{0,60}\bsentry|[a-z0-9.-]{1,100}(?::[0-9]{1,5})?\/[0-9]{1,20}(?![A-Za-z0-9/?]))/i;
/** Hosts that nobody else can reach, or that RFC 2606 and 6761 keep for documentation. */
const NOWHERE =
  /^(?:localhost|127\.|0\.0\.0\.0|\[::1\]|host\b|hostname|[a-z-]{1,30}(?::[0-9]{1,5})?(?:[/?#"'`\s]|$))|^(?:[a-z0-9-]{1,63}\.){0,5}(?:example|test|invalid|local)(?:\.(?:com|net|org))?(?:[:/?#"'`\s]|$)/i;
/** RFC 2606's names: nothing there is anybody's. */
const EXAMPLE_HOST = /^(?:[a-z0-9-]{1,63}\.){0,5}example\.(?:com|net|org)\b|^(?:host|hostname|server|example)\b/i;

function judgePassword({ text, value, start, end, path = '' }: Candidate): Verdict | null {
  if (COMMON.test(value) || FOREIGN.test(value) || NAME_OF_VALUE.test(value) || /^[:$%{<[(*]|^[0-9]{1,5}$/.test(value))
    return null;
  const userAt = text.lastIndexOf('/', start) + 1;
  const isUser = text.slice(userAt, start - 1) === value;
  const host = text.slice(end + 1, end + 120);
  const plain = /^[a-z]{1,8}$/i.test(value);
  if (TRANSLATIONS.test(path) && /^\p{L}+$/u.test(value)) return null;
  if (plain && EXAMPLE_HOST.test(host)) return null;
  const isMadeUp =
    (plain && isUser) ||
    SPEAKING.test(value) ||
    NOWHERE.test(host) ||
    PRACTICE.test(path) ||
    (plain && PROSE.test(path));
  if (isMadeUp) return { confidence: 'low' };
  return { confidence: value.length >= 8 && !isWordy(value) ? 'high' : 'medium' };
}

/** A token in the user's place, or in a query, has to look like one: nothing else tells it from a user or a word. */
function judgeToken({ text, value, end, path = '' }: Candidate): Verdict | null {
  if (COMMON.test(value) || isWordy(value) || entropy(value) < 3 || !/\d/.test(value) || beginsAsVendors(value))
    return null;
  // The header of a JSON Web Token alone.
  if (/^eyJ[A-Za-z0-9_-]{1,200}\.$/.test(value)) return null;
  const host = text[end] === '@' ? text.slice(end + 1, end + 120) : '';
  return { confidence: NOWHERE.test(host) || PRACTICE.test(path) ? 'low' : 'medium' };
}

function judgeUser(candidate: Candidate): Verdict | null {
  const { text, start, end, value } = candidate;
  const isPublic =
    PUBLIC_USER.test(text.slice(Math.max(0, start - 20), start - '://'.length)) ||
    (/^[0-9a-f]{32}$/.test(value) && PUBLIC_KEY_HOST.test(text.slice(text.indexOf('@', end) + 1, end + 150)));
  return isPublic ? null : judgeToken(candidate);
}

/** Firebase's addresses of files for everybody carry a token each, and nothing at an example's address is anybody's. */
function judgeParameter(candidate: Candidate): Verdict | null {
  const { text, start } = candidate;
  const before = text.slice(Math.max(0, start - 200), start);
  const isShared = /[?&]alt=media&(?:amp;)?token=$/.test(before);
  const isExample = EXAMPLE_HOST.test(before.slice(before.lastIndexOf('://') + '://'.length));
  const verdict = judgeToken(candidate);
  return (isShared || isExample) && verdict !== null ? { confidence: 'low' } : verdict;
}

/** What neither a user nor a password of a URL holds. */
const ENDS = Uint8Array.from({ length: 256 }, (_, code) =>
  code < 0x80 && /[\s/?#"'`<>\\|,;()[\]{}]/.test(String.fromCharCode(code)) ? 1 : 0,
);
const AT_SIGN = 0x40;
/** More than user and password take in UTF-8. */
const MAX_USER = 1024;

/** False where no `@` ends what stands behind `://`: nearly every address has none. */
function mayHoldUser(bytes: Uint8Array, at: number): boolean {
  const limit = Math.min(bytes.length, at + MAX_USER);
  for (let next = at + '://'.length; next < limit && ENDS[bytes[next] as number] === 0; next += 1) {
    if (bytes[next] === AT_SIGN) return true;
  }
  return false;
}

const sample = (before: string, value: string, after: string): Sample => ({ text: before + value + after, value });

const common = {
  provider: 'URLs',
  severity: 'HIGH',
  confidence: 'medium',
  rank: 'format',
  boundary: 'anywhere',
  runbook: 'url-password',
} as const;

/** Parameters whose value is a credential, in lower case. */
const PARAMETERS = [
  'access_token=',
  'accesstoken=',
  'auth_token=',
  'authtoken=',
  'api_key=',
  'apikey=',
  'api-key=',
  'private_token=',
  'client_secret=',
  'subscription-key=',
  'password=',
  'passwd=',
  'token=',
  'secret=',
  'appid=',
  'sig=',
];

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'url-password',
    version: 4,
    title: 'Password in a URL',
    opens: 'the service at the address, as the user it names',
    keywords: ['://'],
    find: /(?<=[A-Za-z0-9])(?::\/\/)[A-Za-z0-9._%+~$!-]{0,100}:(?<secret>[^\s/?#@"'`<>\\|,;()[\]{}]{3,200})@(?=[A-Za-z0-9[$])/,
    mayFind: mayHoldUser,
    check: judgePassword,
    reference: 'https://www.rfc-editor.org/rfc/rfc3986#section-7.5',
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
        'https://abc:xyz@example.com',
        'postgres://user:your_password@db.acme.io/app',
        's3://ACCESS_KEY:SECRET_KEY@s3.acme.io/bucket',
        'postgres://usuario:contraseña@servidor.acme.io/base',
      ),
  },
  {
    ...common,
    id: 'url-token',
    version: 2,
    title: 'Token in a URL',
    opens: 'the service at the address',
    keywords: ['://'],
    find: /(?<=[A-Za-z0-9])(?::\/\/)(?<secret>[A-Za-z0-9_~+.-]{16,200})(?::(?:x-oauth-basic|x-token-auth)?)?@(?=[A-Za-z0-9[$])/,
    mayFind: mayHoldUser,
    check: judgeUser,
    reference: 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1',
    matches: () => [
      sample('git clone https://', random(ALNUM, 40, 1), '@git.acme.io/team/app.git'),
      sample('https://', random(HEX, 32, 2), ':x-oauth-basic@git.acme.io/app'),
      sample('"url": "https://', random(ALNUM, 24, 3), ':@api.acme.io/v1"'),
    ],
    ignores: () =>
      none(
        'ssh://somebody-with-a-long-name@git.acme.io/app',
        'https://your-personal-access-token@git.acme.io/app',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell variable
        'https://${GITHUB_TOKEN}@git.acme.io/app',
        'https://acme.io/some/path@v2',
        `enode://${random(HEX, 128)}@10.0.0.7:30303`,
        `ssh://${random(HEX, 24)}@ssh.acme.io`,
        `dsn = "https://${random(HEX, 32)}@o1.ingest.sentry.io/7"`,
        `dsn = "https://${random(HEX, 32)}@errors.acme.io/583"`,
      ),
  },
  {
    ...common,
    id: 'url-parameter',
    version: 3,
    title: 'Credential in the query of a URL',
    opens: 'the service at the address',
    keywords: PARAMETERS,
    find: /(?<=[?&;]|&amp;)(?:[a-z_-]{3,20})=(?<secret>[A-Za-z0-9_~.+/%:-]{12,400}={0,2})(?![A-Za-z0-9_~.+/%:-])/i,
    check: judgeParameter,
    reference: 'https://www.rfc-editor.org/rfc/rfc6750#section-5.3',
    matches: () =>
      PARAMETERS.map((name, seed) =>
        sample(`curl "https://api.acme.io/v1/list?limit=3&${name}`, random(ALNUM, 32, seed + 1), '"'),
      ),
    ignores: () =>
      none(
        'https://acme.io/login?token=your-token-goes-here',
        'https://acme.io/login?access_token=$TOKEN',
        'https://acme.io/?access_token={token}&api_key=%s',
        'token=refresh_token_of_the_session',
        'https://acme.io/search?q=token&secret=settings.page.2',
      ),
  },
];

export default rules;
