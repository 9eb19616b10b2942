/** Regular expressions tried exactly at a keyword. */
import type { Finder, Span } from './rule.js';

interface Try {
  readonly quick: RegExp;
  readonly exact: RegExp;
}

/**
 * Tries each expression at the keyword. Groups are located by a second run, only once the first has matched: `d` is slow.
 * The sticky ones are made at the first hit: most keywords never have one.
 */
export function expressionFinder(find: RegExp | readonly RegExp[]): Finder {
  let tries: readonly Try[] | undefined;
  return (text, at) => {
    tries ??= [find].flat().map(sticky);
    for (const { quick, exact } of tries) {
      quick.lastIndex = at;
      if (!quick.test(text)) continue;
      exact.lastIndex = at;
      const found = exact.exec(text);
      if (found !== null) return spanOf(found);
    }
    return null;
  };
}

function sticky({ source, flags }: RegExp): Try {
  return { quick: new RegExp(source, `${flags}y`), exact: new RegExp(source, `${flags}dy`) };
}

function spanOf(found: RegExpExecArray): Span {
  const [start, end] = found.indices?.groups?.secret ?? found.indices?.[0] ?? [found.index, found.index];
  const head = found.indices?.groups?.head;
  return { start: head === undefined ? start : Math.min(head[0], start), end };
}
