/** What people are shown of a verdict: in public nothing that only administrators of the repository can see. */
import { type Sight, webAddress } from '../domain/checklist/index.js';
import type { KeptVerdict } from '../infra/db/verifications.js';

const INSIDE: Readonly<Partial<Record<Sight['answer'], string>>> = {
  met: 'what only administrators see says so',
  unmet: 'what only administrators see says otherwise',
};

export function sightOf(verdict: KeptVerdict, isPrivate: boolean): Sight {
  const { answer, evidence, at } = verdict;
  const where = [...new Set(evidence.map((one) => one.where))].filter((place) => webAddress(place) !== undefined);
  const inside = isPrivate || verdict.isPublic ? undefined : INSIDE[answer];
  if (inside !== undefined) return { answer, because: inside, at, where };
  return { answer, because: verdict.because, ...(answer === 'unmet' ? { fix: verdict.fix } : {}), at, where };
}
