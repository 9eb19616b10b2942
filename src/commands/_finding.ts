/** What the commands on a finding share: reading its short fingerprint, looking it up, settling it. */
import { UserError } from '../core/user-error.js';
import type { Context } from '../flows/context.js';
import { settle } from '../flows/settle-finding.js';
import { findingsByPrefix, type StoredFinding } from '../infra/db/findings.js';
import { kept } from './_reason.js';
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

/**
 * Settles the one open finding that `prefix` names. The same word of the same person again is no mistake: the first time may
 * have ended half-way. @throws UserError when there is no such finding, more than one, or it was settled otherwise.
 */
export async function settleByPrefix(
  prefix: string,
  state: 'rotated' | 'dismissed',
  reason: string,
  subject: Subject,
  context: Context,
): Promise<null> {
  const because = kept(reason, context);
  const finding = onlyOne(prefix, await findingsByPrefix(context.db, subject.repository.id, prefix));
  const isRepeated = finding.state === state && finding.settledBy === subject.by && finding.settledBecause === because;
  if (finding.state !== 'open' && !isRepeated) {
    throw new UserError(`Finding ${shown(prefix)} is settled already: ${finding.state}.`);
  }
  await settle(subject.repository, finding, { state, by: subject.by, at: subject.at, because }, context);
  return null;
}

function onlyOne(prefix: string, found: readonly StoredFinding[]): StoredFinding {
  const [finding, another] = found;
  if (finding === undefined) {
    throw new UserError(
      `There is no finding ${shown(prefix)} in this repository. The check on the commit shows its id.`,
    );
  }
  if (another !== undefined)
    throw new UserError(`${shown(prefix)} fits more than one finding: add more digits of the id.`);
  return finding;
}

/** As many digits as the check shows: what was typed may be no id but a value of hexadecimal digits. */
function shown(prefix: string): string {
  return `\`${prefix.slice(0, 8)}${prefix.length > 8 ? '…' : ''}\``;
}
