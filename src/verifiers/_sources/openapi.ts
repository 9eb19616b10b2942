/** The description of the API: a file of the repository, or an address of the sites. */
import { Unreachable } from '../../infra/net/errors.js';
import type { GuardedFetch } from '../../infra/net/guarded-fetch.js';
import { defineSource, Hidden, webOf } from '../_source.js';
import { targetsOf } from './sites.js';
import { tree } from './tree.js';

const FILE = /(?:^|\/)(?:openapi|swagger)(?:[.-][\w.-]+)?\.(?:json|ya?ml)$/i;

/** Where frameworks publish it. */
const PATHS = ['/openapi.json', '/openapi.yaml', '/v3/api-docs', '/swagger.json', '/api/openapi.json'];

/** As JSON and as YAML: `"openapi": "3.1.0"`. */
const VERSION = /(?:^|["'\n])(?:openapi|swagger)["']?\s*:\s*["']?[23]\./;

/** The path or the address. */
export const openapi = defineSource<string>({
  name: 'the OpenAPI document',
  async read(origin, get, signal) {
    const files = origin.tree === null ? null : await get(tree);
    const file = files?.value?.entries.find(({ path, size }) => size > 0 && FILE.test(path));
    if (file !== undefined) return { value: file.path, where: files?.where ?? file.path };
    if ((origin.web?.targets.length ?? 0) === 0)
      throw new Hidden('no `openapi.yaml` is among the files, and no address is named: `targets:` in the policy');
    const { fetch } = webOf(origin);
    const origins = [...new Set(targetsOf(origin).map((target) => new URL(target).origin))];
    const addresses = origins.flatMap((one) => PATHS.map((path) => `${one}${path}`));
    const found = await Promise.all(addresses.map(async (url) => ((await isThere(fetch, url, signal)) ? [url] : [])));
    const [first] = found.flat();
    return { value: first ?? null, where: first ?? origins.join(' ') };
  },
});

async function isThere(fetch: GuardedFetch, url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const { status, body } = await fetch(url, { signal, maxBytes: 20_000, mostRedirects: 2 });
    return status === 200 && VERSION.test(new TextDecoder().decode(body));
  } catch (error) {
    if (error instanceof Unreachable) return false;
    throw error;
  }
}
