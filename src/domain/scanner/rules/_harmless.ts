/** What is no secret on the face of it: names that speak about a secret, and values that are expressions, addresses or words for "none". */
import { isPlaceholder } from './_placeholders.js';
import { beginsAsVendors } from './_vendor-prefixes.js';

/** The name goes on to say that the value is about a secret, not the secret: `password_hash`, `tokenUrl`, `secretName`. */
const ABOUT: ReadonlySet<string> = new Set(
  `id name uri url path dir file hash hashed digest salt type length len size field label hint help regex regexp pattern policy
  rule count limit ttl timeout age reset endpoint header prefix suffix placeholder title text message msg error ref arn version
  provider method algorithm alg format status state manager service store input element selector class column index pos position
  kind env mgmt var variable param parameter schema model view page link button icon table address scope cookie strength map list
  lookup enabled required getter setter fn func handler callback public pub code stdin char sep separator location role mode
  action event source time date rate port host hostname user username driver hasher encoder plugin backend attr attribute
  property prompt charset s`.split(/\s+/),
);
const LONGEST_ABOUT = Math.max(...[...ABOUT].map(({ length }) => length));
const ABOUT_STEMS = ['expir', 'confirm', 'valid', 'sha1', 'sha2', 'sha5'];
/** Names that hold something public. */
const HARMLESS_NAME =
  /public|publishable|site_?key|csrf|xsrf|(?:next|page|continuation|cancel|sync|resume|cursor)_?-?token|max_?-?token|tokenize|keyboard|unicode|vocab|integrity|checksum|fingerprint|no_?passw|x-amz-credential|(?:hashed|crypted|encoded|digested)_?passw/i;
/** Addresses, paths, media types, expressions, versions and selectors are told by how they begin. */
const NO_BEGINNING =
  /^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|[.~]{0,2}\/(?![A-Za-z0-9+/]{20,200}={0,2}$)|[a-z]:\\|(?:application|text|image)\/|urn:|pkcs11:|hmac-sha|[.:[,;|)\]>]|-{0,2}\$|[#-]{1,2}[a-z-]{1,40}$|sha\d{1,3}[-:]|\d{1,15}\.\d)/i;
/** What begins a variable in the languages of code and of settings. */
const VARIABLE =
  /^(?:var|local|module|data|each|self|this|config|settings|import\.meta|process|secrets|env|params|props|os|req|request|ctx|random_password)\./;
/** What begins no value without quotes: anchors, references and signs of the format around. */
const NO_BEGINNING_BARE = /^[-&*!?#%]/;
/** Calls, objects, patterns and operators by what is in them. */
const NO_PART = /aws4_request|[(){}]|\[\^|\\[dwsb]|\.\*|=>|->|::|&&|==[^=]|\[['"\d]|\\(?:u[0-9a-f]{4}|x[0-9a-f]{2})/i;
/** Brackets are no harm in a password in quotes, but where they call or hold something. */
const NO_PART_QUOTED =
  /aws4_request|[A-Za-z_]\(\)?|\{[A-Za-z_.]{1,60}\}|\[\^|\\[dwsb]|\.\*|=>|->|::|&&|==[^=]|<\/?[a-z]{1,20}>|\\(?:u[0-9a-f]{4}|x[0-9a-f]{2})/i;
/** A JSON Web Token is judged by what it says, in `jwt.ts`. */
const JWT = /^eyJ[A-Za-z0-9_-]{10,2000}\.eyJ/;
const FILE_ENDING = /\.(?:pem|key|crt|json|ya?ml|txt|js|ts|py|env|html?|css|png|svg|xml|sh|go|rb|java|php|md)$/i;
/** What stands for "no value" in some language, and what code says of one. */
const NO_VALUE =
  /^(?:null|none|nil|undefined|true|false|yes|no|on|off|empty|required|optional|hidden|string|str|text|number|bool(?:ean)?|int(?:eger)?|object|array|mixed|void|self|this|file|ask|prompt|stdin|salt|undef|password\d?|passwd|passwort|kennwort|senha|wachtwoord|contrase(?:n|ñ)a|motdepasse|haslo|parola|secret|token|apikey|api_key|key|username|admin_password)$/i;

/** Names of algorithms: `aes256-gcm96`, `scram-sha-256`, `bcrypt`. */
const ALGORITHM =
  /^(?:aes|rsa|ecdsa|ed25519|hmac|sha|md5|scram|bcrypt|scrypt|argon2|pbkdf2)(?:[-_]?[a-z0-9]{1,8}){0,3}$/i;
/** Names of constants and variables of an environment. */
const CONSTANT = /^[A-Z]{2}[A-Z0-9]*(?:_[A-Z][A-Z0-9]*)+(?:_\d{1,3})?$/;

/** True for a name that holds something public, or for whose `tail` the value is about a secret. */
export function isHarmlessName(name: string, tail: string): boolean {
  return isAbout(tail) || HARMLESS_NAME.test(name);
}

function isAbout(tail: string): boolean {
  const lower = tail.toLowerCase();
  for (let length = Math.min(lower.length, LONGEST_ABOUT); length > 0; length -= 1) {
    if (ABOUT.has(lower.slice(-length))) return true;
  }
  return lower !== '' && ABOUT_STEMS.some((stem) => lower.includes(stem));
}

/** True for a value that is no secret, whatever its name. */
export function isNoValue(value: string, quoted: boolean): boolean {
  return (
    NO_VALUE.test(value) ||
    ALGORITHM.test(value) ||
    CONSTANT.test(value) ||
    VARIABLE.test(value) ||
    JWT.test(value) ||
    NO_BEGINNING.test(value) ||
    (!quoted && NO_BEGINNING_BARE.test(value)) ||
    (quoted ? NO_PART_QUOTED.test(value) || isBracketed(value) : NO_PART.test(value)) ||
    FILE_ENDING.test(value) ||
    isPlaceholder(value) ||
    beginsAsVendors(value)
  );
}

function isBracketed(value: string): boolean {
  return (value.startsWith('(') && value.endsWith(')')) || (value.startsWith('{') && value.endsWith('}'));
}
