/** Passwords that people think up and keys that machines make, given to plain names; and what stands at such names instead. */
import {
  ALNUM,
  BASE64,
  BASE64URL,
  DIGITS,
  HEX,
  LOWER,
  random,
  UPPER,
} from '../../src/domain/scanner/rules/_samples.js';
import type { Case } from './case.js';
import { ASIDE, IN_COMPANY, PLACES, type Place } from './places.js';

const COUNT = 400;

const WORDS =
  'harbour velvet copper falcon garden winter piano river thunder lemon maple rocket silver tiger violet walnut amsterdam porto jasmine oliver natasha giovanni barcelona liverpool everest matrix phoenix spartan volcano zeppelin'.split(
    ' ',
  );

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const digits = (length: number, seed: number): string => random(DIGITS, length, seed + 1);

const HABITS: readonly ((seed: number) => string)[] = [
  (seed) => `${capital(at(WORDS, seed))}${digits(4, seed)}!`,
  (seed) => `${at(WORDS, seed)}${digits(3, seed)}`,
  (seed) => `${capital(at(WORDS, seed))}@${digits(2, seed)}`,
  (seed) => `${at(WORDS, seed)}${at(WORDS, seed * 7 + 3)}${digits(2, seed)}`,
  (seed) => at(WORDS, seed).replace('e', '3').replace('a', '@').replace('o', '0') + digits(1, seed),
  (seed) => random(ALNUM, 10, seed + 1),
  (seed) => random(`${ALNUM}!#%+=?`, 14, seed + 1),
  (seed) => random(LOWER, 9, seed + 1),
  (seed) => `${at(WORDS, seed).toUpperCase()}_${digits(4, seed)}`,
  (seed) => `${capital(at(WORDS, seed))}${capital(at(WORDS, seed * 5 + 1))}${digits(1, seed)}`,
];
const ALPHABETS = [HEX, ALNUM, BASE64URL, BASE64, LOWER + DIGITS, UPPER + DIGITS];
const LENGTHS = [16, 20, 24, 32, 40, 43, 64];
const key = (seed: number): string =>
  random(at(ALPHABETS, seed), at(LENGTHS, seed * 3 + 1), seed + 1).replace(/^[^A-Za-z0-9]/, 'k');

const PASSWORD_NAMES =
  'password db-password admin-password smtp-pass mysql-root-password user-pwd ldap-passwd mail-password keystore-password'.split(
    ' ',
  );
const KEY_NAMES =
  'api-key client-secret access-token auth-token secret-key session-secret encryption-key webhook-secret signing-key service-api-token'.split(
    ' ',
  );

/** What people and programs put where a password would stand. */
const NO_PASSWORDS =
  'password changeme your-password <password> ******** xxxxxxxx $(DB_PASSWORD) $DB_PASSWORD {{.Values.password}} process.env.DB_PASSWORD os.environ["PW"] null none true required hidden login.password.label user_password passwordField enter-password forgot-password current-password new-password ENC[AES256_GCM,data:x1] vault:secret/data/db#pw !vault op://team/db/password /run/secrets/db_password secrets.DB_PASSWORD'.split(
    ' ',
  );
const NO_KEYS =
  'your-api-key YOUR_API_KEY <token> xxxxxxxxxxxxxxxxxxxx $(API_TOKEN) {{secrets.token}} process.env.API_KEY config.get("api.key") access_token refreshToken authorization_code client_credentials urn:ietf:params:oauth:token-type:jwt https://acme.io/oauth/token my-application-secret arn:aws:secretsmanager:eu-west-1:1:secret:x projects/acme/secrets/api-key /etc/ssl/private/tls.key TokenProvider.Default com.acme.security.TokenFilter REDACTED 00000000-0000-0000-0000-000000000000 1234567890abcdef'.split(
    ' ',
  );
/** What people think up, without a digit or a sign in it. */
const PLAIN: readonly ((seed: number) => string)[] = [
  (seed) => at(WORDS, seed),
  (seed) => `${at(WORDS, seed)}${at(WORDS, seed * 7 + 3)}`,
  (seed) => capital(at(WORDS, seed)),
  (seed) => `${at(WORDS, seed)}pw`,
];
const STATES = 'focus disabled external required status enabled received'.split(' ');
/** Names that are about a secret, with values that look random. */
const HARMLESS_NAMES =
  'password-hash password-salt token-type secret-name key-id public-key csrf-token next-page-token token-url api-key-id cache-key password-reset-url hashed-password password-driver password-charset secret-version key-fingerprint'.split(
    ' ',
  );

function cases(
  family: string,
  kind: Case['kind'],
  names: readonly string[],
  value: (seed: number) => string,
  count = COUNT,
  places: readonly Place[] = PLACES,
): Case[] {
  return Array.from({ length: count }, (_, seed): Case => {
    const { path, write } = at(places, seed * 7 + Math.floor(seed / places.length));
    const given = value(seed);
    return { family, kind, path, text: `${write(at(names, seed * 3 + Math.floor(seed / 31)), given)}\n`, value: given };
  });
}

export function genericCases(): Case[] {
  return [
    ...cases('generic passwords', 'secret', PASSWORD_NAMES, (seed) => at(HABITS, seed)(seed)),
    ...cases('generic passwords', 'near miss', PASSWORD_NAMES, (seed) => at(NO_PASSWORDS, seed)),
    ...cases('plain passwords', 'secret', PASSWORD_NAMES, (seed) => at(PLAIN, seed)(seed), COUNT / 2, IN_COMPANY),
    ...cases('plain passwords', 'secret', PASSWORD_NAMES, (seed) => at(HABITS, seed)(seed), COUNT / 4, IN_COMPANY),
    ...cases('plain passwords', 'near miss', PASSWORD_NAMES, (seed) => at(STATES, seed), COUNT / 4, ASIDE),
    ...cases('plain passwords', 'near miss', PASSWORD_NAMES, (seed) => at(NO_PASSWORDS, seed), COUNT / 4, IN_COMPANY),
    ...cases('generic keys', 'secret', KEY_NAMES, key),
    ...cases('generic keys', 'near miss', KEY_NAMES, (seed) => at(NO_KEYS, seed)),
    ...cases(
      'generic keys',
      'near miss',
      HARMLESS_NAMES,
      (seed) => random(at([HEX, ALNUM], seed), 32, seed + 1),
      COUNT / 2,
    ),
  ];
}
