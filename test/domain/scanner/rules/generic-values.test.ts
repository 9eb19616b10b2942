/** What is given to secret-like names in real code, cause by cause: what is found of it, and what is not. */
import { createEngine } from '../../../../src/domain/scanner/engine.js';
import { loadRules } from '../../../../src/domain/scanner/registry.js';

const engine = createEngine(await loadRules());
const found = (text: string, path: string): string[] =>
  engine.scanText(`${text}\n`, { path }).matches.map(({ start, end }) => text.slice(start, end));

/** Put together here, so that no file holds a password. */
const word = ['fal', 'con'].join('');
const numbered = `${word}${12 * 41}`;
const appPassword = ['qzrw', 'kfjx', 'vbnp', 'hgtd'];

test.each([
  ['a word beside its user', 'compose.yml', `  - MYSQL_USER=shop\n  - MYSQL_PASSWORD=${word}`, word],
  ['the user’s own name', 'Db.java', `withUsername("${word}")\n  .withPassword("${word}")`, word],
  ['a pair of a connection text with blanks', 'db.py', `connect("host=db1 user=shop password=${word}")`, word],
  ['an option with an equals sign, in code', 'dump.py', `run("mysqldump --user=shop --password=${word} shop")`, word],
  ['an app password with blanks', 'mail.js', `pass: '${appPassword.join(' ')}'`, appPassword.join(' ')],
  ['a word in a statement', 'init.sql', `CREATE USER 'shop'@'%' IDENTIFIED BY '${word}';`, word],
  ['a word on a command line', 'ping.sh', `mysqladmin ping -u shop -p${word} --silent`, word],
  ['a word in the call that logs in', 'mail.py', `server.login("shop@acme.io", "${word}")`, word],
  ['a pair of user and password', 'get.py', `requests.get(url, auth=('shop', '${word}'))`, word],
  ['user and password before they are encoded', 'get.js', `'Basic ' + btoa('shop:${numbered}')`, numbered],
  ['the key of a call that signs', 'token.js', `jwt.sign({ id }, '${word}')`, word],
  ['the key of a call that encrypts', 'Aes.java', `new SecretKeySpec("${numbered}".getBytes(), "AES")`, numbered],
  ['a secret that somebody thought up', 'app.py', `app.secret_key = "${numbered}"`, numbered],
  ['user and password that are the same, in a URL', 'db.js', `"mongodb+srv://${word}:${word}@db1.acme.net/shop"`, word],
])('found: %s', (_, path, text, value) => {
  expect(found(text, path)).toEqual([value]);
});

test.each([
  ['a list of names', 'fields.php', `['username', 'password', '${word}', 'status']`],
  ['the subject of a message', 'log.c', `debug("EAP-pwd: ${word} of %d frames", count);`],
  ['the verb of a sentence', 'use.md', `You can pass \`${word}\` to the call`],
  ['another call behind the name', 'form.js', `this.$password.trigger('${word}')`],
  ['a variable that is given to a quoted name', 'user.py', `body = {'password': ${word}_value}`],
  ['a variable in the object of a call', 'setup.yml', `await create({ name: 'shop', password: ${word} });`],
  ['a name of settings in Terraform', 'main.tf', `password = local.${word}_1`],
  ['the word in some language', 'config/locales/bs.yml', `field_password: ${word}`],
  ['letters beyond ASCII', 'texts.inc', `$labels['password'] = 'Hasło${word}';`],
  ['a hash', 'users.yml', `hashed_password: ${'0a1b2c3d4e'.repeat(4)}`],
  ['an algorithm', 'hash.php', "$config['password_algorithm_name'] = 'x';\npassword_type = 'sha256'; pwd = 'argon2id'"],
  ['the name of a constant', 'env.go', 'EnvPassword = "ACME_NOTIFY_PASSWORD_FILE"'],
  ['who needs none', 'sudoers.md', `telegraf ALL=(ALL) NOPASSWD: ${word.toUpperCase()}CTL`],
  ['a sentence with “identified by”', 'api.md', `the group identified by "${word}" and its domain`],
  ['bytes of a test vector', 'aes.c', `.key = "${'\\x06\\xa9\\x21\\x40'.repeat(4)}"`],
  ['the kind of a token', 'mode.js', '{ token: "keyword.operator.assignment" }'],
])('not found: %s', (_, path, text) => {
  expect(found(text, path)).toEqual([]);
});
