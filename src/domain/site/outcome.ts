/** What a look at one header can come to, and what that counts: the outcomes and modifiers of the HTTP Observatory, algorithm 6. */

/**
 * Points by test and outcome.
 * @see https://developer.mozilla.org/observatory/docs/tests_and_scoring
 */
export const MODIFIERS = {
  csp: {
    'implemented-with-no-unsafe-default-src-none': 10,
    'implemented-with-no-unsafe': 5,
    'implemented-but-duplicate-directives': 0,
    'implemented-with-unsafe-inline-in-style-src-only': 0,
    'implemented-with-insecure-scheme-in-passive-content-only': -10,
    'implemented-with-unsafe-eval': -10,
    'implemented-with-insecure-scheme': -20,
    'implemented-with-unsafe-inline': -20,
    'header-invalid': -25,
    'not-implemented': -25,
    'not-implemented-but-reporting-enabled': -25,
  },
  cookies: {
    'secure-with-httponly-sessions-and-samesite': 5,
    'not-found': 0,
    'secure-with-httponly-sessions': 0,
    'without-secure-flag-but-protected-by-hsts': -5,
    'session-without-secure-flag-but-protected-by-hsts': -10,
    'anticsrf-without-samesite-flag': -20,
    'samesite-flag-invalid': -20,
    'without-secure-flag': -20,
    'session-without-httponly-flag': -30,
    'session-without-secure-flag': -40,
  },
  coep: {
    'implemented-with-credentialless': 10,
    'implemented-with-require-corp': 10,
    'implemented-with-unsafe-none': 0,
    'not-implemented': 0,
    'header-invalid': -5,
  },
  coop: {
    'implemented-with-noopener-allow-popups': 10,
    'implemented-with-same-origin': 10,
    'implemented-with-same-origin-allow-popups': 10,
    'implemented-with-unsafe-none': 0,
    'not-implemented': 0,
    'header-invalid': -5,
  },
  cors: {
    'implemented-with-public-access': 0,
    'implemented-with-restricted-access': 0,
    'not-implemented': 0,
    'implemented-with-universal-access': -50,
  },
  redirection: {
    'not-needed-no-http': 0,
    'to-https': 0,
    'off-host-from-http': -5,
    'not-to-https-on-initial-redirection': -10,
    'invalid-cert': -20,
    missing: -20,
    'not-to-https': -20,
  },
  'referrer-policy': { private: 5, 'not-implemented': 0, 'header-invalid': -5, unsafe: -5 },
  hsts: {
    'implemented-max-age-at-least-six-months': 0,
    'implemented-max-age-less-than-six-months': -10,
    'header-invalid': -20,
    'invalid-cert': -20,
    'not-implemented': -20,
    'not-implemented-no-https': -20,
  },
  sri: {
    'implemented-and-all-scripts-loaded-securely': 5,
    'implemented-and-external-scripts-loaded-securely': 5,
    'not-implemented-but-all-scripts-loaded-from-secure-origin': 0,
    'not-implemented-but-no-scripts-loaded': 0,
    'not-implemented-response-not-html': 0,
    'not-implemented-but-external-scripts-loaded-securely': -5,
    'implemented-but-external-scripts-not-loaded-securely': -20,
    'not-implemented-and-external-scripts-not-loaded-securely': -50,
  },
  nosniff: { nosniff: 0, 'header-invalid': -5, 'not-implemented': -5 },
  framing: {
    'implemented-via-csp': 5,
    'sameorigin-or-deny': 5,
    'allow-from-origin': 0,
    'header-invalid': -20,
    'not-implemented': -20,
  },
  corp: {
    'implemented-with-same-origin': 10,
    'implemented-with-same-site': 10,
    'implemented-with-cross-origin': 0,
    'not-implemented': 0,
    'header-invalid': -5,
  },
} as const;

export type SiteTest = keyof typeof MODIFIERS;

export interface OutcomeOf<T extends SiteTest> {
  readonly test: T;
  readonly result: Extract<keyof (typeof MODIFIERS)[T], string>;
  /** Points. */
  readonly modifier: number;
  /** What was seen, in one sentence. */
  readonly because: string;
  /** The line to paste, where something better can be sent; null when there is nothing to gain. */
  readonly fix: string | null;
}

export type Outcome<T extends SiteTest = SiteTest> = { readonly [Test in T]: OutcomeOf<Test> }[T];

/** An outcome with the points it counts. */
export function outcome<T extends SiteTest>(
  test: T,
  result: OutcomeOf<T>['result'],
  because: string,
  fix: string | null = null,
): OutcomeOf<T> {
  const table: Readonly<Record<string, number>> = MODIFIERS[test];
  return { test, result, modifier: table[result] ?? 0, because, fix };
}
