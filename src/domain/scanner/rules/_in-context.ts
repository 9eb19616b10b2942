/** Shapes told by something else than a prefix or a name: a mark in their middle, or the text right before them. */
import type { Confidence, Rule, Sample } from '../rule.js';
import { isWordy } from './_words.js';
import { around, none } from './_samples.js';
import { literal } from './_literal.js';
import { type Body, joined } from './_shapes.js';

type Shape = Pick<Rule, 'keywords' | 'find' | 'confidence' | 'matches' | 'ignores' | 'boundary' | 'check'>;

/** A vendor's mark between two bodies: `marked(alnum(52), 'JQQJ9', alnum(27))`. Looks back as far as the first body is long. */
export function marked(before: Body, mark: string, after: Body, confidence: Confidence = 'high'): Shape {
  const value = joined(before, mark, after);
  const short = (seed: number): string => before.make(seed).slice(0, -1) + mark + after.make(seed);
  return {
    confidence,
    boundary: 'anywhere',
    keywords: [mark.toLowerCase()],
    find: new RegExp(
      `(?<=(?:(?<![${before.members}])|\\\\[nrt])(?<head>${before.source}))${literal(mark)}${after.source}(?![0-9A-Za-z_${after.members}])`,
    ),
    matches: () => around(value.make(1), value.make(2)),
    ignores: () => none(short(3), value.make(4).slice(0, -1), `${mark} is the mark`, value.filler),
  };
}

/** A body right behind a text that says what it is: `following(['AccountKey='], keyBytes(64))`. Told in either case. */
export function following(texts: readonly string[], body: Body, confidence: Confidence = 'high'): Shape {
  return {
    confidence,
    boundary: 'anywhere',
    keywords: [...new Set(texts.map((text) => text.toLowerCase()))],
    find: new RegExp(
      `(?:${texts.map(literal).join('|')})(?<secret>${body.source})(?![0-9A-Za-z_${body.members}])`,
      'i',
    ),
    check: ({ value }) => (isWordy(value) ? null : { confidence }),
    matches: () =>
      texts.flatMap((text, index) => {
        const value = body.make(index + 1);
        return [`"${text}${value}"`, `export CONNECTION='a=b;${text}${value};c=d'\n`, `  at: ${text}${value}\n`].map(
          (whole): Sample => ({ text: whole, value }),
        );
      }),
    ignores: () =>
      texts.flatMap((text, index) =>
        none(`${text}${body.filler}`, `${text}${body.make(index + 21).slice(0, 5)}`, `${text}\${KEY}`, `${text}<key>`),
      ),
  };
}
