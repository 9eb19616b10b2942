/**
 * An error that speaks to a person: its message is Markdown, says what was expected and what to do next,
 * and ends the job without a retry. Everything else thrown is ours to mend and shows outsiders one fixed sentence.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
}
