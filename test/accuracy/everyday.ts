/** Everyday files that hold no secret: configuration, code, documentation, lock files; made here, or read from `node_modules`. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { sourcesIn } from '../../scripts/fit/sources.js';
import { ALNUM, BASE64, HEX, random } from '../../src/domain/scanner/rules/_samples.js';
import type { Case } from './case.js';

const MADE_EACH = 12;
const READ = 400;

const hash = (text: string): string => createHash('sha512').update(text).digest('base64');
const uuid = (seed: number): string =>
  [8, 4, 4, 4, 12].map((length, part) => random(HEX, length, seed * 5 + part + 1)).join('-');
const nouns = 'order invoice customer session report message account device ticket product'.split(' ');
const noun = (seed: number): string => nouns[seed % nouns.length] ?? '';

/** Path and text of one file, another one for each seed. */
const MAKERS: Readonly<Record<string, (seed: number) => readonly [path: string, text: string]>> = {
  'npm lock file': (seed) => [
    'package-lock.json',
    JSON.stringify(
      {
        packages: Object.fromEntries(
          nouns.map((name, at) => [
            `node_modules/${name}-token`,
            {
              version: `1.${at}.${seed}`,
              resolved: `https://registry.npmjs.org/${name}/-/${name}-1.0.0.tgz`,
              integrity: `sha512-${hash(name + seed)}`,
            },
          ]),
        ),
      },
      null,
      2,
    ),
  ],
  'yarn lock file': (seed) => [
    'yarn.lock',
    nouns
      .map(
        (name) =>
          `"@auth/${name}@^1.0.0":\n  version "1.0.${seed}"\n  resolved "https://registry.yarnpkg.com/${name}/-/${name}-1.0.${seed}.tgz#${random(HEX, 40, seed + 1)}"\n  integrity sha512-${hash(name + seed)}\n`,
      )
      .join('\n'),
  ],
  'go.sum': (seed) => [
    'go.sum',
    nouns
      .map((name, at) => `github.com/acme/${name}-secret v1.${at}.${seed} h1:${hash(name).slice(0, 43)}=`)
      .join('\n'),
  ],
  'Cargo.lock': (seed) => [
    'Cargo.lock',
    nouns
      .map(
        (name) =>
          `[[package]]\nname = "${name}-token"\nversion = "0.${seed}.1"\nchecksum = "${random(HEX, 64, seed + name.length)}"\n`,
      )
      .join('\n'),
  ],
  'poetry.lock': (seed) => [
    'poetry.lock',
    nouns
      .map(
        (name) =>
          `[[package]]\nname = "${name}"\nfiles = [\n    {file = "${name}-1.${seed}.whl", hash = "sha256:${random(HEX, 64, seed + name.length)}"},\n]\n`,
      )
      .join('\n'),
  ],
  'compose file': (seed) => [
    'docker-compose.yml',
    `services:\n  db:\n    image: postgres:16@sha256:${random(HEX, 64, seed + 1)}\n    environment:\n      POSTGRES_PASSWORD: \${POSTGRES_PASSWORD:?set it}\n      POSTGRES_PASSWORD_FILE: /run/secrets/db\n      PGPASSFILE: /root/.pgpass\n      API_KEY: \${${noun(seed).toUpperCase()}_API_KEY}\n`,
  ],
  'Kubernetes manifest': (seed) => [
    'deploy.yaml',
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  uid: ${uuid(seed)}\nspec:\n  containers:\n  - name: ${noun(seed)}\n    env:\n    - name: DB_PASSWORD\n      valueFrom:\n        secretKeyRef:\n          name: ${noun(seed)}-db-credentials\n          key: password\n    - name: TOKEN_TTL\n      value: "3600"\n    - name: SECRET_NAME\n      value: ${noun(seed)}-tls-2024\n`,
  ],
  'CI workflow': (seed) => [
    '.github/workflows/ci.yml',
    `on: push\njobs:\n  build:\n    steps:\n    - uses: actions/checkout@${random(HEX, 40, seed + 1)}\n    - run: npm publish\n      env:\n        NODE_AUTH_TOKEN: \${{ secrets.NPM_TOKEN }}\n        GITHUB_TOKEN: \${{ github.token }}\n        CACHE_KEY: ${noun(seed)}-\${{ hashFiles('package-lock.json') }}\n`,
  ],
  'Terraform file': (seed) => [
    'main.tf',
    `resource "aws_db_instance" "${noun(seed)}" {\n  username = "app"\n  password = var.db_password\n  kms_key_id = "arn:aws:kms:eu-west-1:1${random('23456789', 11, seed + 1)}:key/${uuid(seed)}"\n}\nvariable "api_token" {\n  type      = string\n  sensitive = true\n}\ndata "aws_ssm_parameter" "token" {\n  name = "/${noun(seed)}/prod/api-token"\n}\n`,
  ],
  'environment example': (seed) => [
    '.env.example',
    `DB_HOST=localhost\nDB_PASSWORD=\nAPI_KEY=your-api-key-here\nJWT_SECRET=change-me\n${noun(seed).toUpperCase()}_TOKEN=<token>\nSESSION_SECRET=replace_with_a_long_random_string\nLOG=debug\n`,
  ],
  translations: (seed) => [
    'locales/de.json',
    JSON.stringify(
      {
        password: 'Passwort',
        'password.confirm': 'Passwort bestätigen',
        forgotPassword: 'Passwort vergessen?',
        invalidToken: `Ungültiges Token (${noun(seed)})`,
        apiKey: 'API-Schlüssel',
        passwordHint: 'Mindestens8Zeichen',
        secret: 'Geheimnis',
        token_expired: 'Sitzung abgelaufen',
      },
      null,
      2,
    ),
  ],
  'message bundle': (seed) => [
    'messages_fr.properties',
    `login.password=Mot de passe\nlogin.password.forgot=Oublié ?\nlabel.${noun(seed)}.token=Jeton\nerror.password.short=Trop court\nlabel.secret=Secret\nfield.apiKey=Clé\n`,
  ],
  'login form': (seed) => [
    `templates/${noun(seed)}.html`,
    `<form method="post">\n<input type="hidden" name="csrf_token" value="{{ csrf }}">\n<label for="password${seed}">Password</label>\n<input id="password${seed}" name="password" type="password" autocomplete="current-password" placeholder="Password1!">\n<input name="token" type="hidden" value="">\n</form>`,
  ],
  'React form': (seed) => [
    `src/${noun(seed)}-form.tsx`,
    `const [password, setPassword] = useState('');\nconst token = useSelector((state) => state.session.token);\nconst schema = z.object({ password: z.string().min(8), apiKey: z.string() });\nreturn <Input name="password" label={t('login.password')} type={show ? 'text' : 'password'} key="password-input-${seed}" />;\nconst PASSWORD_REGEX = /^(?=.*[A-Z])(?=.*\\d).{8,}$/;\nconst TOKEN_KEY = '${noun(seed)}.session.token';\n`,
  ],
  'Python settings': (seed) => [
    'settings.py',
    `import os\nSECRET_KEY = os.environ["SECRET_KEY"]\nDATABASES = {"default": {"PASSWORD": os.getenv("DB_PASSWORD", "")}}\nPASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]\nAUTH_PASSWORD_VALIDATORS = [{"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"}]\nTOKEN_CACHE_KEY = "${noun(seed)}:token:v2"\nkey = "${noun(seed)}_id"\n`,
  ],
  'Python code': (seed) => [
    `src/${noun(seed)}.py`,
    `def login(username, password=None, token=None):\n    parser.add_argument("--password", help="password of the user")\n    password = getpass.getpass("Password: ")\n    if token == "refresh_token":\n        return self.tokens[token]\n    secret = hashlib.sha256(password.encode()).hexdigest()\n    assert digest == "${random(HEX, 64, seed + 1)}"\n    data["key"] = "${noun(seed)}-${seed}"\n`,
  ],
  'Java code': (seed) => [
    `src/main/java/${noun(seed)}.java`,
    `public class Login {\n  public static final String PASSWORD = "password";\n  public static final String TOKEN_HEADER = "X-Auth-Token";\n  private static final String KEY_PREFIX = "${noun(seed)}.cache.";\n  @Value("\${db.password}") private String password;\n  private static final long serialVersionUID = -${random('123456789', 18, seed + 1)}L;\n  void set(String token) { this.token = token; params.put("grant_type", "password"); request.setAttribute("secret", secret); }\n}`,
  ],
  'Go code': (seed) => [
    `${noun(seed)}.go`,
    `type Config struct {\n\tPassword string \`json:"password" yaml:"password"\`\n\tToken    string \`env:"${noun(seed).toUpperCase()}_TOKEN,required"\`\n}\nvar errToken = errors.New("token: invalid signature")\nconst tokenKind = "IDENT"\npassword := os.Getenv("DB_PASSWORD")\nflag.StringVar(&secret, "secret", "", "shared secret")\n`,
  ],
  'C# code': (seed) => [
    `${noun(seed)}.cs`,
    `public class Options\n{\n    public string Password { get; set; }\n    public const string TokenClaim = "http://schemas.acme.io/claims/token";\n    var token = await GetTokenAsync(cancellationToken);\n    builder.Property(x => x.PasswordHash).HasMaxLength(128);\n    services.AddKeyVault("${noun(seed)}-vault");\n}`,
  ],
  'C code': (seed) => [
    `${noun(seed)}.c`,
    `#define TOKEN_IDENT 258\n#define MAX_PASSWORD 64\nstatic const char *password_prompt = "Password: ";\nif (strcmp(token, "begin") == 0) parse_block(p);\nstruct key_value { const char *key; int value; } keys[] = { { "${noun(seed)}", ${seed} } };\n`,
  ],
  'Rust code': (seed) => [
    `src/${noun(seed)}.rs`,
    `pub struct Credentials { pub password: String, pub token: Option<String> }\nlet password = env::var("DB_PASSWORD")?;\nmatch token { Token::Ident(name) => Some(name), _ => None }\nconst KEY: &str = "${noun(seed)}";\nassert_eq!(token, "let");\n`,
  ],
  'PHP code': (seed) => [
    `src/${noun(seed)}.php`,
    `<?php\n$password = $_POST['password'];\n$token = bin2hex(random_bytes(16));\ndefine('DB_PASSWORD', getenv('DB_PASSWORD'));\n$rules = ['password' => 'required|min:8|confirmed', 'token' => 'required', 'api_key' => 'nullable|string'];\n$key = '${noun(seed)}_cache';\n`,
  ],
  'Ruby code': (seed) => [
    `app/models/${noun(seed)}.rb`,
    `class User < ApplicationRecord\n  has_secure_password\n  validates :password, length: { minimum: 8 }\n  secret = Rails.application.credentials.dig(:${noun(seed)}, :secret)\n  token = SecureRandom.hex(32)\n  t.string "password_digest"\nend\n`,
  ],
  'shell script': (seed) => [
    `bin/${noun(seed)}.sh`,
    `#!/bin/bash\nread -rs -p "Password: " PASSWORD\nTOKEN=$(curl -s "$URL/token" | jq -r .access_token)\nexport PGPASSWORD="$DB_PASSWORD"\nmysql -u root -p"$MYSQL_ROOT_PASSWORD"\necho "::add-mask::$TOKEN"\nSECRET_NAME=${noun(seed)}-secret-v${seed}\npwd\ncd "$(pwd)"\n`,
  ],
  'SQL schema': (seed) => [
    'schema.sql',
    `CREATE TABLE ${noun(seed)}s (\n  id uuid DEFAULT '${uuid(seed)}',\n  password varchar(255) NOT NULL,\n  password_hash char(60),\n  api_token varchar(64) DEFAULT NULL\n);\nALTER ROLE app WITH PASSWORD :'password';\n`,
  ],
  'OpenAPI document': (seed) => [
    'openapi.yaml',
    `components:\n  securitySchemes:\n    apiKey:\n      type: apiKey\n      name: X-API-Key\n      in: header\n  schemas:\n    Login:\n      properties:\n        password:\n          type: string\n          format: password\n          minLength: 8\n        token: {type: string, example: "<token>"}\n        ${noun(seed)}Id: {type: string, format: uuid, example: ${uuid(seed)}}\n`,
  ],
  documentation: (seed) => [
    'docs/auth.md',
    `# Tokens\n\nSend your token in the \`Authorization: Bearer <token>\` header. The password: at least 12 characters.\n\n    curl -H "Authorization: Bearer $TOKEN" https://api.acme.io/${noun(seed)}s\n    curl -u user:password https://api.acme.io\n    psql postgres://user:password@localhost:5432/app\n\n| key | value |\n| --- | --- |\n| \`password\` | the user's password |\n| \`secret\` | see [secrets](secrets.md) |\n`,
  ],
  'Spring properties': (seed) => [
    'application.properties',
    `spring.datasource.password=\${DB_PASSWORD}\nspring.security.oauth2.client.registration.${noun(seed)}.client-secret=\${CLIENT_SECRET}\nserver.ssl.key-store=classpath:keystore.p12\nmanagement.endpoint.env.keys-to-sanitize=password,secret,key,token\njasypt.encryptor.password=\${JASYPT_PASSWORD}\ndb.password=ENC(${random(BASE64, 43, seed + 1)}=)\n`,
  ],
  'encrypted settings': (seed) => [
    'secrets.enc.yaml',
    `db_password: ENC[AES256_GCM,data:${random(BASE64, 24, seed + 1)},iv:${random(BASE64, 43, seed + 2)}=,tag:${random(BASE64, 22, seed + 3)}==,type:str]\nsops:\n    mac: ENC[AES256_GCM,data:${random(BASE64, 88, seed + 4)},type:str]\n`,
  ],
  'Ansible vault': (seed) => [
    'group_vars/all.yml',
    `db_password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n${Array.from({ length: 5 }, (_, line) => `  ${random('0123456789', 80, seed * 5 + line + 1)}`).join('\n')}\n`,
  ],
  certificate: (seed) => [
    'ca.crt',
    `${'-'.repeat(5)}BEGIN CERTIFICATE${'-'.repeat(5)}\n${Array.from({ length: 12 }, (_, line) => random(BASE64, 64, seed * 12 + line + 1)).join('\n')}\n${'-'.repeat(5)}END CERTIFICATE${'-'.repeat(5)}\n`,
  ],
  'known hosts': (seed) => [
    'known_hosts',
    `git.acme.io ssh-rsa AAAAB3NzaC1yc2E${random(BASE64, 200, seed + 1)}\n|1|${random(BASE64, 27, seed + 2)}=|${random(BASE64, 27, seed + 3)}= ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${random(BASE64, 43, seed + 4)}\n`,
  ],
  'git log': (seed) => [
    'CHANGES.txt',
    nouns
      .map(
        (name, at) =>
          `commit ${random(HEX, 40, seed * 10 + at + 1)}\nAuthor: ${name} <${name}@acme.io>\n\n    Rotate the ${name} token; key handling, password rules (#${at})\n`,
      )
      .join('\n'),
  ],
  'source map': (seed) => [
    'dist/app.js.map',
    JSON.stringify({
      version: 3,
      sources: ['token.ts', 'secret.ts'],
      names: ['password', 'token'],
      mappings: random(`${ALNUM};,`, 3000, seed + 1),
    }),
  ],
  'minified bundle': (seed) => [
    'dist/app.min.js',
    nouns
      .map(
        (name, at) =>
          `function ${name.charAt(0)}${at}(e,t){var n=e.token||t.secret,r="${random(ALNUM, 12, seed + at + 1)}";return n&&n.password===r?{key:"${name}",token:n}:null}`,
      )
      .join(''),
  ],
  'table of ids': (seed) => [
    'data.csv',
    [
      'id,token_id,checksum',
      ...nouns.map((name, at) => `${uuid(seed + at)},${name}-${at},${random(HEX, 64, seed + at + 1)}`),
    ].join('\n'),
  ],
  'JSON fixtures': (seed) => [
    'test/fixtures/users.json',
    JSON.stringify(
      nouns.map((name, at) => ({
        id: uuid(seed + at),
        name,
        passwordHash: `$2b$10$${'x'.repeat(53)}`,
        etag: random(HEX, 32, seed + at + 1),
        cursor: random(ALNUM, 24, at + 1),
      })),
      null,
      1,
    ),
  ],
};

/** At least 500 files. */
export function everydayCases(): Case[] {
  const made = Object.entries(MAKERS).flatMap(([family, make]) =>
    Array.from({ length: MADE_EACH }, (_, seed): Case => {
      const [name, text] = make(seed);
      return { family, kind: 'everyday', path: name, text };
    }),
  );
  // Others than those that the model has learnt from.
  const read = sourcesIn(path.resolve('node_modules'), READ, 0.5).map(
    (source): Case => ({ family: 'sources in node_modules', kind: 'everyday', ...source }),
  );
  return [...made, ...read];
}
