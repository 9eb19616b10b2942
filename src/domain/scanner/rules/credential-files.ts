/** Files that exist to hold credentials, told by their format: .netrc, .pgpass, Docker's settings, password hashes, WordPress, JWK, PKCS #12. */
import type { Candidate, Rule, Sample, Verdict } from '../rule.js';
import { checkBasicPair } from './_basic-pair.js';
import { entropy } from './_checks.js';
import { isWordy } from './_words.js';
import { PRACTICE } from './_paths.js';
import { isRepetitive } from './_placeholders.js';
import { ALNUM, BASE64, BASE64URL, HEX, none, random } from './_samples.js';

const common = {
  version: 1,
  severity: 'HIGH',
  confidence: 'medium',
  rank: 'format',
  boundary: 'anywhere',
} as const;

const sample = (before: string, value: string, after: string): Sample => ({ text: before + value + after, value });
const made = (seed: number): string => `Tr${random(ALNUM, 12, seed)}!7`;

/** In such a file the place says that the value is a password; only words are left alone. */
function checkPlaced({ value, path = '' }: Candidate): Verdict | null {
  // A role's hash, as in a dump of them: the file wants the password itself.
  // An expression that looks for passwords.
  if (/^md5[0-9a-f]{32}$/.test(value) || /\\?\([^)]{0,10}[.\]][*+]/.test(value)) return null;
  return isWordy(value) ? null : { confidence: PRACTICE.test(path) ? 'low' : 'medium' };
}

/** Characters around a parameter in which the rest of its key stands. */
const JWK_BEFORE = 480;
const JWK_AFTER = 480;

function checkJwk({ text, value, start, end, path = '' }: Candidate): Verdict | null {
  const around = text.slice(Math.max(0, start - JWK_BEFORE), end + JWK_AFTER);
  if (!/\\?"kty\\?"\s{0,4}:/.test(around) || entropy(value) < 3.5) return null;
  return { confidence: PRACTICE.test(path) ? 'low' : 'high' };
}

const SALTS = ["auth_key'", "logged_in_key'", "nonce_key'", "auth_salt'", "logged_in_salt'", "nonce_salt'"];
const HASH_END = '(?![./A-Za-z0-9])';

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'netrc-password',
    provider: 'netrc',
    title: 'Password in a .netrc file',
    opens: 'the machine that the entry names',
    keywords: ['machine'],
    find: /machine\s{1,4}[^\s]{1,200}\s{1,20}login\s{1,4}[^\s]{1,100}\s{1,20}password\s{1,4}["']?(?<secret>[^\s"'`]{5,200})/,
    check: checkPlaced,
    reference: 'https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html',
    runbook: 'password',
    matches: () => [
      sample('machine git.acme.io login deploy password ', made(1), '\n'),
      sample('machine api.acme.io\n  login deploy@acme.io\n  password ', random(ALNUM, 40, 2), '\n'),
      sample('echo "machine db1 login app password ', made(3), '" > ~/.netrc\n'),
    ],
    ignores: () =>
      none(
        'machine api.acme.io login deploy password $PASSWORD',
        'machine api.acme.io login me password your-password',
        'the machine asks for login and password',
      ),
  },
  {
    ...common,
    id: 'pgpass-password',
    provider: 'PostgreSQL',
    title: 'Password in a .pgpass file',
    opens: 'the database, as the user of the line',
    keywords: [':5432:', ':5433:', ':6432:'],
    find: /:(?:543[23]|6432):[^\s:]{1,63}:[^\s:]{1,63}:(?<secret>[^\s:"'`]{5,100})(?![^\s"'`])/,
    check: checkPlaced,
    reference: 'https://www.postgresql.org/docs/current/libpq-pgpass.html',
    runbook: 'password',
    matches: () => [
      sample('db1.acme.io:5432:shop:app:', made(4), '\n'),
      sample('db2:5433:*:app:', made(5), '\n'),
      sample("echo 'pool:6432:shop:app:", made(6), "' > ~/.pgpass\n"),
    ],
    ignores: () =>
      none(
        `localhost:5432:postgres:login:md5${random(HEX, 32)}`,
        'hostname:5432:database:username:password',
        'db1:5432:shop:app:$PASSWORD',
        'ports: ["5432:5432:tcp"]',
      ),
  },
  {
    ...common,
    id: 'docker-registry-auth',
    provider: 'Docker',
    title: 'Login to a registry in Docker’s settings',
    opens: 'the registry, as the user in the settings',
    keywords: ['"auth'],
    find: /"auth\\?"\s{0,4}:\s{0,4}\\?"(?<secret>[A-Za-z0-9+/]{6,600}={0,2})\\?"/,
    check: checkBasicPair,
    judgesPlaceholders: true,
    reference: 'https://docs.docker.com/reference/cli/docker/login/#credential-stores',
    runbook: 'url-password',
    matches: () =>
      [7, 8, 9].map((seed) =>
        sample(
          '{"auths": {"registry.acme.io": {"auth": "',
          Buffer.from(`deploy:${made(seed)}`).toString('base64'),
          '"}}}\n',
        ),
      ),
    ignores: () =>
      none(
        `{"auths": {"registry.acme.io": {"auth": "${Buffer.from('user:password').toString('base64')}"}}}`,
        '{"auths": {"registry.acme.io": {}}}',
        '{"auth": "authenticationRequired"}',
      ),
  },
  {
    ...common,
    id: 'password-hash',
    provider: 'Password files',
    title: 'Password hash of a user',
    opens: 'the account, once the password is guessed',
    severity: 'MEDIUM',
    keywords: ['$apr1$', '$2y$', '$6$', '$5$', '$y$'],
    find: [
      new RegExp(`(?<=[A-Za-z0-9_.@-]:)\\$apr1\\$[./A-Za-z0-9]{1,8}\\$[./A-Za-z0-9]{22}${HASH_END}`),
      new RegExp(`(?<=[A-Za-z0-9_.@-]:)\\$2y\\$[0-9]{2}\\$[./A-Za-z0-9]{53}${HASH_END}`),
      new RegExp(
        `(?<=[A-Za-z0-9_.-]:)\\$[56]\\$(?:rounds=[0-9]{1,9}\\$)?[./A-Za-z0-9]{1,16}\\$[./A-Za-z0-9]{43,86}${HASH_END}`,
      ),
      new RegExp(`(?<=[A-Za-z0-9_.-]:)\\$y\\$[./A-Za-z0-9]{1,12}\\$[./A-Za-z0-9]{1,86}\\$[./A-Za-z0-9]{43}${HASH_END}`),
    ],
    check: ({ value, path = '' }) =>
      isRepetitive(value) ? null : { confidence: PRACTICE.test(path) ? 'low' : 'medium' },
    // A hash begins as a shell variable does.
    judgesPlaceholders: true,
    reference: 'https://httpd.apache.org/docs/2.4/misc/password_encryptions.html',
    runbook: 'password',
    matches: () => [
      sample('deploy:', `$apr1$${random(ALNUM, 8, 1)}$${random(ALNUM, 22, 2)}`, '\n'),
      sample('deploy:', `$2y$05$${random(ALNUM, 53, 3)}`, '\n'),
      sample('root:', `$6$${random(ALNUM, 8, 4)}$${random(ALNUM, 86, 5)}`, ':19000:0:99999:7:::\n'),
      sample('app:', `$5$rounds=5000$${random(ALNUM, 16, 6)}$${random(ALNUM, 43, 7)}`, ':19000:0:99999:7:::\n'),
      sample('app:', `$y$j9T$${random(ALNUM, 22, 8)}$${random(ALNUM, 43, 9)}`, ':19000:0:99999:7:::\n'),
    ],
    ignores: () =>
      none(
        'deploy:$apr1$salt$hash',
        `root:$6$${'x'.repeat(8)}$${'x'.repeat(86)}:19000:0:99999:7:::`,
        'root:!:19000:0:99999:7:::',
        'cost $5$ and $6$ each',
      ),
  },
  {
    ...common,
    id: 'wordpress-salt',
    provider: 'WordPress',
    title: 'Authentication key or salt of WordPress',
    opens: 'sessions of any user of the site, made by whoever knows the keys',
    keywords: SALTS,
    find: /(?:auth|logged_in|nonce)_(?:key|salt)'[ \t]{0,4},[ \t]{0,12}'(?<secret>[^'\n\\]{60,70})'/i,
    check: ({ value, path = '' }) => (entropy(value) < 4 ? null : { confidence: PRACTICE.test(path) ? 'low' : 'high' }),
    judgesPlaceholders: true,
    reference: 'https://developer.wordpress.org/advanced-administration/wordpress/wp-config/#security-keys',
    runbook: 'generic-key',
    matches: () =>
      SALTS.map((name, seed) =>
        sample(
          `define('${name.toUpperCase()},   '`,
          random(`${ALNUM}!@#%^&*()-_ []{}<>~+=,.;:/?|`, 64, seed + 1),
          "');\n",
        ),
      ),
    ignores: () =>
      none(
        "define('AUTH_KEY', 'put your unique phrase here');",
        "define('AUTH_KEY', getenv('AUTH_KEY'));",
        `define('NONCE_SALT', '${'x'.repeat(64)}');`,
      ),
  },
  {
    ...common,
    id: 'filezilla-password',
    provider: 'FileZilla',
    title: 'Password of a FileZilla site',
    opens: 'the server of the site',
    keywords: ['encoding="base64"'],
    find: /encoding="base64">(?<secret>[A-Za-z0-9+/]{6,200}={0,2})<\/Pass>/i,
    reference: 'https://wiki.filezilla-project.org/Site_Manager',
    runbook: 'password',
    matches: () =>
      [1, 2, 3].map((seed) =>
        sample('<Pass encoding="base64">', Buffer.from(made(seed)).toString('base64'), '</Pass>\n'),
      ),
    ignores: () =>
      none(
        '<Pass encoding="base64"></Pass>',
        '<data encoding="base64">AAAAAAAAAAAA</data>',
        '<Pass encoding="base64">xxxxxxxxxxxx</Pass>',
      ),
  },
  {
    ...common,
    id: 'json-web-key-private',
    provider: 'JSON Web Key',
    title: 'Private JSON Web Key',
    opens: 'whatever trusts signatures of the key, or is encrypted for it',
    severity: 'MAXIMUM',
    keywords: ['"d"', '"k"', '"d\\"', '"k\\"'],
    find: /"[dk]\\?"\s{0,4}:\s{0,4}\\?"(?<secret>[A-Za-z0-9_-]{42,1400})\\?"/,
    check: checkJwk,
    judgesPlaceholders: true,
    reference: 'https://www.rfc-editor.org/rfc/rfc7518#section-6.2.2',
    runbook: 'private-key',
    matches: () => [
      sample('{"kty": "EC", "crv": "P-256", "d": "', random(BASE64URL, 43, 1), '", "x": "AA"}\n'),
      sample('{"kty":"oct","k":"', random(BASE64URL, 64, 2), '","alg":"HS256"}\n'),
      sample('"{\\"d\\":\\"', random(BASE64URL, 342, 3), '\\",\\"kty\\":\\"RSA\\"}"\n'),
      sample('"{\\"k\\":\\"', random(BASE64URL, 43, 4), '\\",\\"kty\\":\\"oct\\"}"\n'),
    ],
    ignores: () =>
      none(
        `{"kty": "EC", "crv": "P-256", "x": "${random(BASE64URL, 43)}"}`,
        `{"d": "${random(BASE64URL, 43)}"}`,
        `{"kty": "oct", "k": "${'A'.repeat(43)}"}`,
      ),
  },
  {
    ...common,
    id: 'pkcs12-keystore',
    provider: 'Private keys',
    title: 'PKCS #12 keystore in base64',
    opens: 'whatever trusts its keys, once its password is guessed',
    keywords: ['ibazcc'],
    find: /(?<=(?<head>MI[IJKL][A-Za-z0-9+/]{3}))IBAzCC[A-Za-z0-9+/]{200,6000}={0,2}/,
    judgesPlaceholders: true,
    reference: 'https://www.rfc-editor.org/rfc/rfc7292',
    runbook: 'private-key',
    matches: () =>
      [1, 2, 3].map((seed) =>
        sample('keystore: ', `MIIJ${random(BASE64, 2, seed)}IBAzCC${random(BASE64, 900, seed)}`, '\n'),
      ),
    ignores: () =>
      none(
        `MIIJ${random(BASE64, 2)}IBAzCC${random(BASE64, 50)}`,
        `MIID${random(BASE64, 9)}${random(BASE64, 900)}`,
        'IBAzCC alone',
      ),
  },
];

export default rules;
