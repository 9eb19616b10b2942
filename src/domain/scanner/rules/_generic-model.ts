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
    -0.811, // bias
    -0.363, // length 4-5
    0.299, // length 6-7
    0.478, // length 8-11
    0.584, // length 12-19
    -1.123, // length 20-31
    -0.687, // length 32-63
    0.0, // length 64+
    -0.385, // lower case
    0.095, // upper case
    1.449, // digits
    -1.97, // signs
    0.435, // signs of passwords
    -0.399, // strange and of all kinds
    -1.435, // 2 kinds
    -1.182, // 3 kinds
    -0.246, // 4 kinds
    -1.233, // letters only
    2.55, // lower case only
    -0.708, // upper case, digits and _ only
    0.433, // digits only
    0.019, // entropy
    0.244, // entropy for its length
    2.457, // strangeness
    -0.64, // strangeness of long values
    0.961, // strangeness of letters
    -0.794, // words
    0.307, // words, long
    3.406, // words and digits
    -0.336, // words with separators
    -0.458, // words without separators
    -1.161, // changes of kind
    -0.217, // changes of case
    2.364, // word and number
    0.525, // word, number and sign
    2.013, // capital, then lower case
    1.303, // sign at the end
    2.601, // digits for letters
    0.0, // hexadecimal, 32 digits
    -0.174, // hexadecimal, 40 digits
    -0.587, // hexadecimal, 16 or more
    -0.034, // UUID
    -0.063, // base64 with its end
    -1.93, // dots
    -1.024, // slashes
    -2.54, // colons
    -0.569, // ASCII only
    -1.493, // speaks of secrets
    -1.302, // speaks of tests
    -0.548, // name: password
    0.0, // name: secret
    0.0, // name: token
    0.0, // name: a certain key
    0.007, // name: an owner
    0.0, // name: doubt
    -0.097, // name: goes on
    -1.433, // name: goes on behind a dot
    0.217, // name: capitals
    -0.952, // quoted
    0.142, // argument or call
    0.694, // compared
    0.924, // fallback
    -0.322, // element
    0.006, // option
    0.942, // pair
    0.038, // apart
    0.147, // unquoted, then code
    0.385, // unquoted words
    0.0, // unquoted in code
    -0.243, // unquoted in settings
    -1.594, // prose
    2.125, // no words, letters and digits
    0.244, // no words, all cases
    0.078, // words of something else
    1.704, // in company
    0.39, // words in company
    1.913, // as before
    -1.44, // name: asks
    -1.095, // words, its name asks
    0.786, // words in a list
    -0.893, // words in a call
    -1.055, // words in a call behind a dot
    -1.263, // word of one case
    -0.211, // secret in other words
    -0.118, // then goes on
  ],
  key: [
    -1.639, // bias
    0.0, // length 4-5
    0.0, // length 6-7
    -1.639, // length 8-11
    -0.734, // length 12-19
    0.279, // length 20-31
    0.277, // length 32-63
    0.177, // length 64+
    -1.405, // lower case
    0.204, // upper case
    0.932, // digits
    -1.37, // signs
    0.227, // signs of passwords
    -0.603, // strange and of all kinds
    -1.243, // 2 kinds
    -1.245, // 3 kinds
    -0.312, // 4 kinds
    -0.36, // letters only
    1.423, // lower case only
    -0.607, // upper case, digits and _ only
    0.0, // digits only
    0.131, // entropy
    -0.899, // entropy for its length
    2.198, // strangeness
    -0.274, // strangeness of long values
    1.775, // strangeness of letters
    -0.757, // words
    1.237, // words, long
    3.543, // words and digits
    -0.41, // words with separators
    -0.346, // words without separators
    -0.013, // changes of kind
    0.792, // changes of case
    2.114, // word and number
    0.25, // word, number and sign
    0.298, // capital, then lower case
    0.561, // sign at the end
    1.45, // digits for letters
    -0.031, // hexadecimal, 32 digits
    -0.282, // hexadecimal, 40 digits
    -0.207, // hexadecimal, 16 or more
    -0.349, // UUID
    0.069, // base64 with its end
    -1.385, // dots
    -0.831, // slashes
    -1.989, // colons
    -1.557, // ASCII only
    -1.202, // speaks of secrets
    0.382, // speaks of tests
    0.0, // name: password
    2.049, // name: secret
    1.791, // name: token
    2.281, // name: a certain key
    0.901, // name: an owner
    -6.604, // name: doubt
    0.141, // name: goes on
    -1.205, // name: goes on behind a dot
    1.012, // name: capitals
    -0.619, // quoted
    0.32, // argument or call
    -0.107, // compared
    0.24, // fallback
    -0.206, // element
    -0.15, // option
    0.295, // pair
    -0.223, // apart
    0.074, // unquoted, then code
    0.0, // unquoted words
    0.0, // unquoted in code
    -0.321, // unquoted in settings
    -1.115, // prose
    3.376, // no words, letters and digits
    -0.518, // no words, all cases
    -0.435, // words of something else
    2.325, // in company
    -0.228, // words in company
    1.622, // as before
    -0.745, // name: asks
    -0.504, // words, its name asks
    0.514, // words in a list
    -0.737, // words in a call
    -0.691, // words in a call behind a dot
    -1.059, // word of one case
    1.315, // secret in other words
    -0.219, // then goes on
  ],
};
