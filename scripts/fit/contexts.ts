/** The places in which values are given to names, to learn from; `test/accuracy/` measures on others. */

interface Place {
  readonly path: string;
  readonly text: (name: string, value: string) => string;
}

const PLACES: readonly Place[] = [
  { path: 'src/client.ts', text: (name, value) => `const ${name} = '${value}';` },
  { path: 'src/client.js', text: (name, value) => `  ${name}: "${value}",` },
  { path: 'app/settings.py', text: (name, value) => `${name} = "${value}"` },
  { path: 'app/db.py', text: (name, value) => `connect(host='db', user='app', ${name}='${value}')` },
  { path: 'src/main/java/App.java', text: (name, value) => `private static final String ${name} = "${value}";` },
  { path: 'src/main/java/Db.java', text: (name, value) => `source.set${name}("${value}");` },
  { path: 'src/main/java/Conf.java', text: (name, value) => `props.put("${name}", "${value}");` },
  { path: 'main.go', text: (name, value) => `\t${name}: "${value}",` },
  { path: 'main.go', text: (name, value) => `\t${name} := "${value}"` },
  { path: 'Startup.cs', text: (name, value) => `public const string ${name} = "${value}";` },
  { path: 'index.php', text: (name, value) => `$${name} = '${value}';` },
  { path: 'config.php', text: (name, value) => `define('${name}', '${value}');` },
  { path: 'config.php', text: (name, value) => `    '${name}' => '${value}',` },
  { path: 'config.rb', text: (name, value) => `  :${name} => "${value}"` },
  { path: 'lib.rs', text: (name, value) => `let ${name}: &str = "${value}";` },
  { path: 'wifi.ino', text: (name, value) => `const char* ${name} = "${value}";` },
  { path: 'wifi.h', text: (name, value) => `#define ${name} "${value}"` },
  { path: '.env', text: (name, value) => `${name}=${value}` },
  { path: '.env', text: (name, value) => `${name}="${value}"` },
  { path: 'application.properties', text: (name, value) => `spring.datasource.${name}=${value}` },
  { path: 'app.ini', text: (name, value) => `${name} = ${value}` },
  { path: 'config.yml', text: (name, value) => `  ${name}: ${value}` },
  { path: 'config.yaml', text: (name, value) => `  ${name}: "${value}"` },
  { path: 'docker-compose.yml', text: (name, value) => `      - ${name}=${value}` },
  { path: 'deploy.yaml', text: (name, value) => `  - name: ${name}\n    value: "${value}"` },
  { path: 'config.json', text: (name, value) => `  "${name}": "${value}",` },
  { path: 'web.config', text: (name, value) => `<add key="${name}" value="${value}" />` },
  { path: 'settings.xml', text: (name, value) => `<${name}>${value}</${name}>` },
  { path: 'strings.xml', text: (name, value) => `<string name="${name}">${value}</string>` },
  { path: 'deploy.sh', text: (name, value) => `export ${name}=${value}` },
  { path: 'deploy.sh', text: (name, value) => `run --${name} ${value} --verbose` },
  { path: 'Dockerfile', text: (name, value) => `ENV ${name} ${value}` },
  { path: 'main.tf', text: (name, value) => `  ${name} = "${value}"` },
  { path: 'README.md', text: (name, value) => `    ${name}: ${value}` },
  { path: '', text: (name, value) => `${name} = "${value}"` },
  { path: '', text: (name, value) => `${name}=${value}` },
  { path: '', text: (name, value) => `${name}: ${value}` },
  { path: 'Login.cs', text: (name, value) => `if (user.${name} == "${value}")` },
  { path: 'settings.py', text: (name, value) => `os.environ.get("${name}", "${value}")` },
  { path: 'config.js', text: (name, value) => `process.env.${name} || '${value}'` },
  { path: 'Db.cs', text: (name, value) => `"Server=db;Uid=app;${name}=${value};Database=app"` },
];

const NAMES = {
  password:
    'password db_password DB_PASSWORD dbPassword passwd Password PASSWORD pwd dbpwd DB_PASS pass smtp_pass adminPassword rootPassword MYSQL_ROOT_PASSWORD POSTGRES_PASSWORD password1 user_password userPassword passphrase mailPassword email_password EMAIL_HOST_PASSWORD ftp_pass redisPassword keystore_password keyPassword storePassword testPassword new_password defaultPassword login_password ssh_password PGPASSWORD WIFI_PASSWORD wifiPassword proxy_pass ldap.bindPassword basicAuthPassword psw passcode'.split(
      ' ',
    ),
  key: 'secret SECRET_KEY secret_key secretKey clientSecret client_secret CLIENT_SECRET consumerSecret app_secret jwtSecret JWT_SECRET session_secret token access_token accessToken ACCESS_TOKEN auth_token authToken api_token API_TOKEN bot_token TOKEN refresh_token api_key apiKey API_KEY apikey access_key accessKey access_key_secret AccountKey SharedAccessKey privateKey encryption_key encryptionKey signing_key masterKey auth_key X-Api-Key x-api-key key KEY maps_key GOOGLE_KEY serviceKey app_key appKey credential credentials auth license_key consumer_key secret_key_base webhookSecret hmac_key'.split(
    ' ',
  ),
  // Names of keys that open nothing: whatever stands there, it is no secret.
  harmless:
    'cacheKey CACHE_KEY primary_key foreignKey sortKey partition_key rowKey storageKey storage_key queryKey hash_key mapKey objectKey s3Key data_key key sessionStorageKey i18nKey columnKey eventKey lookup_key token symbolToken lexToken idempotency_key dedupe-key routeKey'.split(
      ' ',
    ),
} as const;

export const KINDS = ['password', 'key'] as const;
export type Kind = (typeof KINDS)[number];

/** Where something else than a value is named or told: lists of names, calls of another kind, texts, forms. */
const OTHER_PLACES: readonly Place[] = [
  { path: 'src/fields.php', text: (name, value) => `['${name}', '${value}', 'status']` },
  { path: 'src/fields.py', text: (name, value) => `COLUMNS = ["id", "${name}", "${value}"]` },
  { path: 'src/keys.go', text: (name, value) => `keys := []string{"${name}", "${value}"}` },
  { path: 'src/form.js', text: (name, value) => `  $${name}.trigger('${value}');` },
  { path: 'src/form.js', text: (name, value) => `  this.$${name}.prop('${value}', true)` },
  { path: 'src/form.ts', text: (name, value) => `  ${name}: '${value}',` },
  { path: 'src/form.php', text: (name, value) => `    '${name}' => '${value}',` },
  { path: 'src/check.c', text: (name, value) => `  debug("${name}: ${value} of %d frames", count);` },
  { path: 'docs/api.md', text: (name, value) => `* ${name} \`${value}\` to skip it` },
  { path: 'docs/api.md', text: (name, value) => `  "${name}": "${value}",` },
  { path: 'src/Names.java', text: (name, value) => `  public static final String ${name} = "${value}";` },
  { path: 'src/names.go', text: (name, value) => `\tEnv${name} = "${value}"` },
  { path: 'src/texts.inc', text: (name, value) => `$labels['${name}'] = '${value}';` },
  { path: 'src/en.json', text: (name, value) => `  "your${name}": "${value}",` },
  { path: 'src/User.ts', text: (name, value) => `expect(form.${name}("${value}"))` },
];

/** An account that is named on the line before a value. */
const COMPANIES: readonly ((user: string) => string)[] = [
  (user) => `user = "${user}"`,
  (user) => `  username: '${user}',`,
  (user) => `DB_USER=${user}`,
  (user) => `$username = '${user}';`,
  (user) => `private static final String USER = "${user}";`,
  (user) => `      - POSTGRES_USER=${user}`,
  (user) => `    'user' => '${user}',`,
  (user) => `  login: ${user}\n  host: localhost`,
  (user) => `source.setUsername("${user}");`,
  (user) => `  "email": "${user}@acme.io",`,
  (user) => `jdbc.url=jdbc:mysql://localhost/${user}`,
  (user) => `const char* ssid = "${user}";`,
];

export interface Occasion {
  /** Whose value it is, named on the line before; none where left out. */
  readonly user?: string;
  /** True for a place where no value is given. */
  readonly other?: boolean;
}

/** Every name in turn, so that each meets many places. */
export function inContext(
  kind: keyof typeof NAMES,
  turn: number,
  value: string,
  { user, other = false }: Occasion = {},
): { readonly path: string; readonly text: string } {
  const places = other ? OTHER_PLACES : PLACES;
  const place = places[(turn * 7) % places.length];
  const name = NAMES[kind][(turn * 11 + Math.floor(turn / 97)) % NAMES[kind].length];
  const company = COMPANIES[(turn * 5 + Math.floor(turn / 89)) % COMPANIES.length];
  if (place === undefined || name === undefined || company === undefined) throw new RangeError('There are no places');
  const before = user === undefined ? '' : `${company(user)}\n`;
  return { path: place.path, text: `${before}${place.text(name, value)}\n` };
}
