/** What reading a diff gives: the added lines, and what could not be read. */

/** One line that a change added. */
export interface AddedLine {
  readonly path: string;
  /** One-based, in the file after the change. */
  readonly line: number;
  /** Without its line end; a CR before the LF belongs to the text. */
  readonly text: string;
  /** The commit, where the output names commits (`git log -p`, `git show`). */
  readonly commit?: string;
}

/** A part of the diff that holds no readable lines; a caller has to look at the blob itself. */
export interface Unread {
  readonly path: string;
  readonly reason: 'binary' | 'truncated' | 'malformed';
  readonly commit?: string;
}
