/** What a `/baseline` command declares; what it declares is what is enforced, documented and tested. */
import type { Permission } from '../infra/github/gateway.js';
import type { CommandContext } from './_context.js';

/** The least role a person needs on the repository, or `anyone` who can comment. */
export type WhoCanUse = 'anyone' | Exclude<Permission, 'none'>;

export interface Command<Args = unknown> {
  readonly name: string;
  /** One line for the help, starting with a verb. */
  readonly summary: string;
  /** The form after `/baseline `, such as `na <item> because <reason>`. */
  readonly usage: string;
  readonly whoCanUse: WhoCanUse;
  /** Argument texts that parse; the first one is shown in the help. */
  readonly examples: readonly string[];
  /** Argument texts that must give a `UserError`. */
  readonly rejects: readonly string[];
  /** @throws UserError saying what was expected, with an example that works. */
  parse(args: string): Args;
  /** Does it. A returned text is the answer; `null` means that the reaction says it all. Never checks permissions. */
  run(args: Args, context: CommandContext): Promise<string | null>;
}

/** Gives a command its argument type without the entry having to name it. */
export function defineCommand<Args>(command: Command<Args>): Command<Args> {
  return command;
}
