/** Which rules cost what: the time of each rule's trials at each of its keywords. */
import { newHits } from '../../src/domain/scanner/keyword-automaton.js';
import { keywordsOf } from '../../src/domain/scanner/keywords.js';
import { trialOf } from '../../src/domain/scanner/trial.js';
import type { Rule } from '../../src/domain/scanner/rule.js';
import { viewOfBytes } from '../../src/domain/scanner/view.js';
import { continuesWord } from '../../src/domain/scanner/word-start.js';
import type { File } from './corpus.js';

export interface Cost {
  readonly rule: string;
  readonly keyword: string;
  trials: number;
  ms: number;
  found: number;
}

/** The costs, dearest first; each trial is timed on its own, which adds some 60 ns to it. */
export function profile(rules: readonly Rule[], files: readonly File[]): Cost[] {
  const { automaton, list } = keywordsOf(rules);
  const hits = newHits();
  const costs = list.map(({ word, reach }) => ({
    reach,
    word,
    tried: rules
      .filter(({ keywords }) => keywords.includes(word))
      .map((rule) => ({
        trial: trialOf(rule, word),
        cost: { rule: rule.id, keyword: word, trials: 0, ms: 0, found: 0 },
      })),
  }));
  for (const { bytes, path } of files) {
    const view = viewOfBytes(bytes);
    hits.count = 0;
    automaton.find(bytes, 0, bytes.length, hits);
    for (let index = 0; index < hits.count; index += 1) {
      for (const id of automaton.outputs[hits.outputs[index] ?? 0] ?? []) {
        const keyword = costs[id];
        if (keyword === undefined || keyword.tried.length === 0) continue;
        const at = (hits.ends[index] ?? 0) + 1 - keyword.word.length;
        const continues = continuesWord(bytes, at);
        for (const { trial, cost } of keyword.tried) {
          if ((continues && !trial.anywhere) || !trial.opensAt(bytes, at)) continue;
          const window = view.around(at, keyword.reach);
          const unit = window.unitAt(at - window.start);
          const began = performance.now();
          const match = trial.run(window.text, unit, path);
          cost.ms += performance.now() - began;
          cost.trials += 1;
          if (match !== null) cost.found += 1;
        }
      }
    }
  }
  return costs.flatMap(({ tried }) => tried.map(({ cost }) => cost)).toSorted((a, b) => b.ms - a.ms);
}
