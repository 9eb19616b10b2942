/** Answers a comment: a reaction at once, every new command run with its declared permission, one reply edited in place. */
import { UserError } from '../core/user-error.js';
import { mention } from '../domain/checklist/index.js';
import type { CommentEvent, Context } from '../flows/context.js';
import { mayApprove, whoMayApprove } from '../flows/approvers.js';
import { oneComment } from '../flows/one-comment.js';
import { isAssigned } from '../infra/db/assignments.js';
import { once } from '../infra/db/effects.js';
import { NotFound } from '../infra/github/errors.js';
import type { Reaction } from '../infra/github/gateway.js';
import { type Command, type Role, ROLES, reaches } from './_command.js';
import { newCommands, type Said } from './_parse.js';
import type { Subject } from './_subject.js';
import { nearest, quoteWord } from './_suggest.js';

export type Answer = Context['answer'];
export type Press = Context['press'];

/** Who says a command, and where. */
export type Speaker = Pick<CommentEvent, 'repository' | 'isPrivate' | 'issue' | 'by' | 'saidAt'>;

/** One command's result: `text` for people, or the reaction alone. */
export interface Result {
  readonly ok: boolean;
  readonly text: string | null;
}

/** Runs the commands of comments from this registry. */
export function createAnswer(commands: ReadonlyMap<string, Command>): Answer {
  return async (event, context) => {
    const said = newCommands(event.before, event.after);
    if (said.length === 0) return;
    // Who deletes a comment takes back what it says.
    if (!(await react(event, 'eyes', context))) return;
    const roleOf = lazily(() => roleIn(event, context));
    const results: Result[] = [];
    for (const [index, one] of said.entries()) {
      const key = `command:${context.job.delivery}:${event.comment}:${index}`;
      const act = () => runOne(one, event, commands, roleOf, context);
      results.push(await once(context.db, context.clock, key, { look: async () => null, act }));
    }
    await conclude(event, results, context);
  };
}

/** Runs the command behind a button on a check, as if it had been said in the baseline issue by who pressed it. */
export function createPress(commands: ReadonlyMap<string, Command>): Press {
  return async ({ said, from, ...speaker }, context) => {
    const { repository, issue } = speaker;
    const press = `press:${context.job.delivery}`;
    const roleOf = lazily(() => roleIn(speaker, context));
    const act = () => runOne(said, speaker, commands, roleOf, context);
    const { text } = await once(context.db, context.clock, press, { look: async () => null, act });
    if (text === null) return;
    const words = `By a button on ${from}, ${mention(speaker.by)}:\n\n${text}`;
    await oneComment(
      {
        repository,
        issue,
        purpose: `reply-${press}`,
        marker: `reply-press=${context.job.delivery}`,
        text: words,
        again: 'keep',
      },
      context,
    );
  };
}

/** Runs a command that a page gives, as if who gives it had said it in the baseline issue. */
export function createAct(commands: ReadonlyMap<string, Command>) {
  return (said: Said, speaker: Omit<Speaker, 'isPrivate'>, context: Context): Promise<Result> => {
    // Whatever the repository is, the answer is seen by them alone.
    const alone = { ...speaker, isPrivate: true };
    return runOne(
      said,
      alone,
      commands,
      lazily(() => roleIn(alone, context)),
      context,
    );
  };
}

async function runOne(
  said: Said,
  event: Speaker,
  commands: ReadonlyMap<string, Command>,
  roleOf: () => Promise<Role>,
  context: Context,
): Promise<Result> {
  const command = commands.get(said.name);
  if (!command) return { ok: false, text: unknownCommand(said.name, commands) };
  const leave = await leaveFor(command, said.args, event, roleOf, context);
  if (leave === null) {
    return { ok: false, text: event.isPrivate ? await notAllowed(command, event, context) : null };
  }
  const { repository, isPrivate, issue, by } = event;
  const [at, saidAt] = [context.clock.now(), new Date(event.saidAt)];
  const isAssigneeOnly = leave === 'assignment';
  const subject: Subject = { repository, isPrivate, issue, by, isAssigneeOnly, at, saidAt, commands };
  try {
    return { ok: true, text: await command.run(command.parse(said.args), subject, context) };
  } catch (error) {
    if (error instanceof UserError) return { ok: false, text: error.message };
    throw error;
  }
}

async function conclude(event: CommentEvent, results: readonly Result[], context: Context): Promise<void> {
  const texts = results.map(({ text }) => text).filter((text) => text !== null);
  if (texts.length > 0) await reply(event, texts.join('\n\n---\n\n'), context);
  if (results.some(({ ok }) => !ok)) await react(event, 'confused', context);
  else if (texts.length === 0) await react(event, '+1', context);
}

/** False when the comment is not there any more. */
async function react(event: CommentEvent, reaction: Reaction, { github }: Context): Promise<boolean> {
  try {
    await github.comments.react(event.repository, event.comment, reaction);
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

/** One reply per comment; it changes when the comment was edited to say more. */
function reply({ repository, issue, comment, before }: CommentEvent, text: string, context: Context): Promise<void> {
  const again = before === null ? 'keep' : 'edit';
  const [purpose, marker] = [`reply:${comment}`, `reply=${comment}`];
  return oneComment({ repository, issue, purpose, marker, text, again }, context);
}

async function roleIn(event: Speaker, context: Context): Promise<Role> {
  const { role, level } = await context.github.repositories.permission(event.repository, event.by);
  const known = ROLES.find((one) => one === role) ?? ROLES.find((one) => one === level);
  return known ?? 'anyone';
}

function unknownCommand(name: string, commands: ReadonlyMap<string, Command>): string {
  const near = nearest(name, commands.keys());
  const hint = near === null ? '' : ` Did you mean \`/baseline ${near}\`?`;
  return `There is no command ${quoteWord(name)}.${hint} \`/baseline help\` lists them all.`;
}

/** By what somebody may use a command; null where they may not. It is what the command declares. */
async function leaveFor(
  command: Command,
  args: string,
  { repository, by }: Speaker,
  roleOf: () => Promise<Role>,
  context: Context,
): Promise<'role' | 'assignment' | null> {
  const { whoCanUse } = command;
  if (whoCanUse === 'anyone') return 'role';
  if (whoCanUse === 'approver') return (await mayApprove(by, repository, context)) ? 'role' : null;
  if (reaches(await roleOf(), whoCanUse)) return 'role';
  const item = itemOf(command, args);
  return item !== null && (await isAssigned(context.db, repository.id, item, by)) ? 'assignment' : null;
}

/** Null when the command is not for assigned people, or does not say what it is about. */
function itemOf(command: Command, args: string): string | null {
  try {
    return command.orAssigned?.(command.parse(args)) ?? null;
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

async function notAllowed(command: Command, { repository }: Speaker, context: Context): Promise<string> {
  const said = `\`/baseline ${command.name}\``;
  if (command.whoCanUse === 'approver')
    return `${said} is not for everybody. ${await whoMayApprove(repository, context)} can say it.`;
  const assigned = command.orAssigned === undefined ? '' : ', or who are assigned to the item';
  return `${said} is for people with the ${command.whoCanUse} role on this repository${assigned}. Somebody who may can say it for you, or an administrator can give you the role.`;
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
