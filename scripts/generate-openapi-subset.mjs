/**
 * Cuts the operations that our App may use out of GitHub's OpenAPI description, for the sandbox's contract.
 *
 *   npm run build
 *   cd "$(mktemp -d)" && npm pack @octokit/openapi@23.0.2
 *   tar xzf octokit-openapi-*.tgz package/package.json package/generated/api.github.com.json
 *   node PROJECT/scripts/generate-openapi-subset.mjs "$PWD/package" [operationId ...]
 *
 * The package unpacks to 385 MB, so it is no dependency; the result (`src/sandbox/contract/generated/`) is committed.
 * Without operation ids the list is the keys of `src/sandbox/contract/permissions.ts`. Kept: parameters and JSON request
 * bodies, as JSON Schema (`nullable` turned into types), every reference put in place. Dropped: texts, examples, answers.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const TARGET = new URL('../src/sandbox/contract/generated/openapi-subset.json', import.meta.url);
const NOT_VALIDATION = new Set([
  'description',
  'title',
  'example',
  'examples',
  'externalDocs',
  'deprecated',
  'nullable',
]);
/** Keywords whose value maps names, chosen by GitHub, to schemas: a property may well be called "title". */
const NAME_MAPS = new Set(['properties', 'patternProperties']);

const [packagePath, ...wanted] = process.argv.slice(2);
if (packagePath === undefined) {
  process.stderr.write('Usage: node scripts/generate-openapi-subset.mjs PATH_OF_UNPACKED_PACKAGE [operationId ...]\n');
  process.exit(2);
}
const description = JSON.parse(readFileSync(path.join(packagePath, 'generated/api.github.com.json'), 'utf8'));

function resolve(reference) {
  return reference
    .slice(2)
    .split('/')
    .reduce((node, key) => node[key.replaceAll('~1', '/').replaceAll('~0', '~')], description);
}

function nullable(schema) {
  if (typeof schema.type === 'string') {
    const withNull = { ...schema, type: [schema.type, 'null'] };
    return schema.enum === undefined ? withNull : { ...withNull, enum: [...new Set([...schema.enum, null])] };
  }
  return { anyOf: [schema, { type: 'null' }] };
}

function toJsonSchema(node, seen = []) {
  if (Array.isArray(node)) return node.map((entry) => toJsonSchema(entry, seen));
  if (typeof node !== 'object' || node === null) return node;
  if (typeof node.$ref === 'string') {
    if (seen.includes(node.$ref)) throw new Error(`A schema refers to itself: ${[...seen, node.$ref].join(' -> ')}`);
    return toJsonSchema(resolve(node.$ref), [...seen, node.$ref]);
  }
  const schema = {};
  for (const [key, value] of Object.entries(node)) {
    if (NOT_VALIDATION.has(key) || key.startsWith('x-')) continue;
    schema[key] = NAME_MAPS.has(key)
      ? Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, toJsonSchema(entry, seen)]))
      : toJsonSchema(value, seen);
  }
  return node.nullable === true ? nullable(schema) : schema;
}

function operationOf(method, pathname, item, operation) {
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
    .map((entry) => (typeof entry.$ref === 'string' ? resolve(entry.$ref) : entry))
    .map((entry) => ({
      name: entry.name,
      in: entry.in,
      ...(entry.required === true ? { required: true } : {}),
      schema: toJsonSchema(entry.schema),
    }));
  const json = operation.requestBody?.content?.['application/json'];
  return {
    method: method.toUpperCase(),
    path: pathname,
    docs: operation.externalDocs?.url ?? 'https://docs.github.com/rest',
    parameters,
    ...(json === undefined
      ? {}
      : { body: { required: operation.requestBody.required === true, schema: toJsonSchema(json.schema) } }),
  };
}

const operations = {};
const ids = wanted.length > 0 ? wanted : Object.keys((await import('../dist/sandbox/contract/permissions.js')).ACCESS);
for (const [pathname, item] of Object.entries(description.paths))
  for (const [method, operation] of Object.entries(item))
    if (ids.includes(operation.operationId))
      operations[operation.operationId] = operationOf(method, pathname, item, operation);

const missing = ids.filter((id) => operations[id] === undefined);
if (missing.length > 0) throw new Error(`GitHub's description has no ${missing.join(', ')}`);
const source = `@octokit/openapi ${JSON.parse(readFileSync(path.join(packagePath, 'package.json'), 'utf8')).version}`;
const sorted = Object.fromEntries(Object.entries(operations).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(TARGET, `${JSON.stringify({ source, operations: sorted }, null, 1)}\n`);
process.stdout.write(`${ids.length} operations -> ${TARGET.pathname}\n`);
