/** Regular expressions tried exactly at a keyword. */
import type { Finder, Span } from './rule.js';

/** Tries each expression at the keyword. Groups are located by a second run, only once the first has matched: `d` is slow. */
export function expressionFinder(find: RegExp | readonly RegExp[]): Finder {
  const tries = (find instanceof RegExp ? [find] : find).map(({ source, flags }) => ({
    quick: new RegExp(source, `${flags}y`),
    exact: new RegExp(source, `${flags}dy`),
  }));
  return (text, at) => {
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

function spanOf(found: RegExpExecArray): Span {
  const [start, end] = found.indices?.groups?.secret ?? found.indices?.[0] ?? [found.index, found.index];
  const head = found.indices?.groups?.head;
  return { start: head === undefined ? start : Math.min(head[0], start), end };
}
