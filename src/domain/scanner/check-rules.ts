/** What is wrong with a set of rules: all of it at once, so that a broken rule stops the start and not the scan. */
import { MAX_REACH, reachOf } from './reach.js';
import type { Rule } from './rule.js';

const ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const KEYWORD = /^[!-@[-~]{3,64}$/;

/**
 * One sentence per problem; empty when the rules can be used.
 * @param samples false where somebody else has looked at the rules' samples and run their expressions: that takes longer than
 * all the rest.
 */
export function problemsOf(rules: readonly Rule[], samples = true): string[] {
  // A build that left the rules behind would find nothing and call everything clean.
  if (rules.length === 0) return ['there are no rules'];
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const rule of rules) {
    const found = seen.has(rule.id) ? ['the id is used twice'] : [];
    seen.add(rule.id);
    found.push(...factsOf(rule), ...keywordsOf(rule), ...expressionsOf(rule));
    if (samples) found.push(...samplesOf(rule), ...emptyMatchesOf(rule));
    if (reachOf(rule) > MAX_REACH) found.push(`it looks at more than ${MAX_REACH} characters`);
    problems.push(...found.map((problem) => `${rule.id}: ${problem}`));
  }
  return problems;
}

function factsOf(rule: Rule): string[] {
  const problems: string[] = [];
  if (!ID.test(rule.id)) problems.push('the id is not kebab-case');
  if (!Number.isInteger(rule.version) || rule.version < 1) problems.push('the version is not a positive integer');
  if (!URL.canParse(rule.reference) || !rule.reference.startsWith('https://')) {
    problems.push('the reference is not an https address');
  }
  if (!ID.test(rule.runbook)) problems.push('the runbook id is not kebab-case');
  return problems;
}

function keywordsOf(rule: Rule): string[] {
  if (rule.keywords.length === 0) return rule.file === undefined ? ['it has no keyword'] : [];
  return rule.keywords
    .filter((keyword) => !KEYWORD.test(keyword))
    .map((keyword) => `keyword "${keyword}" is not 3 to 64 lower-case printable ASCII characters`);
}

function samplesOf(rule: Rule): string[] {
  const problems: string[] = [];
  const matches = rule.matches();
  const samples = matches.map(({ text }) => text.toLowerCase());
  if (samples.length === 0) problems.push('it has no sample that it matches');
  if (rule.ignores().length === 0) problems.push('it has no sample that it ignores');
  for (const keyword of rule.keywords) {
    if (!samples.some((text) => text.includes(keyword))) problems.push(`no matching sample contains "${keyword}"`);
  }
  samples.forEach((text, index) => {
    if (matches[index]?.isBytes !== true && !rule.keywords.some((keyword) => text.includes(keyword))) {
      problems.push(`matching sample ${index + 1} contains no keyword`);
    }
  });
  return problems;
}

function expressionsOf(rule: Rule): string[] {
  const { paths, magic } = rule.file ?? {};
  const ofFile = [paths, magic].filter((expression) => expression !== undefined && !/^i?$/.test(expression.flags));
  if (ofFile.length > 0) return ['an expression of its file signature has flags other than i'];
  if (typeof rule.find === 'function') return [];
  const expressions = rule.find instanceof RegExp ? [rule.find] : rule.find;
  if (expressions.length === 0) return ['it has no expression'];
  return expressions.flatMap((expression) => {
    const problems: string[] = [];
    if (!/^i?$/.test(expression.flags)) problems.push(`/${expression.source}/ has flags other than i`);
    if (repeatsWithoutBound(expression.source)) problems.push(`/${expression.source}/ repeats without a bound`);
    return problems;
  });
}

/** Running an expression compiles it, and most of them never run again in a short scan. */
function emptyMatchesOf({ find }: Rule): string[] {
  if (typeof find === 'function') return [];
  return [find]
    .flat()
    .filter((expression) => expression.test(''))
    .map(({ source }) => `/${source}/ matches the empty text`);
}

/** True for `*`, `+` or `{n,}` outside a character class: the time at one keyword would not be bounded. */
export function repeatsWithoutBound(source: string): boolean {
  let inClass = false;
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at];
    if (char === '\\') at += 1;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '*' || char === '+') return true;
    else if (char === '{' && /^\{\d+,\}/.test(source.slice(at, at + 12))) return true;
  }
  return false;
}
