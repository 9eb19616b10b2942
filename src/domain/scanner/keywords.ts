/** What the engine does at each keyword that its one pass finds. */
import { ALLOW } from './allow.js';
import { SECRET_MANIFESTS } from './encoded/spot-named.js';
import { TRIGGERS } from './encoded/spot-escapes.js';
import { type AutomatonTable, automatonTable, keywordAutomaton, type KeywordAutomaton } from './keyword-automaton.js';
import { MAX_REACH, REACH_BEFORE, reachOf } from './reach.js';
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

/** What takes longest to make of rules, as plain data: a build can keep it in a file. */
export interface PreparedKeywords {
  readonly table: AutomatonTable;
  /** Of each keyword. */
  readonly reaches: readonly number[];
}

export function prepareKeywords(rules: readonly Rule[]): PreparedKeywords {
  const byWord = rulesByWord(rules);
  return {
    table: automatonTable([...byWord.keys()]),
    reaches: [...byWord.values()].map((tried) => Math.max(REACH_BEFORE, ...tried.map(reachOf))),
  };
}

/** @param prepared from the same rules. */
export function keywordsOf(rules: readonly Rule[], prepared = prepareKeywords(rules)): Keywords {
  const { table, reaches } = prepared;
  const list = [...rulesByWord(rules)].map(([word, tried], index): Keyword => {
    return {
      word,
      trials: tried.map((rule) => trialOf(rule, word)),
      reach: reaches[index] ?? MAX_REACH,
      marksAllowance: word === ALLOW,
      escapes: TRIGGERS.get(word),
      isManifest: (SECRET_MANIFESTS as readonly string[]).includes(word),
    };
  });
  return { automaton: keywordAutomaton(table), list, longest: table.longest };
}

function rulesByWord(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const byWord = new Map<string, Rule[]>([ALLOW, ...SECRET_MANIFESTS, ...TRIGGERS.keys()].map((word) => [word, []]));
  for (const rule of rules) {
    for (const word of new Set(rule.keywords)) {
      const tried = byWord.get(word);
      if (tried === undefined) byWord.set(word, [rule]);
      else tried.push(rule);
    }
  }
  return byWord;
}
