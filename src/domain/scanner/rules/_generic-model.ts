/** Written by `npm run fit` (`scripts/fit-generic.ts`): what the model of `_likely-secret.ts` has learnt. */
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: weights, whatever they are close to

/** How seldom a letter follows another in words, 0 to 9: a row for each first letter, a digit for each second. */
export const BIGRAMS: readonly string[] = [
  '95459759597343959343577759',
  '38792988439399379468399959',
  '48693993694499299572599989',
  '39851879399689489647499969',
  '58446579899553766234967469',
  '39883499299587399455399969',
  '59992754399474699544479989',
  '39991999399989499574599999',
  '67555459998452369533969896',
  '59991999699999499919687999',
  '49851769398894699837797989',
  '47952899399399379944479959',
  '24972989379658439959599989',
  '49333639596797469933569979',
  '75548579696542649265575999',
  '39982997599479359353499989',
  '99999999899799999999099999',
  '38662759396764399444589969',
  '59492795498788459842498959',
  '49683993399789469345499849',
  '55673669599343959343999999',
  '19991979499999499999999999',
  '39873993299893399358995999',
  '49594999499979719992999979',
  '57796999699543419745995999',
  '49992999499798199978899956',
];

/** One weight for each of `FEATURES`, in their order, behind the bias. */
export const WEIGHTS: Readonly<Record<'password' | 'key', readonly number[]>> = {
  password: [
    -0.613, // bias
    -0.306, // length 4-5
    0.325, // length 6-7
    0.475, // length 8-11
    0.588, // length 12-19
    -1.036, // length 20-31
    -0.66, // length 32-63
    0.0, // length 64+
    0.081, // lower case
    0.004, // upper case
    1.271, // digits
    -1.969, // signs
    0.34, // signs of passwords
    -0.157, // strange and of all kinds
    -1.301, // 2 kinds
    -1.075, // 3 kinds
    -0.329, // 4 kinds
    -1.316, // letters only
    2.489, // lower case only
    -0.538, // upper case, digits and _ only
    0.395, // digits only
    0.146, // entropy
    0.368, // entropy for its length
    2.006, // strangeness
    -0.571, // strangeness of long values
    0.929, // strangeness of letters
    -1.167, // words
    0.153, // words, long
    3.376, // words and digits
    -0.706, // words with separators
    -0.461, // words without separators
    -1.324, // changes of kind
    -0.43, // changes of case
    2.409, // word and number
    0.524, // word, number and sign
    1.987, // capital, then lower case
    1.31, // sign at the end
    2.429, // digits for letters
    0.0, // hexadecimal, 32 digits
    -0.187, // hexadecimal, 40 digits
    -0.62, // hexadecimal, 16 or more
    -0.035, // UUID
    -0.068, // base64 with its end
    -1.921, // dots
    -1.059, // slashes
    -2.51, // colons
    -0.375, // ASCII only
    -1.673, // speaks of secrets
    -1.281, // speaks of tests
    -0.377, // name: password
    0.0, // name: secret
    0.0, // name: token
    0.0, // name: a certain key
    0.0, // name: an owner
    0.0, // name: doubt
    -0.136, // name: goes on
    -1.395, // name: goes on behind a dot
    0.238, // name: capitals
    -1.044, // quoted
    0.103, // argument or call
    0.687, // compared
    0.936, // fallback
    -0.326, // element
    -0.005, // option
    0.945, // pair
    0.043, // apart
    0.129, // unquoted, then code
    0.293, // unquoted words
    0.0, // unquoted in code
    -0.27, // unquoted in settings
    -1.683, // prose
    1.786, // no words, letters and digits
    0.551, // no words, all cases
    -0.188, // words of something else
    1.791, // in company
    0.288, // words in company
    1.885, // as before
    -1.454, // name: asks
    -1.101, // words, its name asks
    0.806, // words in a list
    -0.834, // words in a call
    -1.042, // words in a call behind a dot
    -1.23, // word of one case
    -0.239, // secret in other words
    -0.131, // then goes on
  ],
  key: [
    -1.289, // bias
    0.0, // length 4-5
    0.0, // length 6-7
    -1.558, // length 8-11
    -0.74, // length 12-19
    0.317, // length 20-31
    0.396, // length 32-63
    0.296, // length 64+
    -0.948, // lower case
    0.199, // upper case
    0.768, // digits
    -1.308, // signs
    0.145, // signs of passwords
    -0.378, // strange and of all kinds
    -0.949, // 2 kinds
    -1.083, // 3 kinds
    -0.303, // 4 kinds
    -0.14, // letters only
    1.278, // lower case only
    -0.469, // upper case, digits and _ only
    0.0, // digits only
    0.317, // entropy
    -0.674, // entropy for its length
    1.517, // strangeness
    -0.229, // strangeness of long values
    1.406, // strangeness of letters
    -1.16, // words
    1.082, // words, long
    3.62, // words and digits
    -0.741, // words with separators
    -0.419, // words without separators
    -0.115, // changes of kind
    0.65, // changes of case
    2.025, // word and number
    0.274, // word, number and sign
    0.305, // capital, then lower case
    0.464, // sign at the end
    1.408, // digits for letters
    -0.087, // hexadecimal, 32 digits
    -0.32, // hexadecimal, 40 digits
    -0.191, // hexadecimal, 16 or more
    -0.263, // UUID
    0.009, // base64 with its end
    -1.313, // dots
    -0.715, // slashes
    -1.998, // colons
    -1.204, // ASCII only
    -1.757, // speaks of secrets
    0.49, // speaks of tests
    0.0, // name: password
    2.108, // name: secret
    1.759, // name: token
    2.332, // name: a certain key
    0.986, // name: an owner
    -6.629, // name: doubt
    0.175, // name: goes on
    -1.308, // name: goes on behind a dot
    1.019, // name: capitals
    -0.684, // quoted
    0.294, // argument or call
    -0.08, // compared
    0.233, // fallback
    -0.25, // element
    -0.18, // option
    0.344, // pair
    -0.211, // apart
    0.052, // unquoted, then code
    0.0, // unquoted words
    0.0, // unquoted in code
    -0.353, // unquoted in settings
    -1.182, // prose
    2.703, // no words, letters and digits
    -0.319, // no words, all cases
    -1.061, // words of something else
    2.483, // in company
    -0.392, // words in company
    1.597, // as before
    -0.812, // name: asks
    -0.508, // words, its name asks
    0.552, // words in a list
    -0.73, // words in a call
    -0.682, // words in a call behind a dot
    -1.034, // word of one case
    1.503, // secret in other words
    -0.211, // then goes on
  ],
};
