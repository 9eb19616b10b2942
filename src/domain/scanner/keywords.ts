/** What the engine does at each keyword that its one pass finds. */
import { ALLOW } from './allow.js';
import { SECRET_MANIFESTS } from './encoded/spot-named.js';
import { TRIGGERS } from './encoded/spot-escapes.js';
import { keywordAutomaton, type KeywordAutomaton } from './keyword-automaton.js';
import { REACH_BEFORE, reachOf } from './reach.js';
import type { Encoding } from './match.js';
import type { Rule } from './rule.js';
import { type Trial, trialOf } from './trial.js';

export interface Keyword {
  readonly word: string;
  readonly trials: readonly Trial[];
  /** Bytes from its first character on that the trials may look at. */
  readonly reach: number;
  /** True for a name that secrets are given to: its value may be base64. */
  readonly names: boolean;
  readonly marksAllowance: boolean;
  readonly escapes: Encoding | undefined;
  readonly isManifest: boolean;
}

export interface Keywords {
  readonly automaton: KeywordAutomaton;
  readonly list: readonly Keyword[];
  /** The longest word, in characters. */
  readonly longest: number;
}

export function keywordsOf(rules: readonly Rule[]): Keywords {
  const words = [
    ...new Set([ALLOW, ...SECRET_MANIFESTS, ...TRIGGERS.keys(), ...rules.flatMap(({ keywords }) => keywords)]),
  ];
  const list = words.map((word): Keyword => {
    const tried = rules.filter(({ keywords }) => keywords.includes(word));
    return {
      word,
      trials: tried.map((rule) => trialOf(rule, word)),
      reach: Math.max(REACH_BEFORE, ...tried.map(reachOf)),
      names: tried.some(({ rank }) => rank === 'generic'),
      marksAllowance: word === ALLOW,
      escapes: TRIGGERS.get(word),
      isManifest: (SECRET_MANIFESTS as readonly string[]).includes(word),
    };
  });
  return { automaton: keywordAutomaton(words), list, longest: Math.max(...words.map(({ length }) => length)) };
}
