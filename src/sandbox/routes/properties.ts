/** Custom properties of an organisation and of its repositories; personal accounts have none. */
import { defineProperty, setValues } from '../actions/properties.js';
import { invalid, notFound } from '../api-error.js';
import { type ApiCall, noContent, ok, type Reply, type Route } from '../http/call.js';
import type { Organization, PropertyDefinition, PropertyValue } from '../state/model.js';

function pathOrganization(call: ApiCall): Organization {
  const organization = call.world.state.organization(call.param('org'));
  if (organization === undefined) throw notFound();
  return organization;
}

function definitionView({ name, type, description, allowed }: PropertyDefinition) {
  return {
    property_name: name,
    value_type: type,
    source_type: 'organization',
    required: false,
    default_value: null,
    description,
    allowed_values: allowed,
    values_editable_by: 'org_actors',
  };
}

const TYPES = ['string', 'single_select', 'multi_select', 'true_false', 'url'] as const;

function define(call: ApiCall): Reply {
  const type = call.choice('CustomProperty', 'value_type', TYPES);
  if (type === undefined) throw invalid({ resource: 'CustomProperty', field: 'value_type', code: 'missing_field' });
  const definition: PropertyDefinition = {
    name: call.param('custom_property_name'),
    type,
    description: call.textOrNull('CustomProperty', 'description') ?? null,
    allowed: call.names('CustomProperty', 'allowed_values') ?? null,
  };
  defineProperty(pathOrganization(call), definition);
  return ok(definitionView(definition));
}

function values(call: ApiCall): Reply {
  const { login } = pathOrganization(call);
  const own = [...call.world.state.repositories.values()].filter(({ owner }) => owner === login);
  return call.paged(own, ({ id, name, owner, properties }) => ({
    repository_id: id,
    repository_name: name,
    repository_full_name: `${owner}/${name}`,
    properties: Object.entries(properties).map(([property_name, value]) => ({ property_name, value })),
  }));
}

/** The contract has seen that both are lists of what they have to hold. */
function set(call: ApiCall): Reply {
  const { properties } = call.body as {
    readonly properties: readonly { readonly property_name: string; readonly value: PropertyValue | null }[];
  };
  const names = call.names('CustomProperty', 'repository_names') ?? [];
  const wanted = Object.fromEntries(properties.map(({ property_name, value }) => [property_name, value]));
  setValues(call.world, call.actor, pathOrganization(call), names, wanted);
  return noContent();
}

const SCHEMA = '/orgs/{org}/properties/schema';
const VALUES = '/orgs/{org}/properties/values';

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: SCHEMA,
    caller: 'installation',
    handle: (call) => ok([...pathOrganization(call).properties.values()].map(definitionView)),
  },
  { method: 'PUT', path: `${SCHEMA}/{custom_property_name}`, caller: 'installation', handle: define },
  { method: 'GET', path: VALUES, caller: 'installation', handle: values },
  { method: 'PATCH', path: VALUES, caller: 'installation', handle: set },
];

export default routes;
