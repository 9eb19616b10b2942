/** What a repository is made of, as its software bill of materials says it. */

/** One package in one version. */
export interface Component {
  /** As package URLs name it: `npm`, `pypi`, `maven`, `golang`. @see https://github.com/package-url/purl-spec */
  readonly ecosystem: string;
  /** With its namespace: `@babel/core`, `org.apache.logging.log4j/log4j-core`. */
  readonly name: string;
  /** As the bill says it, a range where only a manifest is known (`^4.17.0`); empty when it says nothing. */
  readonly version: string;
}

/** Not parts of what runs: the repository itself, and actions and workflows that build it. */
const NOT_COMPONENTS = new Set(['github', 'githubactions']);

/**
 * The components of a bill in SPDX 2.3, each once. Lenient: what is not named by a package URL is left out.
 * @see https://docs.github.com/rest/dependency-graph/sboms
 */
export function componentsOf(spdx: unknown): readonly Component[] {
  const found = new Map<string, Component>();
  for (const entry of listIn(spdx, 'packages')) {
    const purl = listIn(entry, 'externalRefs').find((ref) => textIn(ref, 'referenceType') === 'purl');
    const component =
      purl === undefined ? null : fromPurl(textIn(purl, 'referenceLocator'), textIn(entry, 'versionInfo'));
    if (component !== null) found.set(Object.values(component).join('\n'), component);
  }
  return [...found.values()];
}

/** `pkg:type/namespace/name@version?qualifiers#subpath`; the version of the entry stands in where the address has none. */
function fromPurl(purl: string, version: string): Component | null {
  const parts = /^pkg:\/*(?<type>[a-z0-9.+-]+)\/(?<path>[^@?#]+)(?:@(?<version>[^?#]+))?/i.exec(purl)?.groups;
  if (parts?.type === undefined || parts.path === undefined) return null;
  const ecosystem = parts.type.toLowerCase();
  if (NOT_COMPONENTS.has(ecosystem)) return null;
  const name = parts.path.split('/').map(decoded).join('/');
  return { ecosystem, name, version: parts.version === undefined ? version : decoded(parts.version) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function listIn(value: unknown, key: string): readonly unknown[] {
  const list = fieldOf(value, key);
  return Array.isArray(list) ? list : [];
}

function textIn(value: unknown, key: string): string {
  const text = fieldOf(value, key);
  return typeof text === 'string' ? text : '';
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
