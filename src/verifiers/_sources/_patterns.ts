/** Which of many paths fit patterns that anybody may have written, within a time limit. */
import { createContext, runInContext } from 'node:vm';
import { Hidden } from '../_source.js';

/** For all patterns and paths of one repository. Honest ones take a few. */
const LIMIT_MS = 250;
const LONGEST = 500;

/** In this realm a pattern that backtracks for ever can be stopped. */
const CODE = `(() => {
  const { sources, paths } = JSON.parse(input);
  return JSON.stringify(sources.map((source) => { const pattern = new RegExp(source); return paths.filter((path) => pattern.test(path)); }));
})()`;

/** For each pattern the paths that it finds. @throws Hidden when one is no pattern or takes too long. */
export function pathsMatching(sources: readonly string[], paths: readonly string[]): readonly (readonly string[])[] {
  if (sources.length === 0) return [];
  const tooLong = sources.find((source) => source.length > LONGEST);
  if (tooLong !== undefined) throw new Hidden(`a pattern has more than ${LONGEST} characters`);
  try {
    const context = createContext({ input: JSON.stringify({ sources, paths }) });
    return JSON.parse(String(runInContext(CODE, context, { timeout: LIMIT_MS }))) as string[][];
  } catch (cause) {
    throw new Hidden('a pattern in it cannot be evaluated', { cause });
  }
}

/** A pattern of `.gitattributes` as a regular expression. @see https://git-scm.com/docs/gitattributes */
export function ofGitPattern(pattern: string): string {
  const isAnywhere = !pattern.replace(/\/$/, '').includes('/');
  const body = pattern.replace(/^\//, '').replaceAll(/\*\*\/|\*\*|\*|\?|\[[^\]]*\]|[^*?[\]]+|[[\]]/g, (part) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    if (/^\[.+\]$/.test(part)) return part.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
    return part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  });
  return `${isAnywhere ? '(?:^|/)' : '^'}${body}$`;
}
