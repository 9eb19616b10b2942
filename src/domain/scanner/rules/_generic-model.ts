/** Written by `npm run fit` (`scripts/fit-generic.ts`): what the model of `_likely-secret.ts` has learnt. */

/** How seldom a letter follows another in words, 0 to 9: a row for each first letter, a digit for each second. */
export const BIGRAMS: readonly string[] = [
  '95459759597343959343577759',
  '38792998439399379468399959',
  '48793993694499299572599989',
  '49851879389699489648499969',
  '48446579899553765234967469',
  '39883499299587399455399969',
  '59992754399574699544479989',
  '39991999299989499584599999',
  '67555459998452369533969896',
  '59991999699999499919687999',
  '49851779399894799938797989',
  '47952899398399379944479959',
  '24972989379658439959599989',
  '49333639596797469933569979',
  '75549579696542549265575999',
  '39982997599479359353499989',
  '99999999899799999999099999',
  '38662759396764399443589969',
  '59492795498788459842498959',
  '49683993399889469345499849',
  '55673669599343959343999999',
  '19991979499999499999999999',
  '39873993299893399358995999',
  '49595999499989719992999979',
  '57796999699553419745995999',
  '59992999499799199979899967',
];

/** One weight for each of `FEATURES`, in their order, behind the bias. */
export const WEIGHTS: Readonly<Record<'password' | 'key', readonly number[]>> = {
  password: [
    -2.214, // bias
    -2.651, // length 4-5
    0.815, // length 6-7
    0.856, // length 8-11
    0.727, // length 12-19
    -0.781, // length 20-31
    -1.18, // length 32-63
    0.0, // length 64+
    1.017, // lower case
    0.413, // upper case
    0.891, // digits
    -4.534, // signs
    1.351, // signs of passwords
    -0.057, // strange and of all kinds
    -0.773, // 2 kinds
    -0.597, // 3 kinds
    0.193, // 4 kinds
    -3.366, // letters only
    2.039, // lower case only
    0.02, // upper case, digits and _ only
    -1.673, // digits only
    1.257, // entropy
    0.98, // entropy for its length
    3.369, // strangeness
    -0.564, // strangeness of long values
    2.084, // strangeness of letters
    -2.307, // words
    0.161, // words, long
    3.783, // words and digits
    -1.544, // words with separators
    -0.764, // words without separators
    -0.951, // changes of kind
    0.744, // changes of case
    1.665, // word and number
    1.048, // word, number and sign
    0.252, // capital, then lower case
    2.448, // sign at the end
    2.759, // digits for letters
    0.0, // hexadecimal, 32 digits
    -0.166, // hexadecimal, 40 digits
    -0.53, // hexadecimal, 16 or more
    -0.069, // UUID
    -0.438, // base64 with its end
    -1.337, // dots
    -2.181, // slashes
    -1.971, // colons
    -0.2, // ASCII only
    -1.672, // speaks of secrets
    -1.063, // speaks of tests
    -2.214, // name: password
    0.0, // name: secret
    0.0, // name: token
    0.0, // name: a certain key
    -0.028, // name: an owner
    0.0, // name: doubt
    -0.124, // name: goes on
    0.0, // name: goes on behind a dot
    -0.014, // name: capitals
    -0.527, // quoted
    0.012, // argument or call
    0.003, // compared
    0.036, // fallback
    -0.177, // element
    -0.24, // option
    -0.105, // pair
    -0.065, // apart
    0.447, // unquoted, then code
    -0.397, // unquoted words
    0.0, // unquoted in code
    -0.138, // unquoted in settings
    -0.19, // prose
  ],
  key: [
    -3.186, // bias
    0.0, // length 4-5
    0.0, // length 6-7
    -1.758, // length 8-11
    -1.157, // length 12-19
    -0.217, // length 20-31
    -0.072, // length 32-63
    0.018, // length 64+
    -0.582, // lower case
    1.065, // upper case
    1.459, // digits
    -5.129, // signs
    0.718, // signs of passwords
    -0.142, // strange and of all kinds
    -1.501, // 2 kinds
    -2.035, // 3 kinds
    -1.133, // 4 kinds
    -2.086, // letters only
    2.439, // lower case only
    -0.568, // upper case, digits and _ only
    0.0, // digits only
    1.057, // entropy
    0.211, // entropy for its length
    3.442, // strangeness
    0.259, // strangeness of long values
    0.255, // strangeness of letters
    0.0, // words
    0.0, // words, long
    0.0, // words and digits
    0.0, // words with separators
    0.0, // words without separators
    0.643, // changes of kind
    1.938, // changes of case
    1.064, // word and number
    0.348, // word, number and sign
    0.048, // capital, then lower case
    0.379, // sign at the end
    1.75, // digits for letters
    0.043, // hexadecimal, 32 digits
    -0.301, // hexadecimal, 40 digits
    0.917, // hexadecimal, 16 or more
    1.622, // UUID
    0.32, // base64 with its end
    -1.008, // dots
    -1.058, // slashes
    -1.486, // colons
    -1.015, // ASCII only
    -1.135, // speaks of secrets
    -0.587, // speaks of tests
    0.0, // name: password
    1.714, // name: secret
    1.678, // name: token
    2.198, // name: a certain key
    0.581, // name: an owner
    -7.324, // name: doubt
    0.401, // name: goes on
    0.0, // name: goes on behind a dot
    1.005, // name: capitals
    -0.248, // quoted
    -0.036, // argument or call
    -0.453, // compared
    -0.014, // fallback
    -0.04, // element
    -0.24, // option
    -0.127, // pair
    -0.097, // apart
    -0.035, // unquoted, then code
    0.0, // unquoted words
    0.0, // unquoted in code
    -0.275, // unquoted in settings
    -0.375, // prose
  ],
};
