/** Keystores and password databases: binary files, told by their names together with their first bytes. */
import type { Candidate, Rule, Verdict } from '../rule.js';
import { ALNUM, random } from './_samples.js';
import { byPath, wholeFile } from './_whole-file.js';

const filler = random(ALNUM, 600);
/** An entry's kind in a Java keystore, behind the magic word, the version and the count. */
const KIND_AT = 12;
const JAVA_PATHS = /\.(?:jks|jceks|keystore|ks)$/i;

const javaStore = (magic: string, count: string, kind: string): string =>
  `${magic}\0\0\0\x02\0\0\0${count}\0\0\0${kind}\0\x05alias${filler}`;

/** A store that begins with the certificate of somebody else is mostly one of trusted certificates. */
function judgeJava(candidate: Candidate): Verdict | null {
  const { text } = candidate;
  if (text.slice(8, KIND_AT) === '\0\0\0\0') return null;
  return text.slice(KIND_AT, KIND_AT + 4) === '\0\0\0\x02' ? { confidence: 'low' } : byPath(candidate, 'medium');
}

const common = {
  version: 1,
  provider: 'Private keys',
  opens: 'whatever trusts its keys, once its password is guessed',
  severity: 'MEDIUM',
  runbook: 'private-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...wholeFile(
      { paths: JAVA_PATHS, magic: /^(?:feedfeed|cececece)0000000[12]/ },
      {
        matches: [
          ['app/release.jks', javaStore('\xfe\xed\xfe\xed', '\x01', '\x01')],
          ['upload.keystore', javaStore('\xfe\xed\xfe\xed', '\x02', '\x01')],
          ['conf/secrets.jceks', javaStore('\xce\xce\xce\xce', '\x01', '\x03')],
          ['conf/truststore.jks', javaStore('\xfe\xed\xfe\xed', '\x01', '\x02')],
        ],
        ignores: [
          ['app/empty.jks', javaStore('\xfe\xed\xfe\xed', '\0', '\0')],
          ['app/release.class', javaStore('\xfe\xed\xfe\xed', '\x01', '\x01')],
          ['docs/release.jks', 'The keystore goes here.\n'],
        ],
      },
    ),
    check: judgeJava,
    id: 'java-keystore',
    title: 'Java keystore (JKS, JCEKS)',
    reference: 'https://docs.oracle.com/en/java/javase/21/docs/specs/man/keytool.html',
  },
  {
    ...common,
    ...wholeFile(
      {
        paths: /\.(?:p12|pfx|pkcs12|jks|keystore|ks)$/i,
        magic: /^30(?:80|82.{4}|83.{6}|84.{8})02010330/,
      },
      {
        matches: [
          ['certs/client.p12', `\x30\x82\x09\xd1\x02\x01\x03\x30\x82${filler}`],
          ['signing.PFX', `\x30\x80\x02\x01\x03\x30\x80${filler}`],
          ['app/upload.keystore', `\x30\x82\x0a\x11\x02\x01\x03\x30\x82${filler}`],
        ],
        ignores: [
          ['certs/client.p12', `\x30\x82\x09\xd1\x30\x82${filler}`],
          ['certs/client.cer', `\x30\x82\x09\xd1\x02\x01\x03\x30\x82${filler}`],
          ['certs/client.pfx', 'version https://git-lfs.github.com/spec/v1\n'],
        ],
      },
    ),
    id: 'pkcs12-file',
    title: 'PKCS #12 keystore',
    reference: 'https://www.rfc-editor.org/rfc/rfc7292',
  },
  {
    ...common,
    ...wholeFile(
      { paths: /\.(?:bks|uber|keystore)$/i, magic: /^0000000[12]00000014.{40}0000/ },
      {
        matches: [
          ['res/raw/client.bks', `\0\0\0\x02\0\0\0\x14${filler.slice(0, 20)}\0\0\x04\0${filler}`],
          ['client.keystore', `\0\0\0\x01\0\0\0\x14${filler.slice(0, 20)}\0\0\x07\x05${filler}`],
          ['client.uber', `\0\0\0\x01\0\0\0\x14${filler.slice(0, 20)}\0\0\x06\x01${filler}`],
        ],
        ignores: [
          ['client.bks', filler],
          ['client.bin', `\0\0\0\x02\0\0\0\x14${filler.slice(0, 20)}\0\0\x04\0${filler}`],
          ['client.bks', `\0\0\0\x09\0\0\0\x14${filler}`],
        ],
      },
    ),
    id: 'bouncy-castle-keystore',
    title: 'Keystore of Bouncy Castle (BKS, UBER)',
    reference: 'https://downloads.bouncycastle.org/fips-java/docs/BC-FJA-UserGuide-2.0.0.pdf',
  },
  {
    ...common,
    ...wholeFile(
      {
        paths: /\.(?:der|key|pk8|p8|pkcs8|priv)$/i,
        magic: /^30(?:82.{4}|81..|[2-7].)0201(?:00(?:30[01].06|0282.{4}00|0281..00)|01(?:300506032b65|04(?:20|30|42)))/,
      },
      {
        matches: [
          ['keys/platform.pk8', `\x30\x82\x04\xbd\x02\x01\0\x30\x0d\x06\x09\x2a\x86${filler}`],
          ['server.key', `\x30\x82\x04\xa4\x02\x01\0\x02\x82\x01\x01\0${filler}`],
          ['ec.der', `\x30\x77\x02\x01\x01\x04\x20${filler.slice(0, 110)}`],
          ['ed25519.der', `\x30\x2e\x02\x01\0\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20${filler.slice(0, 32)}`],
        ],
        ignores: [
          ['certs/ca.der', `\x30\x82\x03\x6f\x30\x82\x02\x57\xa0\x03\x02\x01\x02${filler}`],
          ['public.der', `\x30\x82\x01\x22\x30\x0d\x06\x09\x2a\x86${filler}`],
          ['slides.key', `PK\x03\x04${filler}`],
        ],
      },
      'high',
    ),
    id: 'private-key-der',
    title: 'Private key in DER',
    opens: 'whatever trusts the key: servers, certificates, signatures',
    severity: 'MAXIMUM',
    reference: 'https://www.rfc-editor.org/rfc/rfc5958',
  },
  {
    ...common,
    ...wholeFile(
      {
        paths: /(?:^|[/.])(?:secring\.gpg|[^/]{0,100}\.(?:gpg|pgp|skr))$/i,
        magic: /^(?:94..|95.{4}|c5(?:[0-9ab].|[cd].{3}|ff.{8}))0[3-6].{8}(?:01|1[12369b])/,
      },
      {
        matches: [
          ['secring.gpg', `\x95\x03\x98\x04\x5f\x11\x22\x33\x01${filler}`],
          ['keys/release.pgp', `\xc5\xc0\x2a\x04\x5f\x11\x22\x33\x01${filler}`],
          ['backup/deploy.gpg', `\x94\x58\x04\x5f\x11\x22\x33\x16${filler}`],
        ],
        ignores: [
          ['pubring.gpg', `\x99\x01\x0d\x04\x5f\x11\x22\x33\x01${filler}`],
          ['secrets.json.gpg', `\x85\x01\x0c\x03${filler}`],
          ['secring.bin', `\x95\x03\x98\x04\x5f\x11\x22\x33\x01${filler}`],
        ],
      },
    ),
    id: 'openpgp-secret-key-file',
    title: 'OpenPGP secret key in binary',
    opens: 'signatures in its owner’s name and what is encrypted for them, unless a password protects it',
    severity: 'HIGH',
    reference: 'https://www.rfc-editor.org/rfc/rfc9580#name-secret-key-packet-type-id-5',
  },
  {
    ...common,
    ...wholeFile(
      {
        paths: /\.(?:kdbx|kdb|psafe3|keychain|keychain-db)$|(?:^|\/)key[34]\.db$/i,
        magic: /^(?:03d9a29a6[5-7]fb4bb5|50575333|6b79636800|53514c69746520666f726d6174203300|00061561)/,
      },
      {
        matches: [
          ['team.kdbx', `\x03\xd9\xa2\x9a\x67\xfb\x4b\xb5\x01\0\x04\0${filler}`],
          ['old.kdb', `\x03\xd9\xa2\x9a\x65\xfb\x4b\xb5${filler}`],
          ['mine.psafe3', `PWS3${filler}`],
          ['build/login.keychain-db', `kych\0\x01${filler}`],
          ['profile/key4.db', `SQLite format 3\0\x80${filler}`],
        ],
        ignores: [
          ['team.kdbx', filler],
          ['team.db', `SQLite format 3\0\x80${filler}`],
          ['notes.txt', `PWS3${filler}`],
        ],
      },
    ),
    id: 'password-database',
    provider: 'Password managers',
    title: 'Password database (KeePass, Password Safe, macOS keychain, Firefox)',
    opens: 'every account in it, once its password is guessed',
    severity: 'HIGH',
    runbook: 'password',
    reference: 'https://keepass.info/help/kb/kdbx.html',
  },
];

export default rules;
