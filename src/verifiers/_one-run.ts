/** A reader that asks the same thing once a run, whichever sources want it. */
import type { Reader } from '../infra/github/reader.js';

/** Lives for one run: what changes meanwhile is seen by the next one. */
export function askingOnce(reader: Reader): Reader {
  const asked = new Map<string, Promise<unknown>>();
  function once<T>(question: readonly unknown[], ask: () => Promise<T>): Promise<T> {
    const key = JSON.stringify(question);
    const begun = (asked.get(key) as Promise<T> | undefined) ?? ask();
    asked.set(key, begun);
    return begun;
  }
  return {
    get: (...question) => once(['get', ...question], () => reader.get(...question)),
    list: (...question) => once(['list', ...question], () => reader.list(...question)),
    graphql: (...question) => once(['graphql', ...question], () => reader.graphql(...question)),
  };
}
