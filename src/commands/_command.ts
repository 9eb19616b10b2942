/** What a `/baseline` command declares; what it declares is what is enforced, documented and tested. */
import type { Context } from '../flows/context.js';
import type { Subject } from './_subject.js';

/** Repository roles, least first. `anyone` may comment, and that is enough. */
export const ROLES = ['anyone', 'read', 'triage', 'write', 'maintain', 'admin'] as const;

export type Role = (typeof ROLES)[number];

/** A least role, or the people who approve: named by the policy, else maintainers and administrators. */
export type WhoCanUse = Role | 'approver';

export interface Command<Args = unknown> {
  readonly name: string;
  /** One line for the help, starting with a verb. */
  readonly summary: string;
  /** The form after `/baseline `, such as `na <item> because <reason>`. */
  readonly usage: string;
  readonly whoCanUse: WhoCanUse;
  /**
   * The item that the arguments are about, when whoever is assigned to it may use the command without the role: to attest it, and to
   * take their own word back. `Subject.isAssigneeOnly` tells them apart.
   */
  orAssigned?(args: Args): string;
  /** Argument texts that parse; the first one is shown in the help. */
  readonly examples: readonly string[];
  /** Argument texts that must give a `UserError`. */
  readonly rejects: readonly string[];
  /** @throws UserError saying what was expected, with an example that works. */
  parse(args: string): Args;
  /** Does it. A returned text is the answer; `null` means that the reaction says it all. Never checks permissions. */
  run(args: Args, subject: Subject, context: Context): Promise<string | null>;
}

/** Gives a command its argument type without the entry having to name it. */
export function defineCommand<Args>(command: Command<Args>): Command<Args> {
  return command;
}

/** Accepts a registry entry. @throws Error saying what is missing. */
export function acceptCommand(candidate: unknown, file: string): Command {
  const command = candidate as Command;
  if (typeof command?.run !== 'function' || typeof command.parse !== 'function') throw new Error('no command exported');
  if (command.name !== file) throw new Error(`named ${command.name}, expected ${file} after its file`);
  return command;
}

/** Who may use it, for lists of commands. */
export function whoWords({ whoCanUse, orAssigned }: Pick<Command, 'whoCanUse' | 'orAssigned'>): string {
  if (whoCanUse === 'anyone') return 'everybody';
  if (whoCanUse === 'approver') return 'approvers';
  return `${whoCanUse} role${orAssigned === undefined ? '' : ', or assigned to the item'}`;
}

/** True when somebody with `role` may use what asks for `least`. */
export function reaches(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}
