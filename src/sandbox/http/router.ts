/** Finds the route of a path; routes are written as in GitHub's OpenAPI description. */
import type { Route } from './call.js';

/** Path parameters that may hold slashes, written out or as %2F. */
const WIDE = new Set(['ref', 'path', 'basehead', 'branch', 'name']);

interface Compiled {
  readonly route: Route;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** Fixed segments first, then longer paths: `/issues/comments` before `/issues/{issue_number}`. */
  readonly weight: string;
}

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

function compile(route: Route): Compiled {
  const names: string[] = [];
  const segments = route.path.split('/').slice(1);
  const source = segments.map((segment) => {
    const name = /^\{(?<name>\w+)\}$/.exec(segment)?.groups?.name;
    if (name === undefined) return `/${segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`;
    names.push(name);
    // The root folder's contents have an empty path.
    if (name === 'path') return '(?:/(.*))?';
    if (/_(id|number)$/.test(name)) return '/(\\d+)';
    return WIDE.has(name) ? '/(.+)' : '/([^/]+)';
  });
  const weight = segments.map((segment) => (segment.startsWith('{') ? '1' : '0')).join('');
  return { route, names, weight, pattern: new RegExp(`^${source.join('')}/?$`) };
}

/** Longer routes win, because a wide parameter would swallow their tail; then fixed segments win. */
function before(a: Compiled, b: Compiled): number {
  return b.weight.length - a.weight.length || (a.weight < b.weight ? -1 : 1);
}

export function createRouter(routes: readonly Route[]): (method: string, path: string) => Match | null {
  const compiled = routes.map(compile).sort(before);
  return (method, path) => {
    for (const { route, pattern, names } of compiled) {
      if (route.method !== method) continue;
      const match = pattern.exec(path);
      if (match === null) continue;
      const values = match.slice(1).map((value = '') => {
        try {
          return decodeURIComponent(value);
        } catch {
          return value;
        }
      });
      return { route, params: Object.fromEntries(names.map((name, index) => [name, values[index] ?? ''])) };
    }
    return null;
  };
}
