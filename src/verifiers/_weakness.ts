/** Verifiers of the kind "is the code free of this mistake?", as far as code scanning looks for it. */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { code, joined } from './_phrases.js';
import { codeAnalyses } from './_sources/code-analyses.js';
import { codeFindings } from './_sources/code-findings.js';
import { defineVerifier, type Verifier } from './_verifier.js';

export interface Weakness {
  readonly question: string;
  /** As in "CodeQL found no …". */
  readonly what: string;
  /** Numbers of the Common Weakness Enumeration. @see https://cwe.mitre.org */
  readonly numbers: readonly number[];
  /** Languages for which CodeQL's default suite looks for it, by how its names begin. @see https://codeql.github.com/codeql-query-help/full-cwe/ */
  readonly languages: readonly string[];
  /** What no such analysis sees of it. */
  readonly unseen: string;
}

const DAY = 24 * 60 * 60 * 1000;
/** Days: CodeQL's default setup runs each week and with each push. */
const OLDEST = 90;

/** Only CodeQL says for which languages it looked, so a finding of any tool counts against the item, and no finding only of CodeQL for it. */
export function weaknessVerifier({ question, what, numbers, languages, unseen }: Weakness): Verifier {
  return defineVerifier({
    question,
    reads: { codeAnalyses, codeFindings },
    on: ['security_and_analysis'],
    judge({ codeAnalyses, codeFindings }, now) {
      const found = (codeFindings?.entries ?? []).filter((one) =>
        one.weaknesses.some((each) => numbers.includes(each)),
      );
      if (found.length > 0) {
        const places = joined(
          found.map(({ rule, place }) => (place === null ? code(rule) : `${code(rule)} in ${code(place)}`)),
          3,
        );
        return unmet(`code scanning found ${places}`, FIX);
      }
      if (codeFindings?.isWhole === false) return unknown('there are more open alerts than one look takes');
      const looks = (codeAnalyses ?? []).filter(
        ({ tool, isOfDefaultBranch, language, isFailed, at }) =>
          tool === 'CodeQL' &&
          isOfDefaultBranch &&
          !isFailed &&
          languages.some((one) => language?.startsWith(one)) &&
          now.getTime() - Date.parse(at) <= OLDEST * DAY,
      );
      const [newest] = looks
        .map(({ at }) => at)
        .toSorted()
        .slice(-1);
      if (newest === undefined)
        return unknown(
          `CodeQL has not looked for it on the default branch within ${OLDEST} days; other tools do not tell what they looked for`,
        );
      const looked = [...new Set(looks.map(({ language }) => language ?? ''))].toSorted();
      return met(`CodeQL found no ${what} in ${joined(looked)} on ${newest.slice(0, 10)}; ${unseen} it does not see`);
    },
  });
}

const FIX =
  'Mend it as the alert says, under **Security > Code scanning**; dismiss there, with the reason, what is none. The next analysis closes it.';
