/**
 * `npm run fit`: fits the weights of the model for values given to secret-like names, and writes `_generic-model.ts`.
 * The same sources in `node_modules` give the same weights. Nothing learnt from is a secret: values are made here, and
 * what stands in `node_modules` is taken for none.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { FEATURES, type Situation } from '../src/domain/scanner/rules/_features.js';
import { situationOf } from '../src/domain/scanner/rules/_likely-secret.js';
import { KEYWORDS, secretNameAt } from '../src/domain/scanner/rules/_secret-names.js';
import { BIGRAMS } from '../src/domain/scanner/rules/_generic-model.js';
import { letterOf } from '../src/domain/scanner/rules/_words.js';
import { inContext, type Kind, KINDS, type Occasion } from './fit/contexts.js';
import { type Source, sourcesIn } from './fit/sources.js';
import { called, Dice, key, other, password } from './fit/values.js';

const MODEL = path.resolve('src/domain/scanner/rules/_generic-model.ts');
const FILES = 20_000;
const MADE = 12_000;
/** Real code counts this often: what is made up in its place is less like it. */
const REAL_WEIGHT = 3;
/** How often any text of code stands at such a name, for each secret: rarer at a password's. */
const TEXTS = 0.5;
const ROUNDS = 400;
const RATE = 0.5;
/** Keeps weights of features that hardly ever occur small. */
const DECAY = 1e-4;

interface Example {
  readonly inputs: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
}

/** Pairs of letters, as digits: -log2 of the share of the second letter behind the first, 9 for the rarest. */
function bigrams(sources: readonly Source[]): string[] {
  const counts = Array.from({ length: 26 }, () => new Array<number>(26).fill(1));
  for (const { text } of sources) {
    for (const [word] of text.matchAll(/[A-Z]?[a-z]{2,20}|[A-Z]{4,20}/g)) {
      for (let at = 1; at < word.length; at += 1) {
        const row = counts[letterOf(word.charCodeAt(at - 1))];
        const letter = letterOf(word.charCodeAt(at));
        if (row !== undefined) row[letter] = (row[letter] ?? 0) + 1;
      }
    }
  }
  return counts.map((row) => {
    const all = row.reduce((sum, count) => sum + count, 0);
    return row.map((count) => Math.min(9, Math.max(0, Math.round(-Math.log2(count / all))))).join('');
  });
}

/** Every value of the text that is given to a secret-like name of that kind and not ruled out at once. */
function situationsIn(kind: Kind, { path: name, text }: Source): Situation[] {
  const found = new Map<number, Situation>();
  const lower = text.toLowerCase();
  for (const keyword of KEYWORDS[kind]) {
    for (let at = lower.indexOf(keyword); at !== -1; at = lower.indexOf(keyword, at + 1)) {
      const assignment = secretNameAt(text, at, keyword);
      const situation = assignment === null ? null : situationOf(kind, assignment, text, name);
      if (assignment !== null && situation !== null) found.set(assignment.start, situation);
    }
  }
  return [...found.values()];
}

function example(situation: Situation, label: 0 | 1, weight = 1): Example {
  return { inputs: [1, ...Object.values(FEATURES).map((feature) => feature(situation))], label, weight };
}

function examplesOf(
  kind: Kind,
  sources: readonly Source[],
  words: readonly string[],
  texts: readonly string[],
): Example[] {
  const dice = new Dice(kind.length);
  const made = (
    label: 0 | 1,
    count: number,
    value: () => string,
    names: Parameters<typeof inContext>[0] = kind,
    occasion: (value: string) => Occasion = () => ({}),
  ): Example[] =>
    Array.from({ length: count }, (_, turn) => {
      const given = value();
      const { path: name, text } = inContext(names, turn, given, occasion(given));
      return situationsIn(kind, { path: name, text }).map((situation) => example(situation, label));
    }).flat();
  const real = new Map<string, Situation>();
  for (const source of sources) {
    for (const situation of situationsIn(kind, source)) real.set(`${situation.name} ${situation.value}`, situation);
  }
  const make = kind === 'password' ? password : key;
  /** More often than not a password stands beside its user, and other things seldom do. */
  const account = (value: string): Occasion =>
    dice.roll(10) < 6 ? { user: dice.roll(6) === 0 ? value : dice.pick(words) } : {};
  const form = (): Occasion => (dice.roll(8) === 0 ? { user: dice.pick(words), other: true } : { other: true });
  const seldom = (): Occasion => (dice.roll(8) === 0 ? { user: dice.pick(words) } : {});
  const examples = [
    ...made(1, MADE, () => make(words, dice), kind, account),
    ...made(0, TEXTS * MADE, () => dice.pick(texts), kind, seldom),
    ...made(0, MADE, () => other(words, dice), kind, form),
    ...made(0, MADE / 2, () => called(words, dice), kind, seldom),
    ...made(0, MADE / 4, () => key(words, dice), 'harmless'),
    ...[...real.values()].map((situation) => example(situation, 0, REAL_WEIGHT)),
  ];
  process.stdout.write(`${kind}: ${examples.length} examples, ${real.size} of them from real code\n`);
  return examples;
}

/** Logistic regression by gradient descent over all examples at once, with momentum. */
function weightsOf(examples: readonly Example[]): number[] {
  const size = examples[0]?.inputs.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  const speed = new Array<number>(size).fill(0);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = weights.map((weight) => DECAY * weight);
    for (const { inputs, label, weight } of examples) {
      const error = ((sigmoid(inputs, weights) - label) * weight) / total;
      for (let at = 0; at < size; at += 1) gradient[at] = (gradient[at] ?? 0) + error * (inputs[at] ?? 0);
    }
    for (let at = 0; at < size; at += 1) {
      speed[at] = 0.9 * (speed[at] ?? 0) - RATE * (gradient[at] ?? 0);
      weights[at] = (weights[at] ?? 0) + (speed[at] ?? 0);
    }
  }
  return weights;
}

function sigmoid(inputs: readonly number[], weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < inputs.length; at += 1) sum += (inputs[at] ?? 0) * (weights[at] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

function report(examples: readonly Example[], weights: readonly number[]): void {
  for (const threshold of [0.3, 0.5, 0.7, 0.85, 0.95]) {
    const found = examples.filter(({ inputs }) => sigmoid(inputs, weights) >= threshold);
    const right = found.filter(({ label }) => label === 1).length;
    const all = examples.filter(({ label }) => label === 1).length;
    const shares = [right / all, right / found.length].map((share) => share.toFixed(3));
    process.stdout.write(`  from ${threshold}: recall ${shares[0]}, precision ${shares[1]}\n`);
  }
}

function written(pairs: readonly string[], weights: Readonly<Record<Kind, readonly number[]>>): string {
  const list = (kind: Kind): string =>
    ['bias', ...Object.keys(FEATURES)].map((name, at) => `    ${weights[kind][at]?.toFixed(3)}, // ${name}`).join('\n');
  return `/** Written by \`npm run fit\` (\`scripts/fit-generic.ts\`): what the model of \`_likely-secret.ts\` has learnt. */
// biome-ignore-all lint/suspicious/noApproximativeNumericConstant: weights, whatever they are close to

/** How seldom a letter follows another in words, 0 to 9: a row for each first letter, a digit for each second. */
export const BIGRAMS: readonly string[] = [
${pairs.map((row) => `  '${row}',`).join('\n')}
];

/** One weight for each of \`FEATURES\`, in their order, behind the bias. */
export const WEIGHTS: Readonly<Record<'password' | 'key', readonly number[]>> = {
${KINDS.map((kind) => `  ${kind}: [\n${list(kind)}\n  ],`).join('\n')}
};
`;
}

const sources = sourcesIn(path.resolve('node_modules'), FILES);
const pairs = bigrams(sources);
// The features read the table: it takes the place of the one that was loaded.
(BIGRAMS as string[]).splice(0, BIGRAMS.length, ...pairs);

const all = sources.map(({ text }) => text);
const words = [...new Set(all.flatMap((text) => text.match(/\b[a-z]{4,9}\b/g)?.slice(0, 200) ?? []))];
const texts = [...new Set(all.flatMap((text) => text.match(/(?<=["'])[^\s"'`]{4,60}(?=["'])/g)?.slice(0, 60) ?? []))];

const weights = Object.fromEntries(
  KINDS.map((kind) => {
    const examples = examplesOf(kind, sources, words, texts);
    const fitted = weightsOf(examples);
    report(examples, fitted);
    return [kind, fitted];
  }),
) as Record<Kind, number[]>;
writeFileSync(MODEL, written(pairs, weights));
execFileSync('npx', ['biome', 'format', '--write', MODEL]);
