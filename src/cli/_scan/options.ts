/** What `seaworthy scan` was asked for. Checked by hand: a library for it takes longer to load than a small scan. */
import { UserError } from '../../core/user-error.js';
import { CONFIDENCES, type Confidence } from '../../domain/scanner/rule.js';
import type { Arguments } from '../_contract.js';

const FORMATS = ['pretty', 'json', 'sarif'] as const;

export interface Options {
  readonly paths: readonly string[];
  readonly staged: boolean;
  /** A range, or true for all there is. */
  readonly history: boolean | string;
  readonly stdin: boolean;
  readonly path: string | undefined;
  readonly jsonl: boolean;
  readonly format: (typeof FORMATS)[number];
  readonly confidence: Confidence;
  readonly verbose: boolean;
}

/** @throws UserError naming each option and what it expects. */
export function scanOptions({ paths, history, path, format, confidence, ...flags }: Arguments): Options {
  const problems: string[] = [];
  const one = <T extends string>(flag: string, given: Arguments[string], choices: readonly T[], words: string): T => {
    const [first = ''] = choices;
    const found = choices.find((choice) => choice === given);
    if (found === undefined) problems.push(`${flag} expects ${words}`);
    return found ?? (first as T);
  };
  const options: Options = {
    paths: Array.isArray(paths) ? paths : [],
    staged: flags.staged === true,
    history: typeof history === 'string' ? history : history === true,
    stdin: flags.stdin === true,
    path: typeof path === 'string' ? path : undefined,
    jsonl: flags.jsonl === true,
    format: one('--format', format, FORMATS, 'pretty, json or sarif'),
    confidence: one('--confidence', confidence, CONFIDENCES, 'low, medium or high'),
    verbose: flags.verbose === true,
  };
  if (options.paths.includes('')) problems.push('--paths expects paths');
  if (problems.length > 0) throw new UserError(`${problems.join('; ')}. See --help.`);
  return options;
}
