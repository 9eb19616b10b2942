/** One API request as its route sees it, and the answers a route can give. */
import { ApiError, invalid, notFound } from '../api-error.js';
import type { App, Repository } from '../state/model.js';
import type { Actor, World } from '../world.js';
import { actorOf, admit, type Caller } from './caller.js';
import { pageOf } from './paging.js';

export interface Reply {
  readonly status: number;
  readonly json?: unknown;
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As GitHub's OpenAPI description writes it. */
  readonly path: string;
  /** `app`: a JWT; `installation`: an installation token; `any`: whoever may see the repository. */
  readonly caller: 'app' | 'installation' | 'any';
  readonly handle: (call: ApiCall) => Reply | Promise<Reply>;
}

export function ok(json: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, json, headers };
}

export function created(json: unknown): Reply {
  return { status: 201, json };
}

export function noContent(): Reply {
  return { status: 204 };
}

const MEDIA = /vnd\.github\.(?:v3\.)?(?<kind>raw|diff|patch|object|sha|html)\b/;

export class ApiCall {
  constructor(
    readonly world: World,
    readonly caller: Caller,
    readonly request: {
      readonly method: string;
      /** Below the API's prefix, with its query. */
      readonly url: URL;
      readonly params: Readonly<Record<string, string>>;
      readonly accept: string;
      readonly body: unknown;
    },
  ) {}

  param(name: string): string {
    return this.request.params[name] ?? '';
  }

  /** An id or number of the path. */
  id(name: string): number {
    return Number(this.param(name));
  }

  query(name: string): string | null {
    return this.request.url.searchParams.get(name);
  }

  /** The media type asked for beyond JSON, null for JSON. */
  get media(): string | null {
    return MEDIA.exec(this.request.accept)?.groups?.kind ?? null;
  }

  get body(): Readonly<Record<string, unknown>> {
    const { body } = this.request;
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : {};
  }

  get actor(): Actor {
    return actorOf(this.world, this.caller);
  }

  /** The App that acts. @throws ApiError 403 for anybody who is none. */
  get app(): App {
    if (this.caller.kind === 'app' || this.caller.kind === 'installation') return this.caller.app;
    throw new ApiError(403, 'You must authenticate via a GitHub App.');
  }

  /**
   * The repository of the path.
   * @throws ApiError 404; 301 (307 for writes) to its new name when it was renamed or moved.
   */
  get repo(): Repository {
    const { method, url } = this.request;
    const { state } = this.world;
    const [owner, name] = [this.param('owner'), this.param('repo')];
    const writes = method !== 'GET' && method !== 'HEAD';
    const repo = state.repositoryNamed(owner, name);
    if (repo !== undefined) {
      admit(this.world, this.caller, repo, writes);
      return repo;
    }
    const former = state.formerNames.get(`${owner}/${name}`.toLowerCase());
    const moved = former === undefined ? undefined : state.repositories.get(former);
    if (moved === undefined) throw notFound();
    admit(this.world, this.caller, moved, writes);
    const rest = url.pathname.split('/').slice(4).join('/');
    const path = `/repositories/${moved.id}${rest === '' ? '' : `/${rest}`}${url.search}`;
    const location = `${this.world.url}/api/v3${path}`;
    throw new ApiError(writes ? 307 : 301, 'Moved Permanently', undefined, { location });
  }

  /** A text field of the body, undefined when absent. @throws ApiError 422 for anything but a text or (where allowed) null. */
  text(resource: string, field: string): string | undefined {
    const value = this.body[field];
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw invalid({ resource, field, code: 'invalid' });
    return value;
  }

  textOrNull(resource: string, field: string): string | null | undefined {
    return this.body[field] === null ? null : this.text(resource, field);
  }

  /** @throws ApiError 422 when the field is missing. */
  required(resource: string, field: string): string {
    const value = this.text(resource, field);
    if (value === undefined) throw invalid({ resource, field, code: 'missing_field' });
    return value;
  }

  /** One of the given words, undefined when absent. @throws ApiError 422 for any other. */
  choice<const T extends string>(resource: string, field: string, words: readonly T[]): T | undefined {
    const value = this.body[field];
    if (value === undefined || value === null) return undefined;
    const word = words.find((candidate) => candidate === value);
    if (word === undefined) throw invalid({ resource, field, code: 'invalid' });
    return word;
  }

  /** Names of a list of texts or of objects with a `name`, undefined when absent. */
  names(resource: string, field: string): string[] | undefined {
    const value = this.body[field];
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) throw invalid({ resource, field, code: 'invalid' });
    return value.map((entry: unknown) => {
      const name = typeof entry === 'object' && entry !== null ? (entry as { name?: unknown }).name : entry;
      if (typeof name !== 'string') throw invalid({ resource, field, code: 'invalid' });
      return name;
    });
  }

  /** One page of a list, with its `link` header; `wrap` puts it under a key beside `total_count`. */
  paged<T>(items: readonly T[], view: (item: T) => unknown, wrap?: string): Reply {
    const page = pageOf(items, this.request.url, this.world.url);
    const views = page.items.map(view);
    return ok(wrap === undefined ? views : { total_count: items.length, [wrap]: views }, page.headers);
  }
}
