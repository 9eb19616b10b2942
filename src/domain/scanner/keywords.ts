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
  const byWord = new Map<string, Rule[]>(words.map((word) => [word, []]));
  for (const rule of rules) for (const word of new Set(rule.keywords)) byWord.get(word)?.push(rule);
  const list = words.map((word): Keyword => {
    const tried = byWord.get(word) ?? [];
    const trials = tried.map((rule) => trialOf(rule, word));
    return {
      word,
      trials,
      reach: Math.max(REACH_BEFORE, ...tried.map(reachOf)),
      marksAllowance: word === ALLOW,
      escapes: TRIGGERS.get(word),
      isManifest: (SECRET_MANIFESTS as readonly string[]).includes(word),
    };
  });
  return { automaton: keywordAutomaton(words), list, longest: Math.max(...words.map(({ length }) => length)) };
}
