/** Values given to names such as `password`, `client_secret` or `api_key`, whoever the vendor is. */
import type { Rule, Sample } from '../rule.js';
import { ASSIGNMENT_REACH } from './_assignment.js';
import { KEYWORDS, mayNameSecret, secretNameFinder } from './_secret-names.js';
import { ALNUM, HEX, none, random } from './_samples.js';

const common = {
  version: 3,
  provider: 'Generic',
  confidence: 'medium',
  rank: 'generic',
  boundary: 'anywhere',
  reference: 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  judgesPlaceholders: true,
  reach: ASSIGNMENT_REACH,
} as const;

/** One value in the ways that languages and formats give it to `name`. */
function assignments(name: string, value: string): Sample[] {
  return [
    `const ${name} = "${value}";`,
    `${name}: str = '${value}'`,
    `var ${name} string = "${value}"`,
    `export ${name}=${value}`,
    `  ${name}: ${value}\n  port: 5432`,
    `{"${name}": "${value}"}`,
    `"{\\"${name}\\": \\"${value}\\"}"`,
    `$config['${name}'] = '${value}';`,
    `define('${name}', '${value}');`,
    `builder.${name}("${value}")`,
    `'${name}' => '${value}',`,
    `<${name}>${value}</${name}>`,
    `<add key="${name}" value="${value}" />`,
    `run --${name} ${value} --verbose`,
    `Server=db;User=app;${name}=${value};Encrypt=true`,
  ].map((text) => ({ text: `${text}\n`, value }));
}

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'generic-password',
    title: 'Password',
    opens: 'the account that the text around it names',
    severity: 'HIGH',
    keywords: KEYWORDS.password,
    find: secretNameFinder('password'),
    mayFind: mayNameSecret,
    runbook: 'password',
    matches: () => [
      ...KEYWORDS.password.flatMap((name, seed) => assignments(`db${name}`, `Tr${random(ALNUM, 10, seed + 1)}!7`)),
      { text: `DB_PASSWORD=${['Autumn', '2019'].join('')}!\n` },
      { text: `passwd=${['letmein', '483'].join('')}\n`, path: 'conf/app.ini' },
    ],
    ignores: () =>
      none(
        'password = os.environ["DB_PASSWORD"]',
        'password: "Enter your new password 2 times"',
        `password_hash = "${random(HEX, 32)}"`,
        'passwordField = "login-form-2"',
        'password = getPassword(user1)',
        'password: ENC[AES256_GCM,data:Tr0ub4dor,iv:aa,tag:bb,type:str]',
        'password: changeme123',
        '"password": "********"',
        'password = "password"',
        'label.password=Passwort',
        'password: string',
        'if (password == "password") {',
        'open("/etc/passwd", "utf8")',
        'const tags = ["compass", "x1y2z3w4"]; bypass = "x1y2z3w4";',
      ),
  },
  {
    ...common,
    id: 'generic-key',
    title: 'Secret, token or API key',
    opens: 'the service that the text around it names',
    severity: 'HIGH',
    keywords: KEYWORDS.key,
    find: secretNameFinder('key'),
    mayFind: mayNameSecret,
    runbook: 'generic-key',
    matches: () => [
      ...KEYWORDS.key.flatMap((name, seed) => assignments(`acme_${name}`, random(ALNUM, 32, seed + 1))),
      ...assignments('acmeToken', random(ALNUM, 16, 40)),
      ...assignments('acmeSecret', random(HEX, 32, 41)),
    ],
    ignores: () =>
      none(
        `cache_key: "${random(HEX, 40)}"`,
        `secret_id = "${random(HEX, 32)}"`,
        'apiKey = import.meta.env.ACME_API_KEY2',
        'const token = await getToken(request2)',
        'tokenType: "urn:ietf:params:oauth2:access:v1"',
        'secret: "my-application-secret-name"',
        'api_key: <your-api-key-2>',
        `row_key = "${[8, 4, 4, 4, 12].map((length) => random(HEX, length)).join('-')}"`,
        `next_page_token: "${random(ALNUM, 32)}"`,
        'token = "Tokens.Account.Session.Refresh"',
        'private_key: "/etc/ssl/private/server2048.key"',
      ),
  },
];

export default rules;
