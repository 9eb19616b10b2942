/** What the path of a file says of the values in it. */

/** Program code: here a value without quotes is an expression. */
export const CODE =
  /\.(?:[cm]?[jt]sx?|py|go|java|rb|cs|php|c|cc|cpp|h|hpp|rs|swift|kts?|scala|dart|m|mm|lua|exs?|vue|svelte|groovy|pl|pm|ino|vb|fs|clj|jl|r|sol|erl|hs)$/i;
/** Here a value without quotes is a value, never an identifier. */
export const SETTINGS = /(?:^|\/)\.env(?:\.[a-z]+)?$|\.(?:env|ini|cfg|conf|cnf|config|properties|ya?ml|toml|tfvars)$/i;
/** Prose, in which names and values are talked about. */
export const PROSE = /\.(?:md|mdx|rst|adoc|txt|html?)$/i;
/** Where secrets are mostly made up. */
export const PRACTICE =
  /(?:^|\/)(?:tests?|__tests__|specs?|fixtures?|testdata|mocks?|__mocks__|examples?|samples?|demos?)\/|[._-](?:test|tests|spec|example|sample)\.[a-z]{1,6}$|[a-z]Tests?\.[a-z]{1,6}$/i;
/** Texts shown to people, in their languages: what stands at "password" there is the word for it. */
export const TRANSLATIONS =
  /(?:^|\/)(?:locales?|locali[sz]ations?|i18n|lang|languages?|translations?|l10n)\/|(?:messages|strings|labels)_[a-z]{2}|\.(?:po|pot|g?mo|xlf|xliff|strings|resx|arb)$/i;
/** Code of others, copied in. */
export const VENDORED = /(?:^|\/)(?:node_modules|vendor|third_party|bower_components|site-packages)\//i;
/** Files written by machines, and full of hashes, by the end of their names. */
const GENERATED = [
  '.lock',
  '-lock.json',
  '-lock.yaml',
  'go.sum',
  '.min.js',
  '.min.mjs',
  '.min.cjs',
  '.min.css',
  '.map',
  '.snap',
  '.svg',
];

export function isGenerated(path: string): boolean {
  const lower = path.toLowerCase();
  return GENERATED.some((end) => lower.endsWith(end));
}
