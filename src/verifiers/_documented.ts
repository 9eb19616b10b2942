/** Verifiers of the kind "is it written down?": a file of its own, or a section of a document. */
import { type Judgement, met, unknown, unmet } from '../domain/verification/verdict.js';
import { documents, passages, shownText } from './_sources/_documents.js';
import type { Texts } from './_sources/texts.js';
import { texts } from './_sources/texts.js';
import { defineVerifier, type Verifier } from './_verifier.js';
import { CUT } from './_words.js';

export interface Documented {
  readonly question: string;
  /** What is looked for, as in "there is no …". */
  readonly what: string;
  /** A document that is about nothing else. */
  readonly file?: RegExp;
  /** The heading of a section in any document. */
  readonly heading?: RegExp;
  /** What the file or section has to hold, besides a few words. */
  readonly holds?: RegExp;
  /** What is said anywhere in a document, without a heading of its own. */
  readonly said?: RegExp;
  /** What to commit where it is missing; left out where it may just as well lie in a wiki or on a website. */
  readonly fix?: string;
}

/** Fewer characters are a heading with "to do" below it. */
const FEW = 40;

export function documentedVerifier({ question, ...looked }: Documented): Verifier {
  return defineVerifier({
    question,
    reads: { texts },
    on: ['push'],
    judge: ({ texts }) => judgeDocumented(texts, looked),
  });
}

export function judgeDocumented(files: Texts | null, looked: Omit<Documented, 'question'>): Judgement {
  if (files === null) return absent(looked);
  const found = placeIn(files, looked);
  if (found !== null) return met(found);
  const unread = files.unread.find((path) => looked.file?.test(path));
  if (unread !== undefined) return unknown(`\`${unread}\` was not read`);
  return files.isWhole ? absent(looked) : unknown(CUT);
}

function absent({ what, fix }: Omit<Documented, 'question'>): Judgement {
  return fix === undefined
    ? unknown(`no file here is a ${what}, and no section; it may lie elsewhere`)
    : unmet(`there is no ${what}`, fix);
}

function placeIn(
  files: Texts,
  { what, file, heading, holds = /./, said }: Omit<Documented, 'question'>,
): string | null {
  const isEnough = (text: string): boolean => shownText(text).trim().length >= FEW && holds.test(shownText(text));
  const own = file === undefined ? [] : [...documents(files, file)].filter(([, text]) => isEnough(text));
  if (own[0] !== undefined) return `\`${own[0][0]}\` is the ${what}`;
  const all = documents(files, /./);
  const section = heading === undefined ? undefined : passages(all, heading).find(({ text }) => isEnough(text));
  if (section !== undefined) return `\`${section.path}\` has it under "${section.heading.replaceAll(/[`"]/g, "'")}"`;
  const saying = said === undefined ? undefined : [...all].find(([, text]) => said.test(shownText(text)));
  return saying === undefined ? null : `\`${saying[0]}\` says it`;
}
