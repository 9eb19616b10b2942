/** Credentials in HTTP headers: `Authorization: Basic`, `Bearer` and its like, `X-Api-Key`, long session cookies. */
import type { Candidate, Rule, Sample, Verdict } from '../rule.js';
import { checkBasicPair } from './_basic-pair.js';
import { entropy } from './_checks.js';
import { isWordy } from './_words.js';
import { PRACTICE } from './_paths.js';
import { ALNUM, HEX, none, random } from './_samples.js';
import { beginsAsVendors } from './_vendor-prefixes.js';

/** `gsm_sim.tp.bip.rs232`: names in a row, each with one number at most. */
const FIELD = /^(?:[a-z]{0,20}[0-9]{0,4}[a-z]{0,20}[._]){1,12}[a-z]{1,20}[0-9]{0,4}[a-z]{0,20}$/;

function judgeToken({ text, end, value, path = '' }: Candidate): Verdict | null {
  // A JSON Web Token is judged by what it says, in `jwt.ts`.
  if (/^eyJ[A-Za-z0-9_-]{10,2000}\.eyJ/.test(value)) return null;
  // An address, and no token: it documents the header.
  if (value.includes('://') || beginsAsVendors(value)) return null;
  // A call, the name of a field, or that of a scheme: `AWS4-HMAC-SHA256 Credential=`.
  if (FIELD.test(value) || /^(?:\(| [A-Za-z]{1,20}=)/.test(text.slice(end, end + 30))) return null;
  if (isWordy(value) || entropy(value) < 3 || !/\d/.test(value) || /^\d+$/.test(value)) return null;
  return { confidence: PRACTICE.test(path) ? 'low' : 'medium' };
}

/** A token against forged requests is worth nothing without the session beside it. */
function isForm({ text, start }: Candidate): boolean {
  return /[cx]srf[A-Za-z0-9_.-]{0,20}=$/i.test(text.slice(Math.max(0, start - 40), start));
}

const sample = (before: string, value: string, after: string): Sample => ({ text: before + value + after, value });
const basic = (pair: string): string => Buffer.from(pair).toString('base64');

const common = {
  version: 1,
  provider: 'HTTP',
  severity: 'HIGH',
  confidence: 'medium',
  rank: 'format',
  boundary: 'anywhere',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'http-basic-authorization',
    title: 'User and password of a Basic Authorization header',
    opens: 'the service that is called, as the user in the header',
    keywords: ['basic'],
    find: /basic(?:[ \t]{1,4}|[ \t]{0,4}["'`][ \t]{0,4}[+.,:=][ \t]{0,4}["'`])(?<secret>[A-Za-z0-9+/]{8,400}={0,2})(?![A-Za-z0-9+/=_.-])/i,
    check: checkBasicPair,
    judgesPlaceholders: true,
    reference: 'https://www.rfc-editor.org/rfc/rfc7617',
    runbook: 'url-password',
    matches: () => [
      sample('Authorization: Basic ', basic(`deploy:${random(ALNUM, 14, 1)}`), '\n'),
      sample("headers = {'Authorization': 'Basic ", basic(`svc@acme.io:Tr${random(ALNUM, 8, 2)}!`), "'}\n"),
      sample('curl -H "authorization: basic ', basic(`${random(ALNUM, 24, 3)}:`), '" https://api.acme.io\n'),
    ],
    ignores: () =>
      none(
        `Authorization: Basic ${basic('user:password')}`,
        `Authorization: Basic ${basic('Aladdin:open sesame')}`,
        `Authorization: Basic ${basic('username:your-password')}`,
        'Authorization: Basic $TOKEN',
        'The basic configuration needs nothing; basic authentication is off',
        `basic ${random(ALNUM, 32, 4)}`,
      ),
  },
  {
    ...common,
    version: 2,
    id: 'http-bearer-token',
    title: 'Token of an Authorization header',
    opens: 'what the token’s service grants its bearer',
    keywords: ['bearer', 'authorization'],
    find: [
      /bearer(?:[ \t]{1,4}|[ \t]{0,4}["'`][ \t]{0,4}[+.,:=][ \t]{0,4}["'`])(?<secret>[A-Za-z0-9_~+/.-]{16,1000}={0,2})(?![A-Za-z0-9_~+/.=-])/i,
      /(?<!::[A-Za-z]{0,40})authorization\\?["'`]?[ \t]{0,4}[:=,][ \t]{0,4}\\?["'`]?(?:(?:token|apikey|api-key|key|splunk|genie[kK]ey|bot|oauth|sso-key|secret|pat|discogs token=)[ \t:=]{1,3})?(?<secret>[A-Za-z0-9_~+/.:-]{16,1000}={0,2})(?![A-Za-z0-9_~+/.:=-])/i,
    ],
    check: judgeToken,
    reference: 'https://www.rfc-editor.org/rfc/rfc6750',
    runbook: 'generic-key',
    matches: () => [
      sample('Authorization: Bearer ', random(ALNUM, 40, 1), '\n'),
      sample("  'Authorization': 'Bearer ", random(HEX, 64, 2), "',\n"),
      sample('curl -H "Authorization: token ', random(HEX, 40, 3), '" https://git.acme.io/api\n'),
      sample('req.Header.Set("Authorization", "', random(ALNUM, 32, 4), '")\n'),
      sample('  authorization: ApiKey ', random(ALNUM, 48, 5), '\n'),
    ],
    ignores: () =>
      none(
        'Authorization: Bearer your-access-token-here',
        'Authorization: Bearer $ACCESS_TOKEN',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a template
        'headers: { Authorization: `Bearer ${token}` }',
        'Authorization: request.headers.authorization.value2',
        "authorization: 'AuthorizationPolicy.Default2'",
        'bearer authentication-with-tokens',
        '{ "Proxy-Authorization", "gsm_sim.3gpp.feature_list2.bit5", FT_STRING }',
        'authorization = AuthHelper.RFC6749.createHeader(id, secret)',
        'Authorization: AWS4-ECDSA-P256-SHA256 Credential=access/20260131/s3/aws4_request',
        `"AWS::Config::AggregationAuthorization": "${random(HEX, 16, 6)}"`,
        '.. _`RFC6749#Authorization`: https://tools.ietf.org/html/rfc6749#section-3.1',
      ),
  },
  {
    ...common,
    version: 2,
    id: 'http-session-cookie',
    title: 'Session in a Cookie header',
    opens: 'the account that was logged in, until the session ends',
    severity: 'MEDIUM',
    confidence: 'low',
    keywords: ['cookie:'],
    find: /cookie: ?(?:[A-Za-z0-9_.-]{1,40}=[A-Za-z0-9_.%-]{0,80}; ?){0,8}[A-Za-z0-9_.-]{0,20}(?:sess|sid|auth|token|jwt)[A-Za-z0-9_.-]{0,20}=(?<secret>[A-Za-z0-9_.%+/:-]{24,1000}={0,2})(?![A-Za-z0-9_.%+/:=-])/i,
    check: (candidate) => (isForm(candidate) || judgeToken(candidate) === null ? null : { confidence: 'low' }),
    reference: 'https://www.rfc-editor.org/rfc/rfc6265#section-8.4',
    runbook: 'generic-key',
    matches: () => [
      sample('Cookie: sessionid=', random(ALNUM, 32, 1), '\n'),
      sample("curl -H 'Cookie: lang=en; connect.sid=", `s%3A${random(ALNUM, 32, 2)}`, "' https://acme.io\n"),
      sample('Cookie: PHPSESSID=', random(HEX, 32, 3), '; theme=dark\n'),
    ],
    ignores: () =>
      none(
        'Set-Cookie: sessionid=deleted; Max-Age=0',
        'Cookie: session=<session id>',
        `Cookie: _ga=GA1.2.${random('123456789', 10)}.${random('123456789', 10, 2)}`,
        'Cookie: session=some-session-of-a-user-here',
        `Cookie: csrftoken=${random(HEX, 32, 7)}`,
      ),
  },
];

export default rules;
