/** One comment for one purpose: found again by its marker when a crash left in doubt whether it was written, edited in place. */
import type { RepoRef } from '../core/repo-ref.js';
import { forgetEffect, once } from '../infra/db/effects.js';
import { COMMENT_BYTES, cutBytes } from '../infra/github/cut.js';
import { NotFound } from '../infra/github/errors.js';
import type { Context } from './context.js';

export interface OneComment {
  readonly repository: RepoRef;
  readonly issue: number;
  /** What it is for, such as `reply:4711`: the key of the effect. */
  readonly purpose: string;
  /** Identity only, without spaces: `reply=4711`. */
  readonly marker: string;
  /** Markdown. */
  readonly text: string;
  /** When it is there already: `edit` makes it say `text` now, `keep` leaves it as it is. */
  readonly again: 'edit' | 'keep';
}

const TOO_LONG = '\n\n… and more than a comment may hold.';

export async function oneComment(wanted: OneComment, context: Context): Promise<void> {
  const { repository, issue, purpose, text, again } = wanted;
  const { db, clock, app } = context;
  const { comments } = context.github;
  const marker = `<!-- seaworthy:${wanted.marker} -->`;
  const body = cutBytes(`${marker}\n${text}`, COMMENT_BYTES, TOO_LONG);
  let isNew = false;
  const { id } = await once(db, clock, purpose, {
    look: async () => {
      for await (const comment of comments.list(repository, issue)) {
        if (comment.body.startsWith(marker) && comment.appId === app.id) return { id: comment.id };
      }
      return null;
    },
    act: async () => {
      isNew = true;
      return { id: (await comments.create(repository, issue, body)).id };
    },
  });
  if (isNew || again === 'keep') return;
  try {
    await comments.update(repository, id, body);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    // Somebody deleted it, and now there is something to say again.
    await forgetEffect(db, purpose);
    await oneComment(wanted, context);
  }
}
