/** "Who runs this?": a package, perhaps an ecosystem, perhaps a range of versions; and whether a version is in it. */
import semver from 'semver';
import { UserError } from '../../core/user-error.js';

export interface Question {
  /** Null: any. */
  readonly ecosystem: string | null;
  readonly name: string;
  /** As written; null: any version. */
  readonly range: string | null;
}

/** `maybe`: only a range is on record that overlaps, or the version is written in a way we cannot compare. */
export type Match = 'yes' | 'maybe' | 'no';

const FORM = /^(?:(?<ecosystem>[a-z][a-z0-9.+-]*):)?(?<name>@?[^@\s:]+(?::[^@\s:]+)?)(?:@(?<range>[^@]+))?$/i;
const LONGEST = 300;

/**
 * `lodash`, `npm:lodash@<4.17.21`, `@babel/core@^7`, `org.apache.logging.log4j/log4j-core@>=2.0 <2.17.1`.
 * Maven's `group:artifact` is understood after `maven:`.
 * @throws UserError showing a form that works.
 */
export function parseQuestion(text: string): Question {
  const form = text.length > LONGEST ? undefined : FORM.exec(text.trim())?.groups;
  if (form?.name === undefined)
    throw new UserError(
      'Name a package, and a range of versions where it matters: `log4j-core@<2.17.1` or `npm:lodash`.',
    );
  const range = form.range?.trim() ?? null;
  if (range !== null && rangeOf(range) === null)
    throw new UserError(
      `\`${range}\` is no range of versions. Write it as in \`lodash@<4.17.21\`, \`lodash@^4\` or \`lodash@4.17.20\`.`,
    );
  return { ecosystem: form.ecosystem?.toLowerCase() ?? null, name: form.name.replace(':', '/'), range };
}

/**
 * Versions are compared as semver does, with missing parts as zero and beta versions in their place: most ecosystems come close
 * enough. What cannot be read so is `maybe`: a question about an incident must not lose an answer.
 */
export function matches(version: string, range: string | null): Match {
  if (range === null) return 'yes';
  const wanted = rangeOf(range);
  if (wanted === null || version === '') return 'maybe';
  const exact = exactOf(version);
  if (exact !== null) return semver.satisfies(exact, wanted, { includePrerelease: true }) ? 'yes' : 'no';
  const declared = rangeOf(version);
  if (declared === null) return 'maybe';
  return semver.intersects(declared, wanted, { includePrerelease: true }) ? 'maybe' : 'no';
}

function exactOf(version: string): string | null {
  const plain = version.trim().replace(/^[v=]\s*/i, '');
  return (
    semver.valid(plain, { loose: true }) ??
    (/^\d+(?:\.\d+)*$/.test(plain) ? (semver.coerce(plain)?.version ?? null) : null)
  );
}

/** Also in the notations of Ruby and Python (`>= 1, < 2`, `~> 4.1`, `==4.1`). */
function rangeOf(range: string): semver.Range | null {
  try {
    return new semver.Range(range.replaceAll(',', ' ').replace(/===?/g, '=').replace(/~=/g, '~'), {
      loose: true,
      includePrerelease: true,
    });
  } catch {
    return null;
  }
}
