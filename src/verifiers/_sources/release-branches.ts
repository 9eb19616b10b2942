/** Branches that are released or deployed from, by their names, and whether any rule holds for them. */
import { z } from 'zod';
import { defineSource } from '../_source.js';
import { askForPage } from './_github.js';
import type { Guard } from './_guard.js';
import { rulesOf } from './branch-rules.js';
import { repositoryOf } from './repository.js';

export interface ReleaseBranches {
  readonly names: readonly string[];
  readonly unprotected: readonly string[];
  /** Of the last of `names`, by rulesets: looking at each would be a request each. Null where classic protection holds it. */
  readonly last: Guard | null;
  /** False where there are more branches than were looked at. */
  readonly isWhole: boolean;
}

const RELEASES =
  /^(?:releases?|rel|stable|maintenance|production|prod|live)(?:[/-].+)?$|^v?\d+(?:\.\d+)*(?:\.x|-stable)?$/i;

const schema = z.object({ name: z.string(), protected: z.boolean() });

export const releaseBranches = defineSource<ReleaseBranches>({
  name: 'the branches',
  needs: { contents: 'read' },
  async read(origin, get) {
    const { url } = await repositoryOf(get);
    const page = await askForPage(origin, '/repos/{owner}/{repo}/branches', schema);
    const found = (page?.entries ?? []).filter(({ name }) => RELEASES.test(name) && name !== origin.defaultBranch);
    const names = found.map(({ name }) => name);
    const unprotected = found.filter((branch) => !branch.protected).map(({ name }) => name);
    const last = names.at(-1);
    const looks = last !== undefined && unprotected.length === 0;
    return {
      value: {
        names,
        unprotected,
        last: looks ? await rulesOf(origin, last) : null,
        isWhole: page?.isWhole ?? true,
      },
      where: `${url}/branches`,
    };
  },
});
