/** What looking at a repository or a site concludes about one question, and on what grounds. */

/** Something that was seen, so that anybody can look again. */
export interface Evidence {
  /** Where: an address to open, or a path in a working copy. */
  readonly where: string;
  /** ISO 8601 instant at which it was read. */
  readonly at: string;
}

/** What a judge says: pure, from what was read. */
export type Judgement =
  /** `because` says what was seen, in one sentence. */
  | { readonly answer: 'met'; readonly because: string }
  /**
   * `fix` is the exact next step: a setting, a line to paste, a command. Markdown. `isUrgent`: people are called at once, also when
   * the item was open before.
   */
  | { readonly answer: 'unmet'; readonly because: string; readonly fix: string; readonly isUrgent?: true }
  | { readonly answer: 'not-applicable'; readonly because: string }
  /** It could not be looked at, or what was seen does not decide it. Never counted as met. */
  | { readonly answer: 'unknown'; readonly because: string };

type Unmet = Extract<Judgement, { readonly answer: 'unmet' }>;

export function isUrgent(judgement: Judgement): boolean {
  return judgement.answer === 'unmet' && judgement.isUrgent === true;
}

export type Answer = Judgement['answer'];

/** A judgement with where and when it was seen. */
export type Verdict = Judgement & {
  readonly evidence: readonly Evidence[];
  /** True when whoever sees the repository sees what it rests on. What only its administrators see is not told in public. */
  readonly isPublic: boolean;
};

export const met = (because: string): Judgement => ({ answer: 'met', because });
export const unmet = (because: string, fix: string): Unmet => ({ answer: 'unmet', because, fix });
export const urgent = (because: string, fix: string): Judgement => ({ ...unmet(because, fix), isUrgent: true });
export const notApplicable = (because: string): Judgement => ({ answer: 'not-applicable', because });
export const unknown = (because: string): Judgement => ({ answer: 'unknown', because });
