/** Checks query and body of a request against the schemas of its operation; nothing that GitHub does not know may be sent. */
import { Ajv2019, type ErrorObject, type ValidateFunction } from 'ajv/dist/2019.js';
import type { Operation, Schema } from './operations.js';
import type { ContractRequest, FieldError } from './types.js';

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

const ajv = new Ajv2019({
  strict: false,
  allErrors: true,
  logger: false,
  formats: { 'date-time': ISO_TIME, uri: (text: string) => URL.canParse(text) },
});
const compiled = new Map<Schema, ValidateFunction>();

/** Compiled on first use: a process touches few of the operations, and all of them take seconds. */
function validatorOf(schema: Schema): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const validator = ajv.compile(closed(schema));
  compiled.set(schema, validator);
  return validator;
}

export function bodyErrors(operation: Operation, body: unknown, resource: string): FieldError[] {
  if (operation.body === undefined) {
    const keys = typeof body === 'object' && body !== null ? Object.keys(body) : [];
    return keys.map((key) => unknownKey(resource, key));
  }
  if (body === undefined && !operation.body.required) return [];
  return errorsOf(validatorOf(operation.body.schema), body ?? {}, resource);
}

export function queryErrors(operation: Operation, query: ContractRequest['query'], resource: string): FieldError[] {
  const known = operation.parameters.filter((entry) => entry.in === 'query');
  const unknown = Object.keys(query).filter((name) => !known.some((entry) => entry.name === name));
  return [
    ...unknown.map((name) => unknownKey(resource, name)),
    ...known.flatMap(({ name, required, schema }) => {
      const value = query[name];
      if (value === undefined) return required === true ? [missingKey(resource, name)] : [];
      return errorsOf(validatorOf(schema), coerced(value, schema), resource, name);
    }),
  ];
}

/** Every schema of an operation, compiled: throws when the subset holds one that ajv cannot read. */
export function compileAll(operation: Operation): number {
  const schemas = [
    ...operation.parameters.filter((entry) => entry.in === 'query').map((entry) => entry.schema),
    ...(operation.body === undefined ? [] : [operation.body.schema]),
  ];
  return schemas.map(validatorOf).length;
}

/** A query string knows only text; the description says what the text means. */
function coerced(value: string | readonly string[], schema: Schema): unknown {
  if (schema.type === 'array') return typeof value === 'string' ? [value] : value;
  if (typeof value !== 'string') return value;
  if ((schema.type === 'integer' || schema.type === 'number') && /^-?\d+(?:\.\d+)?$/.test(value)) return Number(value);
  if (schema.type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

const BRANCHES = ['oneOf', 'anyOf', 'allOf'];

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function branchesOf(schema: Schema): Schema[] {
  return BRANCHES.flatMap((keyword) => {
    const value = schema[keyword];
    return Array.isArray(value) ? value.filter(isSchema) : [];
  });
}

function namesProperties(schema: Schema): boolean {
  return schema.properties !== undefined || branchesOf(schema).some(namesProperties);
}

/**
 * The same schema, refusing properties it does not name, at every depth. GitHub's own schemas leave objects open, so a
 * misspelt property would pass. A branch of `anyOf` stays open, since the schema round it closes the whole.
 */
export function closed(schema: Schema, isBranch = false): Schema {
  const copy: Record<string, unknown> = { ...schema };
  if (isBranch && copy.additionalProperties === true) delete copy.additionalProperties;
  if (isSchema(copy.properties))
    copy.properties = Object.fromEntries(
      Object.entries(copy.properties).map(([name, entry]) => [name, isSchema(entry) ? closed(entry) : entry]),
    );
  if (isSchema(copy.items)) copy.items = closed(copy.items);
  for (const keyword of BRANCHES) {
    const value = copy[keyword];
    if (Array.isArray(value)) copy[keyword] = value.map((entry) => (isSchema(entry) ? closed(entry, true) : entry));
  }
  if (!isBranch && copy.additionalProperties === undefined && namesProperties(schema))
    copy.unevaluatedProperties = false;
  return copy;
}

function errorsOf(validate: ValidateFunction, value: unknown, resource: string, name = ''): FieldError[] {
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const detailed = errors.filter((error) => !BRANCHES.includes(error.keyword));
  const told = (detailed.length > 0 ? detailed : errors).filter((error) => !isEcho(error, errors));
  const fields = told.map((error) => fieldError(error, resource, name));
  return [...new Map(fields.map((field) => [`${field.field} ${field.message}`, field])).values()];
}

/** A property whose own value is wrong counts as not evaluated as well; saying so would mislead. */
function isEcho(error: ErrorObject, all: readonly ErrorObject[]): boolean {
  if (error.keyword !== 'unevaluatedProperties') return false;
  const at = `${error.instancePath}/${error.params.unevaluatedProperty}`;
  return all.some((other) => other.instancePath === at || other.instancePath.startsWith(`${at}/`));
}

function fieldError(error: ErrorObject, resource: string, name: string): FieldError {
  const at = [name, ...error.instancePath.split('/')].filter((part) => part !== '').join('.');
  const under = (key: string) => (at === '' ? key : `${at}.${key}`);
  switch (error.keyword) {
    case 'required':
      return missingKey(resource, under(String(error.params.missingProperty)));
    case 'unevaluatedProperties':
    case 'additionalProperties':
      return unknownKey(resource, under(String(error.params.unevaluatedProperty ?? error.params.additionalProperty)));
    default: {
      const allowed = Array.isArray(error.params.allowedValues) ? `: ${error.params.allowedValues.join(', ')}` : '';
      const message = `${at === '' ? 'The body' : at} ${error.message ?? 'is not as described'}${allowed}`;
      return { resource, field: at, code: 'invalid', message };
    }
  }
}

function missingKey(resource: string, field: string): FieldError {
  return { resource, field, code: 'missing_field', message: `"${field}" wasn't supplied.` };
}

function unknownKey(resource: string, field: string): FieldError {
  return { resource, field, code: 'invalid', message: `"${field}" is not a permitted key.` };
}
