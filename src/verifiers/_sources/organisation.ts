/** The organisation that the repository belongs to, as far as GitHub shows its settings. */
import { z } from 'zod';
import { defineSource } from '../_source.js';
import { askFor, pathOf } from './_github.js';
import { repositoryOf } from './repository.js';

/** A setting that GitHub does not show is null: it takes the administration of the organisation. */
export interface Organisation {
  readonly login: string;
  readonly asksForSecondFactor: boolean | null;
  /** `none`, `read`, `write` or `admin`. */
  readonly basePermission: string | null;
}

const schema = z
  .object({
    login: z.string(),
    two_factor_requirement_enabled: z.boolean().nullish(),
    default_repository_permission: z.string().nullish(),
  })
  .transform(
    (raw): Organisation => ({
      login: raw.login,
      asksForSecondFactor: raw.two_factor_requirement_enabled ?? null,
      basePermission: raw.default_repository_permission ?? null,
    }),
  );

/** Null where the repository is a person's. */
export const organisation = defineSource<Organisation>({
  name: 'the organisation',
  isConfidential: true,
  async read(origin, get) {
    const { url, isInOrganisation } = await repositoryOf(get);
    if (!isInOrganisation) return { value: null, where: url };
    const { owner } = pathOf(origin);
    const value = await askFor(origin, '/orgs/{org}', schema, { org: owner });
    return { value, where: `${new URL(url).origin}/organizations/${owner}/settings/security` };
  },
});
