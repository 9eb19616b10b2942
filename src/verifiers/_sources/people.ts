/** Who was given access to the repository by name, and who administers it. */
import { z } from 'zod';
import { defineSource } from '../_source.js';
import { askForPage } from './_github.js';
import { repositoryOf } from './repository.js';

export interface People {
  /** Members with a grant of their own rather than a team's, as logins. */
  readonly direct: readonly string[];
  /** By whatever way, owners of the organisation included. */
  readonly admins: readonly string[];
  readonly outsideAdmins: readonly string[];
  /** False where there are more than 100 of a kind. */
  readonly isWhole: boolean;
}

const schema = z.object({ login: z.string(), permissions: z.object({ admin: z.boolean() }).nullish() });
const ROUTE = '/repos/{owner}/{repo}/collaborators';

export const people = defineSource<People>({
  name: 'the collaborators',
  isConfidential: true,
  async read(origin, get) {
    const { url } = await repositoryOf(get);
    const admins = await askForPage(origin, ROUTE, schema, { permission: 'admin' });
    const direct = await askForPage(origin, ROUTE, schema, { affiliation: 'direct' });
    // Whoever is from outside has a grant of their own.
    const asks = (direct?.entries.length ?? 0) > 0;
    const outside = asks ? await askForPage(origin, ROUTE, schema, { affiliation: 'outside' }) : null;
    const outsiders = new Set(outside?.entries.map(({ login }) => login));
    return {
      value: {
        admins: (admins?.entries ?? []).map(({ login }) => login),
        direct: (direct?.entries ?? []).map(({ login }) => login).filter((login) => !outsiders.has(login)),
        outsideAdmins: (outside?.entries ?? [])
          .filter(({ permissions }) => permissions?.admin === true)
          .map(({ login }) => login),
        isWhole: [admins, direct, outside].every((page) => page?.isWhole !== false),
      },
      where: `${url}/settings/access`,
    };
  },
});
