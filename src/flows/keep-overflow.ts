/** People's notes that the issue's body cannot hold any more are kept in a comment under it. */
import { createHash } from 'node:crypto';
import type { RepoRef } from '../core/repo-ref.js';
import type { Note } from '../domain/checklist/index.js';
import { once } from '../infra/db/effects.js';
import type { Context } from './context.js';

/** GitHub takes 65,536 characters a comment. */
const LONGEST = 60_000;

/** Once for the same text, before it is taken out of the body. */
export async function keepOverflow(
  repository: RepoRef,
  issue: number,
  overflow: readonly Note[],
  context: Context,
): Promise<void> {
  const text = [...new Set(overflow.map((note) => note.text))].join('\n\n');
  for (let from = 0; from < text.length; from += LONGEST) {
    await keepPiece(repository, issue, text.slice(from, from + LONGEST), context);
  }
}

async function keepPiece(repository: RepoRef, issue: number, text: string, context: Context): Promise<void> {
  const { db, clock, github, app } = context;
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  const marker = `<!-- seaworthy:overflow=${digest} -->`;
  await once(db, clock, `overflow:${repository.id}:${issue}:${digest}`, {
    look: async () => {
      for await (const comment of github.comments.list(repository, issue)) {
        if (comment.body.startsWith(marker) && comment.appId === app.id) return { id: comment.id };
      }
      return null;
    },
    act: async () => ({ id: (await github.comments.create(repository, issue, bodyOf(marker, text))).id }),
  });
}

/** As code, so that it is kept to the letter and nobody is notified again. */
function bodyOf(marker: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${marker}\nThe list is as long as an issue may be, so these notes from it are kept here:\n\n${fence}\n${text}\n${fence}`;
}
