/** What the commands that name a person share: reading `@octocat`, and making sure that there is such a person here. */
import { UserError } from '../core/user-error.js';
import { mention } from '../domain/checklist/index.js';
import type { Context } from '../flows/context.js';
import type { Subject } from './_subject.js';

/** A GitHub login: letters, digits and single hyphens, and the `_company` at the end of managed accounts; 39 characters at most. */
const LOGIN = /^@(?<login>(?=.{1,39}$)[a-z\d]+(?:-[a-z\d]+)*-?(?:_[a-z\d]+)?)$/i;

/** The login without `@`. @throws UserError with `example` when `word` names nobody. */
export function parseLogin(word: string | undefined, example: string): string {
  const login = LOGIN.exec(word ?? '')?.groups?.login;
  if (login === undefined) throw new UserError(`Name a person with an @, as in \`${example}\`.`);
  return login;
}

/** @throws UserError when nobody of this name can see the repository. */
export async function mustSee(login: string, { repository }: Subject, { github }: Context): Promise<void> {
  const { level } = await github.repositories.permission(repository, login);
  if (level === 'none') {
    throw new UserError(
      `${mention(login)} cannot see this repository, or is nobody on GitHub. Give them access first, or name somebody who has it.`,
    );
  }
}
