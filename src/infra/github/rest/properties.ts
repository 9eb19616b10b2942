/** Custom properties of an organisation's repositories through Octokit. */
import type { Properties, PropertyDefinition } from '../gateway.js';
import type { Octokit } from '../octokit.js';
import { hasNext } from './links.js';

/** As GitHub names them; another one that it adds is taken for text. */
const TYPES: readonly PropertyDefinition['type'][] = ['string', 'single_select', 'multi_select', 'true_false', 'url'];

export function createProperties(octokit: Octokit): Properties {
  return {
    async definitions(org) {
      const { data } = await octokit.rest.orgs.customPropertiesForReposGetOrganizationDefinitions({ org });
      return data.map(({ property_name, value_type, description, allowed_values }) => ({
        name: property_name,
        type: TYPES.find((type) => type === value_type) ?? 'string',
        description: description ?? '',
        allowed: allowed_values ?? null,
      }));
    },
    async define(org, { name, type, description, allowed }) {
      await octokit.rest.orgs.customPropertiesForReposCreateOrUpdateOrganizationDefinition({
        org,
        custom_property_name: name,
        value_type: type,
        description,
        values_editable_by: 'org_actors',
        ...(allowed === null ? {} : { allowed_values: [...allowed] }),
      });
    },
    async page(org, page) {
      const { data, headers } = await octokit.rest.orgs.customPropertiesForReposGetOrganizationValues({
        org,
        per_page: 100,
        page,
      });
      const repositories = data.map(({ repository_id, repository_name, properties }) => ({
        repositoryId: repository_id,
        name: repository_name,
        values: Object.fromEntries(properties.map(({ property_name, value }) => [property_name, value])),
      }));
      return { repositories, hasMore: hasNext(headers.link) };
    },
    async set(org, repositories, values) {
      await octokit.rest.orgs.customPropertiesForReposCreateOrUpdateOrganizationValues({
        org,
        repository_names: [...repositories],
        properties: Object.entries(values).map(([property_name, value]) => ({
          property_name,
          value: value === null || typeof value === 'string' ? value : [...value],
        })),
      });
    },
  };
}
