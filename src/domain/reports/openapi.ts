/** The description of our API for programs, made from the schemas that its answers and questions are checked with. */
import { z } from 'zod';
import { answerSchema, problemSchema, questionSchema, serviceSchema } from './api.js';

/** As people read it: fields may be added, formats need no expression, and numbers in an address are numbers. */
const plain: NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override'] = ({ jsonSchema }) => {
  delete jsonSchema.additionalProperties;
  if (jsonSchema.format !== undefined || jsonSchema.type === 'integer') delete jsonSchema.pattern;
};

/** JSON Schema 2020-12, which is what OpenAPI 3.1 takes. */
const schemas = () => {
  const registry = z.registry<{ id: string }>();
  registry.add(serviceSchema, { id: 'Service' });
  registry.add(answerSchema, { id: 'Readiness' });
  registry.add(problemSchema, { id: 'Problem' });
  const made = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    override: plain,
  }).schemas;
  return Object.fromEntries(Object.entries(made).map(([name, { $id: _, $schema: __, ...schema }]) => [name, schema]));
};

const parameters = () => {
  const { properties = {} } = z.toJSONSchema(questionSchema, { io: 'input', override: plain });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = typeof property === 'object' ? property : {};
    return { name, in: 'query', required: false, ...(description === undefined ? {} : { description }), schema };
  });
};

const json = (schema: string) => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
});

const problem = (description: string) => ({ description, ...json('Problem') });

/** OpenAPI 3.1.1. @param server where we are, `https://seaworthy.example.com`; null where we have no address for people */
export function openApi(server: string | null): object {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Seaworthy',
      // Of the API, not of Seaworthy.
      version: '1.0.0',
      description:
        'Where the services of an organisation stand. Fields are added within version 1; none goes or changes its meaning.',
    },
    ...(server === null ? {} : { servers: [{ url: server }] }),
    security: [{ token: [] }],
    paths: {
      '/api/v1/readiness': {
        get: {
          operationId: 'readiness',
          summary: 'Readiness of the services of an organisation, a page at a time.',
          description: 'The token says of which organisation. Parameters add up: all of them have to hold.',
          parameters: parameters(),
          responses: {
            200: { description: 'The services that match, by id.', ...json('Readiness') },
            400: problem('A parameter cannot be used.'),
            401: problem('The token is missing, unknown, revoked or over.'),
          },
        },
      },
      '/api/v1/openapi.json': {
        get: {
          operationId: 'openapi',
          summary: 'This description.',
          security: [],
          responses: {
            200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } },
          },
        },
      },
    },
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: "A token that an owner made on the organisation's System page.",
        },
      },
      schemas: schemas(),
    },
  };
}
