/** Who said what, from the edit history of the issue, when the webhooks that would tell were lost. */
import { boxFrom, changeOf, linesOf, stateAfter } from './changes.js';
import type { Attestation, BodyVersion } from './decision.js';
import { createReader, type ParsedBody } from './parse.js';
import type { ItemStates } from './state.js';

/**
 * Names who made each attestation that nobody is named for yet: the editor of the newest version in which the item changed that way.
 * What the history does not show stays with nobody.
 */
export function attribute(
  attestations: readonly Attestation[],
  history: readonly BodyVersion[],
  read = createReader([]),
): readonly Attestation[] {
  if (attestations.every(({ by }) => by !== null)) return attestations;
  const versions = history
    .toSorted((a, b) => Date.parse(a.editedAt) - Date.parse(b.editedAt))
    .map((version) => ({ ...version, parsed: read(version.body) }));
  return attestations.map((attestation) => {
    if (attestation.by !== null) return attestation;
    const version = versions.findLast((candidate, at) => {
      const previous = versions[at - 1];
      return (
        previous !== undefined && changedVia(attestation.itemId, previous.parsed, candidate.parsed) === attestation.via
      );
    });
    if (version === undefined || version.editor === null) return attestation;
    const { editor: by, editedAt: at } = version;
    return { ...attestation, by, at, to: stateAfter(attestation.via, by, at) };
  });
}

function changedVia(id: string, before: ParsedBody, after: ParsedBody): Attestation['via'] | undefined {
  const was = before.items.find((item) => item.id === id);
  return was === undefined ? undefined : changeOf(was, boxFrom(linesOf(after, id), was));
}

/** The states with what the attestations say, for when `attribute` named somebody after `reconcile` had been asked. */
export function withAttestations(states: ItemStates, attestations: readonly Attestation[]): ItemStates {
  return new Map([...states, ...attestations.map(({ itemId, to }) => [itemId, to] as const)]);
}
