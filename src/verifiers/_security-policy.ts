/** The security policy that holds for a repository: its own, or its owner's. */
import { type Judgement, unknown, unmet } from '../domain/verification/verdict.js';
import { shownText } from './_sources/_documents.js';
import { type Inherited, SECURITY_POLICY } from './_sources/inherited.js';
import type { Texts } from './_sources/texts.js';
import { block, CUT } from './_words.js';

/** Judges the policy's text, comments left out; says itself what follows when there is none. */
export function judgePolicy(
  files: Texts | null,
  inherited: Inherited | null,
  judge: (text: string, path: string) => Judgement,
): Judgement {
  const own = [...(files?.texts ?? [])].find(([path]) => SECURITY_POLICY.test(path));
  const policy = own === undefined ? inherited?.securityPolicy : { path: own[0], text: own[1] };
  if (policy) return judge(shownText(policy.text), policy.path);
  const unread = files?.unread.find((path) => SECURITY_POLICY.test(path));
  if (unread !== undefined) return unknown(`\`${unread}\` was not read`);
  if (files?.isWhole === false) return unknown(CUT);
  if (inherited?.isSeen !== true) {
    return unknown(
      'there is no SECURITY.md here; whether the organisation has one for all its repositories takes its API',
    );
  }
  return unmet('there is no SECURITY.md, here or in the repository `.github` of the owner', POLICY_FIX);
}

export const POLICY_FIX = `Commit this as \`SECURITY.md\`, with your address:\n\n${block(
  'markdown',
  '# Reporting a vulnerability',
  'Please use "Report a vulnerability" on the Security tab, or write to security@example.com.',
  'We confirm within 3 working days, judge within 10, and fix within 90.',
  'You hear from us every two weeks. Research in good faith is welcome.',
)}`;
