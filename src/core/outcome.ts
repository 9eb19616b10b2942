/** What looking at something found. `unknown` means it could not be looked at; it is never taken for `met`. */
export type Outcome =
  | { readonly kind: 'met'; readonly reason: string; readonly evidence?: string }
  | { readonly kind: 'unmet'; readonly reason: string; readonly fix: string; readonly evidence?: string }
  | { readonly kind: 'not-applicable'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** The end of an exhaustive switch: a compile error when a case was forgotten, a thrown one when types lied. */
export function never(value: never): never {
  throw new TypeError(`Unexpected value: ${JSON.stringify(value)}`);
}
