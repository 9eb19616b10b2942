/** Reads whatever GitHub answers, through Octokit: an answer that is kept is asked about by its ETag. */
import type { Clock } from '../../../core/clock.js';
import { classify } from '../classify.js';
import { NotFound, NotModified } from '../errors.js';
import type { KeptBy } from '../kept-answers.js';
import type { Octokit } from '../octokit.js';
import type { Reader, Reading } from '../reader.js';

const PAGES = 10;
const PER_PAGE = 100;

type Parameters = Readonly<Record<string, string | number>>;
type Page = Reading & { readonly next: string | null };

export function createReader(octokit: Pick<Octokit, 'request' | 'graphql'>, clock: Clock, kept: KeptBy): Reader {
  async function page(route: string, parameters: Parameters): Promise<Page> {
    const { url } = octokit.request.endpoint(`GET ${route}`, parameters);
    const before = kept.find(url);
    const headers = before === null ? {} : { 'if-none-match': before.etag };
    try {
      const answer = await octokit.request(`GET ${route}`, { ...parameters, headers });
      const value = answer.status === 204 ? {} : answer.data;
      const next = nextOf(answer.headers.link);
      const { etag } = answer.headers;
      if (etag !== undefined) kept.keep(url, { etag, value, next });
      return { value, next, isUnchanged: false };
    } catch (error) {
      if (error instanceof NotModified && before !== null) return { ...before, isUnchanged: true };
      throw error;
    }
  }

  return {
    async get(route, parameters) {
      try {
        const { value, isUnchanged } = await page(route, parameters);
        return { value, isUnchanged };
      } catch (error) {
        if (error instanceof NotFound) return { value: null, isUnchanged: false };
        throw error;
      }
    },
    async list(route, parameters, mostPages = PAGES) {
      const values: unknown[] = [];
      let next: string | null = null;
      for (let read = 0; read < mostPages; read += 1) {
        const answer: Page = await (next === null
          ? page(route, { per_page: PER_PAGE, ...parameters })
          : page(next, {}));
        values.push(...entriesOf(answer.value));
        next = answer.next;
        if (next === null) break;
      }
      return { values, isWhole: next === null };
    },
    graphql(query, variables) {
      return octokit.graphql<unknown>(query, { ...variables }).catch((error: unknown) => {
        throw classify(error, { method: 'POST', route: '/graphql' }, clock.now());
      });
    },
  };
}

/** Some lists come in an object, beside their count: `{ total_count, workflows: [...] }`. */
function entriesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const lists = Object.values(value ?? {}).filter((entry) => Array.isArray(entry));
  return lists.length === 1 ? (lists[0] ?? []) : [];
}

/** @see https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api */
function nextOf(link: string | undefined): string | null {
  return /<(?<url>[^>]+)>;\s*rel="next"/.exec(link ?? '')?.groups?.url ?? null;
}
