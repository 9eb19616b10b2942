/** Container images: who is behind them, and whether they stay what they were. */
import type { Image } from './_sources/_dockerfile.js';

const DIGEST = /@sha256:[0-9a-f]{64}$/;
/** Registries and paths that only the maker of the image, or the registry's own team, can publish to. */
const OFFICIAL = [
  /^(?:docker\.io\/|index\.docker\.io\/)?(?:library\/)?[^/]+$/,
  /^public\.ecr\.aws\/(?:docker\/library|lambda|amazonlinux|aws-[\w-]+|eks[\w-]*)\//,
  /^gcr\.io\/distroless\//,
  /^cgr\.dev\/chainguard(?:-private)?\//,
  /^mcr\.microsoft\.com\//,
  /^registry\.(?:access\.)?redhat\.(?:com|io)\//,
  /^registry\.suse\.com\//,
  /^dhi\.io\//,
  /^docker\.elastic\.co\//,
  /^(?:docker\.io\/)?(?:redhat|amazon|nvidia|chainguard|bitnamisecure)\//,
];

/** `node:24-slim@sha256:…` -> `node`. A port is no tag. */
export const nameOf = (reference: string): string => reference.replace(/@.*$/, '').replace(/:[^/:]*$/, '');

export const isPinned = (reference: string): boolean => DIGEST.test(reference);

export const isScratch = (reference: string): boolean => reference === 'scratch';

/** True, false, or null: only those who use it know whether it is the maker's own. */
export function isOfficial(reference: string): boolean | null {
  const name = nameOf(reference);
  if (isScratch(reference) || OFFICIAL.some((official) => official.test(name))) return true;
  const [host = ''] = name.split('/');
  const isDockerHub = !/[.:]|^localhost$/.test(host) || /^(?:index\.)?docker\.io$/.test(host);
  return isDockerHub ? false : null;
}

/** Whether an image starts as somebody else than root when nobody says; null where it cannot be told from its name. */
export function startsWithoutRoot(reference: string): boolean | null {
  if (isScratch(reference)) return false;
  const name = nameOf(reference);
  const tag = /:(?<tag>[^/:@]+)(?:@|$)/.exec(reference)?.groups?.tag ?? '';
  if (/^gcr\.io\/distroless\//.test(name)) return /nonroot/.test(tag) ? true : tag === '' ? null : false;
  if (/^cgr\.dev\//.test(name) || /^dhi\.io\//.test(name)) return null;
  if (/nonroot|rootless|unprivileged/.test(`${name}:${tag}`)) return true;
  return /^(?:docker\.io\/)?(?:library\/)?(?:node|python|ruby|golang|rust|php|openjdk|eclipse-temurin|amazoncorretto|debian|ubuntu|alpine|fedora|amazonlinux|busybox|nginx|httpd|caddy|perl|erlang|elixir|gcc|dart|swift|bun|oraclelinux|rockylinux|almalinux)$/.test(
    name,
  )
    ? false
    : null;
}

/** `FROM x` as people wrote it, with its place. */
export const shownImage = (path: string, { written, line }: Image): string => `${written} (${path}:${line})`;
