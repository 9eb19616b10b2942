/** Everyday places of a credential in ten languages, configuration and command lines: other ones than the rules' own samples. */

/** Some lines of a file in which `value` is given to `name`. */
export interface Place {
  readonly path: string;
  readonly write: (name: string, value: string) => string;
}

const upper = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '_').toUpperCase();
const camel = (name: string): string =>
  name.toLowerCase().replace(/[^a-z0-9]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const pascal = (name: string): string => camel(name).replace(/^[a-z]/, (letter) => letter.toUpperCase());
const snake = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '_').toLowerCase();

export const PLACES: readonly Place[] = [
  {
    path: 'lib/billing.js',
    write: (name, value) =>
      `import { Client } from './client';\n\nexport const ${camel(name)} = "${value}";\nexport default new Client();`,
  },
  {
    path: 'src/app/config.ts',
    write: (name, value) => `export const settings: Settings = {\n  retries: 3,\n  ${camel(name)}: '${value}',\n};`,
  },
  { path: 'jobs/report.py', write: (name, value) => `import requests\n\n${upper(name)} = '${value}'\nTIMEOUT = 30\n` },
  {
    path: 'jobs/client.py',
    write: (name, value) => `client = Client(\n    region="eu-west-1",\n    ${snake(name)}="${value}",\n)`,
  },
  {
    path: 'src/main/java/io/acme/Api.java',
    write: (name, value) => `public class Api {\n  private static final String ${upper(name)} = "${value}";\n}`,
  },
  {
    path: 'src/main/kotlin/io/acme/Api.kt',
    write: (name, value) => `object Api {\n    const val ${upper(name)} = "${value}"\n}`,
  },
  { path: 'internal/api/api.go', write: (name, value) => `package api\n\nvar ${camel(name)} = "${value}"\n` },
  {
    path: 'Services/Api.cs',
    write: (name, value) => `public sealed class Api\n{\n    private string ${pascal(name)} { get; } = "${value}";\n}`,
  },
  {
    path: 'src/Api.php',
    write: (name, value) => `<?php\nreturn [\n    '${snake(name)}' => '${value}',\n    'debug' => false,\n];`,
  },
  {
    path: 'config/initializers/api.rb',
    write: (name, value) => `Api.configure do |config|\n  config.${snake(name)} = '${value}'\nend`,
  },
  { path: 'src/api.rs', write: (name, value) => `pub const ${upper(name)}: &str = "${value}";\n` },
  { path: 'Sources/Api.swift', write: (name, value) => `struct Api {\n    let ${camel(name)} = "${value}"\n}` },
  { path: 'src/Api.scala', write: (name, value) => `object Api {\n  val ${camel(name)}: String = "${value}"\n}` },
  { path: 'scripts/run.sh', write: (name, value) => `#!/bin/sh\nset -eu\n${upper(name)}=${value}\n./run\n` },
  { path: 'scripts/env.sh', write: (name, value) => `export ${upper(name)}='${value}'\n` },
  { path: '.env.production', write: (name, value) => `PORT=8080\n${upper(name)}=${value}\nLOG=info\n` },
  {
    path: 'docker-compose.prod.yml',
    write: (name, value) => `services:\n  app:\n    environment:\n      ${upper(name)}: ${value}\n`,
  },
  {
    path: 'k8s/app.yaml',
    write: (name, value) => `        env:\n        - name: ${upper(name)}\n          value: ${value}\n`,
  },
  { path: 'appsettings.json', write: (name, value) => `{\n  "Api": {\n    "${pascal(name)}": "${value}"\n  }\n}` },
  { path: 'terraform.tfvars', write: (name, value) => `region = "eu-west-1"\n${snake(name)} = "${value}"\n` },
  { path: 'config/app.toml', write: (name, value) => `[api]\n${snake(name)} = "${value}"\n` },
  {
    path: 'src/main/resources/app.properties',
    write: (name, value) => `server.port=8080\napi.${snake(name)}=${value}\n`,
  },
  { path: 'Dockerfile', write: (name, value) => `FROM alpine:3\nENV ${upper(name)}=${value}\nCMD ["run"]\n` },
  {
    path: '.github/workflows/ci.yml',
    write: (name, value) => `    env:\n      ${upper(name)}: "${value}"\n    steps: []\n`,
  },
  {
    path: 'docs/setup.md',
    write: (name, value) => `Set it before you start:\n\n\`\`\`sh\nexport ${upper(name)}=${value}\n\`\`\`\n`,
  },
];

/** Places beside the account that it opens: a word is a password there, too. */
export const IN_COMPANY: readonly Place[] = [
  {
    path: 'docker-compose.yml',
    write: (name, value) => `    environment:\n      - MYSQL_USER=shop\n      - ${upper(name)}=${value}`,
  },
  {
    path: 'config/database.php',
    write: (name, value) => `return [\n  'username' => 'shop',\n  '${snake(name)}' => '${value}',\n];`,
  },
  {
    path: 'src/db.js',
    write: (name, value) =>
      `mysql.createConnection({\n  host: 'db1',\n  user: 'shop',\n  ${camel(name)}: '${value}',\n});`,
  },
  {
    path: 'src/main/java/io/acme/Db.java',
    write: (name, value) => `source.setUsername("shop");\n    source.set${pascal(name)}("${value}");`,
  },
  {
    path: 'app/db.py',
    write: (name, value) => `DSN = "host=db1 dbname=shop user=shop ${snake(name)}=${value}"`,
  },
  {
    path: 'Db.cs',
    write: (name, value) => `var text = "Server=db1;Database=shop;User ID=shop;${pascal(name)}=${value};Encrypt=true";`,
  },
  { path: 'jobs/dump.py', write: (name, value) => `run("mysqldump --user=shop --${name}=${value} shop > shop.sql")` },
  { path: 'wifi.ino', write: (name, value) => `const char* ssid = "shop";\nconst char* ${snake(name)} = "${value}";` },
];

/** Places in which no value is given to the name: lists, texts, other calls. */
export const ASIDE: readonly Place[] = [
  { path: 'src/fields.php', write: (name, value) => `$fields = ['user', '${snake(name)}', '${value}', 'status'];` },
  { path: 'src/form.js', write: (name, value) => `$${camel(name)}.trigger('${value}');` },
  { path: 'src/log.c', write: (name, value) => `debug("${name}: ${value} of %d frames", count);` },
  { path: 'docs/use.md', write: (name, value) => `Some skins pass \`${value}\` to skip the ${name}.` },
  { path: 'src/call.ts', write: (name, value) => `await create({ host: 'db1', ${camel(name)}: ${value} });` },
];

/** Places that say nothing of the value: a token with its vendor's mark in it has to be found there too. */
export const BARE: readonly Place[] = [
  { path: 'notes.txt', write: (_, value) => `use ${value} until friday` },
  { path: 'src/call.py', write: (_, value) => `run(["login", "${value}"])` },
  { path: 'spec.yaml', write: (_, value) => `args:\n  - ${value}\n` },
  { path: 'build.log', write: (_, value) => `[info] sending ${value} to the server` },
];
