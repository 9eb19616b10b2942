/** What is known of a repository that profiles can ask for, and whether a condition holds for it. */
import type { When } from './schema.js';

export interface RepositoryFacts {
  /** Without its owner. */
  readonly name: string;
  readonly topics: readonly string[];
  readonly language: string | null;
  readonly visibility: 'public' | 'private' | 'internal';
  /** Custom properties; one with several values as a list. */
  readonly properties: Readonly<Record<string, string | readonly string[] | null>>;
}

/** True when every condition of `when` holds; upper and lower case are the same everywhere but in values of properties. */
export function matches(when: When | undefined, facts: RepositoryFacts): boolean {
  if (when === undefined) return true;
  const topics = facts.topics.map(fold);
  const { name } = facts;
  return (
    any(when.topic, (topic) => topics.includes(fold(topic))) &&
    any(when.language, (language) => facts.language !== null && fold(facts.language) === fold(language)) &&
    any(when.name, (pattern) => globMatches(fold(pattern), fold(name))) &&
    (when.visibility === undefined || when.visibility === facts.visibility) &&
    Object.entries(when.property ?? {}).every(([key, value]) => valuesOf(facts, key).includes(value))
  );
}

/** `*` is any text, also none, `?` is one character; everything else is itself. Takes pattern times text steps at most. */
export function globMatches(pattern: string, text: string): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let resume = 0;
  while (from < text.length) {
    if (pattern[at] === '*') {
      star = at;
      resume = from;
      at += 1;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[from])) {
      at += 1;
      from += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      from = resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

function any(wanted: string | readonly string[] | undefined, holds: (one: string) => boolean): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === 'string' ? holds(wanted) : wanted.some(holds);
}

function valuesOf({ properties }: RepositoryFacts, key: string): readonly string[] {
  const value = Object.hasOwn(properties, key) ? properties[key] : null;
  if (value === null || value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

const fold = (text: string): string => text.toLowerCase();
