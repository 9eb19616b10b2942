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
    -2.296, // bias
    -2.807, // length 4-5
    0.698, // length 6-7
    0.922, // length 8-11
    0.795, // length 12-19
    -0.754, // length 20-31
    -1.15, // length 32-63
    0.0, // length 64+
    0.964, // lower case
    0.354, // upper case
    0.686, // digits
    -4.3, // signs
    -0.79, // 2 kinds
    -0.621, // 3 kinds
    0.116, // 4 kinds
    -3.64, // letters only
    2.04, // lower case only
    0.059, // upper case, digits and _ only
    -1.561, // digits only
    1.214, // entropy
    0.922, // entropy for its length
    3.588, // strangeness
    -0.661, // strangeness of long values
    2.566, // strangeness of letters
    -2.281, // words
    0.179, // words, long
    3.864, // words and digits
    -1.562, // words with separators
    -0.72, // words without separators
    -0.724, // changes of kind
    0.665, // changes of case
    1.621, // word and number
    1.053, // word, number and sign
    0.29, // capital, then lower case
    2.547, // sign at the end
    2.825, // digits for letters
    0.0, // hexadecimal, 32 digits
    -0.162, // hexadecimal, 40 digits
    -0.49, // hexadecimal, 16 or more
    -0.064, // UUID
    -0.432, // base64 with its end
    -1.355, // dots
    -2.164, // slashes
    -1.783, // colons
    -0.296, // ASCII only
    -1.68, // speaks of secrets
    -0.982, // speaks of tests
    -2.159, // name: password
    0.0, // name: secret
    0.0, // name: token
    0.0, // name: a certain key
    -0.021, // name: an owner
    0.0, // name: doubt
    -0.207, // name: goes on
    0.0, // name: goes on behind a dot
    0.004, // name: capitals
    -0.545, // quoted
    -0.025, // argument or call
    0.01, // compared
    0.04, // fallback
    -0.17, // element
    -0.207, // option
    -0.077, // pair
    -0.064, // apart
    0.436, // unquoted, then code
    -0.427, // unquoted words
    0.0, // unquoted in code
    -0.108, // unquoted in settings
    -0.149, // prose
  ],
  key: [
    -2.678, // bias
    0.0, // length 4-5
    0.0, // length 6-7
    -1.727, // length 8-11
    -1.571, // length 12-19
    -0.779, // length 20-31
    0.146, // length 32-63
    1.253, // length 64+
    -0.44, // lower case
    1.221, // upper case
    1.501, // digits
    -4.961, // signs
    -1.219, // 2 kinds
    -1.735, // 3 kinds
    -1.002, // 4 kinds
    -2.173, // letters only
    2.708, // lower case only
    -0.875, // upper case, digits and _ only
    0.0, // digits only
    1.427, // entropy
    0.455, // entropy for its length
    4.65, // strangeness
    0.962, // strangeness of long values
    0.423, // strangeness of letters
    0.0, // words
    0.0, // words, long
    0.0, // words and digits
    0.0, // words with separators
    0.0, // words without separators
    0.861, // changes of kind
    2.506, // changes of case
    0.377, // word and number
    0.202, // word, number and sign
    0.156, // capital, then lower case
    0.477, // sign at the end
    1.91, // digits for letters
    0.855, // hexadecimal, 32 digits
    -1.145, // hexadecimal, 40 digits
    1.337, // hexadecimal, 16 or more
    1.488, // UUID
    1.454, // base64 with its end
    -1.414, // dots
    -1.989, // slashes
    -2.129, // colons
    -0.871, // ASCII only
    -1.18, // speaks of secrets
    -0.885, // speaks of tests
    0.0, // name: password
    -0.097, // name: secret
    -0.189, // name: token
    -0.049, // name: a certain key
    -0.126, // name: an owner
    0.0, // name: doubt
    0.132, // name: goes on
    0.0, // name: goes on behind a dot
    -0.133, // name: capitals
    -0.456, // quoted
    -0.241, // argument or call
    -0.186, // compared
    -0.203, // fallback
    -0.042, // element
    -0.404, // option
    -0.092, // pair
    -0.247, // apart
    -0.059, // unquoted, then code
    0.0, // unquoted words
    0.0, // unquoted in code
    -0.248, // unquoted in settings
    -0.617, // prose
  ],
};
