/** Passwords on command lines and in SQL, where an option or a statement says what the value is. */
import type { Candidate, Rule, Verdict } from '../rule.js';
import { inPlace, made, sample } from './_in-place.js';
import { checkPassword } from './_likely-secret.js';
import { none } from './_samples.js';

/** A value in quotes or without, up to what ends a word of a shell. */
const WORD = '\\\\?["\'`]?(?<secret>[^\\s"\'`<>|;\\\\]{4,100})';

/** Begins a statement that sets a password. */
const STATEMENT =
  /\b(?:create|alter)\s{1,8}(?:user|role|login|database\s{1,8}link)\b|\b(?:grant|revoke)\b|["'`]@["'`]/i;
/** How far behind its beginning the password may stand. */
const MAX_STATEMENT = 300;

/** Neither in capitals nor in a statement it is a word of a sentence: a name identifies a column, too. */
function judgeSql(candidate: Candidate): Verdict | null {
  const { text, start } = candidate;
  const before = text.slice(Math.max(0, start - MAX_STATEMENT), start);
  const isSql = /IDENTIFIED[^\n]{0,60}["'`]$/.test(before) || STATEMENT.test(before);
  return isSql ? checkPassword(candidate) : null;
}

const rules: readonly Rule[] = [
  {
    ...inPlace,
    id: 'command-line-password',
    title: 'Password on a command line',
    opens: 'the account that the command logs in to',
    keywords: [
      'sshpass',
      'mysql',
      'mariadb',
      'redis-cli',
      'ldapsearch',
      'docker',
      'podman',
      'cqlsh',
      'mongodump',
      'mongosh',
      'htpasswd',
      'rabbitmqctl',
      'smbclient',
      'curl',
      'wget',
    ],
    find: [
      new RegExp(`sshpass[ \\t]{1,4}-p[ \\t]{0,2}${WORD}`),
      new RegExp(
        `(?:mysql|mariadb)(?:dump|admin|import|check|show)?(?:\\.exe)?[ \\t](?:[^\\n|;]{0,100}[ \\t])?-p${WORD}`,
      ),
      new RegExp(`redis-cli[ \\t](?:[^\\n|;]{0,80}[ \\t])?(?:-a|--pass)[ \\t]{1,4}${WORD}`),
      new RegExp(`ldapsearch[ \\t](?:[^\\n|;]{0,120}[ \\t])?-w[ \\t]{0,4}${WORD}`),
      new RegExp(`(?:docker|podman)[ \\t]{1,4}login[ \\t](?:[^\\n|;]{0,100}[ \\t])?-p[ =]{0,2}${WORD}`),
      new RegExp(`(?:cqlsh|mongodump|mongosh)[ \\t](?:[^\\n|;]{0,100}[ \\t])?-p[ =]{0,2}${WORD}`),
      new RegExp(
        `htpasswd[ \\t]{1,4}-[a-zA-Z]{0,4}b[a-zA-Z]{0,4}[ \\t]{1,4}[^ \\t\\n]{1,80}[ \\t]{1,4}[^ \\t\\n]{1,40}[ \\t]{1,4}${WORD}`,
      ),
      new RegExp(
        `rabbitmqctl[ \\t](?:[^\\n|;]{0,40}[ \\t])?(?:add_user|change_password)[ \\t]{1,4}[^ \\t\\n]{1,40}[ \\t]{1,4}${WORD}`,
      ),
      new RegExp(`smbclient[ \\t](?:[^\\n|;]{0,100}[ \\t])?-U[ \\t]{0,4}["']?[^ \\t\\n%"']{1,60}%${WORD}`),
      new RegExp(
        `(?:curl|wget)[ \\t](?:[^\\n|;]{0,160}[ \\t])?(?:-u|--user)[ =]{0,2}\\\\?["']?[^\\s:"'\`$<{]{1,80}:${WORD}`,
      ),
    ],
    reference: 'https://cwe.mitre.org/data/definitions/214.html',
    matches: () => [
      sample('sshpass -p ', made(1), ' ssh deploy@db1\n'),
      sample("sshpass -p'", made(2), "' scp a b:\n"),
      sample('mysql -h db1 -u root -p', made(3), ' shop < dump.sql\n'),
      sample('mariadb -uroot -p"', made(4), '" -e "SELECT 1"\n'),
      sample('redis-cli -h cache -a ', made(5), ' ping\n'),
      sample('ldapsearch -x -D cn=admin -w ', made(6), ' -b dc=acme\n'),
      sample('docker login -u deploy -p ', made(7), ' registry.acme.io\n'),
      sample('podman login -u deploy -p ', made(8), ' registry.acme.io\n'),
      sample('cqlsh -u app -p ', made(9), ' db1\n'),
      sample('mongodump --host db1 -u app -p ', made(10), '\n'),
      sample('mongosh -u app -p ', made(11), ' db1\n'),
      sample('htpasswd -cb /etc/nginx/users deploy ', made(12), '\n'),
      sample('rabbitmqctl add_user app ', made(13), '\n'),
      sample('smbclient //files/share -U deploy%', made(14), '\n'),
      sample('curl -s -u deploy:', made(15), ' https://api.acme.io\n'),
      sample('wget --user deploy:', made(16), ' https://api.acme.io\n'),
    ],
    ignores: () =>
      none(
        'sshpass -p "$PASSWORD" ssh db1',
        'mysql -u root -p shop < dump.sql',
        'mysql -u root -p$MYSQL_ROOT_PASSWORD',
        'mysql -h db -P 3306 --protocol=tcp',
        'curl -u user:password https://acme.io',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell variable
        'curl -u "$USER:${TOKEN}" https://acme.io',
        'docker login --password-stdin registry.acme.io',
        'docker run -p 8080:80 login',
        'htpasswd -c users deploy',
      ),
  },
  {
    ...inPlace,
    version: 2,
    check: judgeSql,
    id: 'sql-password',
    title: 'Password in an SQL statement',
    opens: 'the database, as the user whose password is set',
    boundary: 'anywhere',
    keywords: ['identified'],
    find: /identified[ \t]{1,4}(?:with[ \t]{1,4}[a-z0-9_'"`]{1,40}[ \t]{1,4})?by[ \t]{1,4}(?!id-)(?:password[ \t]{1,4})?\\?["'`]?(?<secret>[^\s"'`<>;\\]{4,100})/i,
    reference: 'https://dev.mysql.com/doc/refman/8.4/en/create-user.html',
    matches: () => [
      sample("CREATE USER 'app'@'%' IDENTIFIED BY '", made(21), "';\n"),
      sample("ALTER USER root IDENTIFIED WITH mysql_native_password BY '", made(22), "';\n"),
      sample('GRANT ALL ON app.* TO app IDENTIFIED BY "', made(23), '"\n'),
      sample('create user app identified by ', made(24), ';\n'),
    ],
    ignores: () =>
      none(
        "CREATE USER app IDENTIFIED BY '<password>'",
        "CREATE USER app IDENTIFIED BY '$DB_PASSWORD'",
        "CREATE USER app IDENTIFIED BY 'your_password'",
        'each order is identified by number and date',
        'the relation identified by name1 is locked',
        `the index identified by '${['WORKS', 'C1'].join('')}' that is defined on it`,
        'SMIME-CAPS {IDENTIFIED BY hMAC-SHA1}',
      ),
  },
];

export default rules;
