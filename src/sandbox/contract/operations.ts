/** The operations of the generated OpenAPI subset, and which of them a method and a path mean. */
import subset from './generated/openapi-subset.json' with { type: 'json' };
import { ACCESS, isOperationId, type OperationId } from './permissions.js';

export type Schema = { readonly [keyword: string]: unknown };

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
}

export interface Operation {
  readonly id: OperationId;
  readonly method: string;
  readonly path: string;
  readonly docs: string;
  /** Who may call it: see `ACCESS`. */
  readonly access: string;
  readonly parameters: readonly Parameter[];
  readonly body?: { readonly required: boolean; readonly schema: Schema };
}

type Described = Omit<Operation, 'id' | 'access'>;

/** Sorted so that the path with the most fixed segments comes first: `/commits/{ref}/pulls` before `/commits/{ref}`. */
export const OPERATIONS: readonly Operation[] = Object.entries(subset.operations as Readonly<Record<string, Described>>)
  .flatMap(([id, described]) => (isOperationId(id) ? [{ ...described, id, access: ACCESS[id] }] : []))
  .sort((a, b) => fixedSegments(b.path) - fixedSegments(a.path) || b.path.length - a.path.length);

/** Parameters that GitHub lets contain slashes: files, branches, comparisons. */
const WITH_SLASHES = new Set(['path', 'ref', 'basehead', 'branch']);

const PATTERNS = OPERATIONS.map((operation) => ({ operation, pattern: patternOf(operation) }));

/** The operation, or null when GitHub (as far as our subset goes) has no such route. HEAD is answered as GET. */
export function matchOperation(method: string, path: string): Operation | null {
  const asked = method.toUpperCase() === 'HEAD' ? 'GET' : method.toUpperCase();
  return PATTERNS.find(({ operation, pattern }) => operation.method === asked && pattern.test(path))?.operation ?? null;
}

function fixedSegments(path: string): number {
  return path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{')).length;
}

function patternOf(operation: Operation): RegExp {
  const integers = new Set(
    operation.parameters
      .filter((entry) => entry.in === 'path' && entry.schema.type === 'integer')
      .map(({ name }) => name),
  );
  const source = operation.path.replace(/\{(\w+)\}|[.*+?^$()|[\]\\]/g, (text, name?: string) => {
    if (name === undefined) return `\\${text}`;
    if (integers.has(name)) return '\\d+';
    return WITH_SLASHES.has(name) ? '.+' : '[^/]+';
  });
  // The root of a repository is the file path "", asked for with or without the slash before it.
  return new RegExp(`^${source.replace(/\/contents\/\.\+$/, '/contents(?:/.*)?')}$`);
}
