/** The addresses that both files name: those to look at, and those that are not for strangers. */
import type { Exposure } from './effective.js';
import type { PolicyInput } from './resolve.js';
import type { Settings } from './settle.js';

/** Addresses add up: to be looked at is stricter. */
export function targetsOf(input: PolicyInput, settings: Settings): readonly string[] {
  const said = filesOf(input).flatMap(([file, origin]) => (file?.targets ?? []).map((url) => [url, origin] as const));
  for (const [url, origin] of said) settings.noteOnce(['targets', url], origin);
  return [...new Set(said.map(([url]) => url))];
}

/** Of one address said twice the stricter expectation holds. */
export function exposureOf(input: PolicyInput, settings: Settings): readonly Exposure[] {
  const held = new Map<string, Exposure>();
  for (const [file, origin] of filesOf(input)) {
    for (const entry of file?.exposure ?? []) {
      const known = held.get(entry.url);
      if (known !== undefined && (known.expect === entry.expect || entry.expect === 'authentication')) continue;
      held.set(entry.url, entry);
      settings.note(['exposure', entry.url], origin);
    }
  }
  return [...held.values()];
}

/** Both files, the organisation's first. */
export const filesOf = ({ organisation, repository }: PolicyInput) =>
  [
    [organisation, 'organisation'],
    [repository, 'repository'],
  ] as const;
