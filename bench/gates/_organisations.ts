/** Organisations on the stage whose repositories were there before us: we watch what is pushed, and open no issues. */
import { settled } from '../../src/cli/_demo/look.js';
import type { Stage } from '../../src/cli/_demo/stage.js';

/** GitHub takes about one write a second from an installation, so what is busy is spread over several. */
const EACH = 10;
const AT_ONCE = 8;
const POLICY = 'version: 1\nonboarding: { repositories: new-only }\n';

export interface Busy {
  /** `owner/name`. */
  readonly name: string;
  /** Who pushes there. */
  readonly owner: string;
}

/** Installs the App in as many organisations as `count` repositories need, ten in each, and lets it look round. */
export async function setOrganisations(stage: Stage, prefix: string, count: number): Promise<readonly Busy[]> {
  const { sandbox } = stage;
  const all = Array.from({ length: count }, (_, index) => {
    const org = `${prefix}-${Math.floor(index / EACH)}`;
    return { org, name: `${org}/repo-${index}`, owner: `${org}-owner` };
  });
  const orgs = [...new Set(all.map(({ org }) => org))];
  for (const org of orgs) sandbox.createOrganization(org);
  await inBatches(orgs, (org) =>
    sandbox.createRepository(org, { name: '.github', files: { '.github/seaworthy.yml': POLICY } }),
  );
  await inBatches(all, ({ org, name }) => sandbox.createRepository(org, { name: name.split('/')[1] ?? '' }));
  for (const org of orgs) sandbox.installApp(org);
  await settled(stage, 300);
  return all;
}

/** A few at a time. */
export async function inBatches<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE) await Promise.all(all.slice(from, from + AT_ONCE).map(work));
}
