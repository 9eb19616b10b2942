/** A labelled text, and what a scanner made of all of them. */

export interface Case {
  /** The provider of a vendor's token, `generic passwords`, `generic keys`, `formats`, or what an everyday file is. */
  readonly family: string;
  /** A near miss and an everyday file hold nothing that should be found. */
  readonly kind: 'secret' | 'near miss' | 'everyday';
  readonly path: string;
  readonly text: string;
  /** What has to be found, or must not be. Left out, nothing in the text must be. */
  readonly value?: string;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Gives the places of the values that a scanner finds in each text, in the order of the cases. */
export type Scanner = (cases: readonly Case[]) => Promise<readonly (readonly Range[])[]>;

export interface Score {
  readonly family: string;
  readonly secrets: number;
  readonly recall: number;
  /** Cases that hold nothing, and the share of them in which something is found. */
  readonly others: number;
  readonly falseAlarms: number;
  readonly precision: number;
}

/** True where something is found that should be (a secret), or that should not (anything else). */
export function isHit({ kind, text, value }: Case, found: readonly Range[]): boolean {
  if (value === undefined || kind !== 'secret') return found.length > 0;
  const at = text.indexOf(value);
  return found.some(({ start, end }) => start < at + value.length && end > at);
}

/** Shares of what was found, for each family and, at the end, for all. */
export function scores(cases: readonly Case[], found: readonly (readonly Range[])[]): Score[] {
  const hits = cases.map((item, at) => ({ ...item, hit: isHit(item, found[at] ?? []) }));
  const families = [...new Set(cases.map(({ family }) => family))].toSorted();
  const score = (family: string, of: typeof hits): Score => {
    const secrets = of.filter(({ kind }) => kind === 'secret');
    const others = of.filter(({ kind }) => kind !== 'secret');
    const right = secrets.filter(({ hit }) => hit).length;
    const wrong = others.filter(({ hit }) => hit).length;
    return {
      family,
      secrets: secrets.length,
      recall: right / Math.max(1, secrets.length),
      others: others.length,
      falseAlarms: wrong / Math.max(1, others.length),
      precision: right + wrong === 0 ? 1 : right / (right + wrong),
    };
  };
  return [
    ...families.map((family) =>
      score(
        family,
        hits.filter((hit) => hit.family === family),
      ),
    ),
    score('all', hits),
  ];
}
