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
    -2.235, // bias
    -2.672, // length 4-5
    0.821, // length 6-7
    0.853, // length 8-11
    0.721, // length 12-19
    -0.786, // length 20-31
    -1.172, // length 32-63
    0.0, // length 64+
    0.957, // lower case
    0.384, // upper case
    0.849, // digits
    -4.425, // signs
    -0.787, // 2 kinds
    -0.592, // 3 kinds
    0.178, // 4 kinds
    -3.388, // letters only
    2.047, // lower case only
    0.015, // upper case, digits and _ only
    -1.676, // digits only
    1.245, // entropy
    0.959, // entropy for its length
    3.385, // strangeness
    -0.593, // strangeness of long values
    2.076, // strangeness of letters
    -2.306, // words
    0.178, // words, long
    3.771, // words and digits
    -1.555, // words with separators
    -0.75, // words without separators
    -0.907, // changes of kind
    0.744, // changes of case
    1.656, // word and number
    1.082, // word, number and sign
    0.261, // capital, then lower case
    2.561, // sign at the end
    2.803, // digits for letters
    0.0, // hexadecimal, 32 digits
    -0.165, // hexadecimal, 40 digits
    -0.526, // hexadecimal, 16 or more
    -0.07, // UUID
    -0.437, // base64 with its end
    -1.338, // dots
    -2.168, // slashes
    -1.975, // colons
    -0.198, // ASCII only
    -1.668, // speaks of secrets
    -1.06, // speaks of tests
    -2.103, // name: password
    0.0, // name: secret
    0.0, // name: token
    0.0, // name: a certain key
    -0.025, // name: an owner
    0.0, // name: doubt
    -0.194, // name: goes on
    0.0, // name: goes on behind a dot
    -0.014, // name: capitals
    -0.541, // quoted
    -0.02, // argument or call
    0.002, // compared
    0.035, // fallback
    -0.181, // element
    -0.239, // option
    -0.106, // pair
    -0.069, // apart
    0.447, // unquoted, then code
    -0.413, // unquoted words
    0.0, // unquoted in code
    -0.139, // unquoted in settings
    -0.189, // prose
  ],
  key: [
    -3.245, // bias
    0.0, // length 4-5
    0.0, // length 6-7
    -1.77, // length 8-11
    -1.175, // length 12-19
    -0.274, // length 20-31
    -0.054, // length 32-63
    0.029, // length 64+
    -0.61, // lower case
    1.019, // upper case
    1.48, // digits
    -5.134, // signs
    -1.41, // 2 kinds
    -1.969, // 3 kinds
    -1.163, // 4 kinds
    -2.185, // letters only
    2.589, // lower case only
    -0.621, // upper case, digits and _ only
    0.0, // digits only
    1.106, // entropy
    0.202, // entropy for its length
    3.458, // strangeness
    0.268, // strangeness of long values
    0.279, // strangeness of letters
    0.0, // words
    0.0, // words, long
    0.0, // words and digits
    0.0, // words with separators
    0.0, // words without separators
    0.644, // changes of kind
    2.006, // changes of case
    1.06, // word and number
    0.341, // word, number and sign
    0.051, // capital, then lower case
    0.414, // sign at the end
    1.769, // digits for letters
    0.004, // hexadecimal, 32 digits
    -0.341, // hexadecimal, 40 digits
    0.865, // hexadecimal, 16 or more
    1.551, // UUID
    0.324, // base64 with its end
    -0.98, // dots
    -1.033, // slashes
    -1.447, // colons
    -1.038, // ASCII only
    -1.119, // speaks of secrets
    -0.582, // speaks of tests
    0.0, // name: password
    1.712, // name: secret
    1.659, // name: token
    2.197, // name: a certain key
    0.591, // name: an owner
    -7.32, // name: doubt
    0.418, // name: goes on
    0.0, // name: goes on behind a dot
    1.015, // name: capitals
    -0.246, // quoted
    -0.064, // argument or call
    -0.464, // compared
    -0.015, // fallback
    -0.033, // element
    -0.24, // option
    -0.125, // pair
    -0.102, // apart
    -0.038, // unquoted, then code
    0.0, // unquoted words
    0.0, // unquoted in code
    -0.276, // unquoted in settings
    -0.378, // prose
  ],
};
