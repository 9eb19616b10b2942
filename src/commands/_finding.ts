/** What the commands on a finding share: reading its short fingerprint, looking it up, settling it. */
import { UserError } from '../core/user-error.js';
import type { Context } from '../flows/context.js';
import { settle } from '../flows/settle-finding.js';
import { findingsByPrefix, type StoredFinding } from '../infra/db/findings.js';
import type { Subject } from './_subject.js';

/** The check shows eight digits; four tell the findings of one repository apart nearly always. */
const FINGERPRINT = /^[0-9a-f]{4,64}$/i;

/** @throws UserError with `example` when `word` is no fingerprint. */
export function parseFingerprint(word: string | undefined, example: string): string {
  if (word === undefined || !FINGERPRINT.test(word)) {
    throw new UserError(`Name the finding by the id that the check shows: \`${example}\`.`);
  }
  return word.toLowerCase();
}

/** Settles the one open finding that `prefix` names. @throws UserError when there is none, or more than one. */
export async function settleByPrefix(
  prefix: string,
  state: 'rotated' | 'dismissed',
  because: string,
  subject: Subject,
  context: Context,
): Promise<null> {
  const found = await findingsByPrefix(context.db, subject.repository.id, prefix);
  await settle(subject.repository, onlyOne(prefix, found), { state, by: subject.by, at: subject.at, because }, context);
  return null;
}

function onlyOne(prefix: string, found: readonly StoredFinding[]): StoredFinding {
  const [finding, another] = found;
  if (finding === undefined) {
    throw new UserError(`There is no finding \`${prefix}\` in this repository. The check on the commit shows its id.`);
  }
  if (another !== undefined)
    throw new UserError(`\`${prefix}\` fits more than one finding: add more digits of the id.`);
  if (finding.state !== 'open') throw new UserError(`Finding \`${prefix}\` is settled already: ${finding.state}.`);
  return finding;
}
