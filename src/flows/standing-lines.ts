/** Finds the lines at the head where findings of earlier commits still stand: an annotation belongs there, and nowhere else. */
import type { RepoRef } from '../core/repo-ref.js';
import { type Head, saveStanding } from '../infra/db/heads.js';
import type { Sighting } from '../infra/db/service-tables.js';
import { NotFound, TooLarge } from '../infra/github/errors.js';
import type { Context } from './context.js';
import { look } from './look.js';

/** A request each, once for a head; as many files as anybody reads annotations in. */
const FILES = 20;

/**
 * The lines of `sightings` in the files of the head, the first ones first. What moved to another path, or into a file of over
 * a megabyte, is not found: then its commit names it.
 */
export async function standingLines(
  repository: RepoRef,
  head: Head,
  sightings: readonly Sighting[],
  context: Context,
): Promise<readonly Sighting[]> {
  if (head.standing !== null) return head.standing;
  const paths = [...new Set(sightings.filter(({ commit }) => commit !== head.sha).map(({ path }) => path))];
  const standing: Sighting[] = [];
  for (const path of paths.slice(0, FILES)) {
    const text = await textOf(repository, path, head.sha, context);
    if (text === null) continue;
    const wanted = new Set(sightings.filter((sighting) => sighting.path === path).map((one) => one.fingerprint));
    const { findings } = look(
      path,
      { kind: 'bytes', bytes: Buffer.from(text) },
      { ...context, previousFingerprintKey: null },
    );
    for (const { fingerprint, line } of findings) {
      if (wanted.delete(fingerprint)) standing.push({ fingerprint, path, line, commit: head.sha });
    }
  }
  await saveStanding(context.db, repository.id, head, standing);
  return standing;
}

async function textOf(repository: RepoRef, path: string, ref: string, { github }: Context): Promise<string | null> {
  try {
    return (await github.repositories.file(repository, path, ref))?.text ?? null;
  } catch (error) {
    if (error instanceof TooLarge || error instanceof NotFound) return null;
    throw error;
  }
}
