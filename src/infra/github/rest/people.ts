/** Signs people in with GitHub and asks as them, through Octokit. */
import { Octokit } from '@octokit/rest';
import { z } from 'zod';
import type { Clock } from '../../../core/clock.js';
import type { GitHubSite } from '../../../core/github-site.js';
import { classify } from '../classify.js';
import { Forbidden, NotFound, Transient, Unexpected } from '../errors.js';
import { KeptAnswers, type KeptBy } from '../kept-answers.js';
import { callOf } from '../octokit.js';
import {
  type Authorization,
  type Identity,
  type People,
  type Person,
  type PersonalInstallation,
  type PersonalRepository,
  type PersonToken,
  SignInRefused,
} from '../people.js';
import type { Reader } from '../reader.js';
import { createTransport, type Fetch, type TransportLog } from '../transport.js';
import { createReader } from './reader.js';

export interface PeopleOptions {
  readonly site: GitHubSite;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clock: Clock;
  readonly log: TransportLog;
  readonly send?: Fetch;
}

/** Entries of a page, GitHub's most. */
const PER_PAGE = 100;
/** 10,000 repositories; who sees more has to look at an organisation of its own. */
const MOST_PAGES = 100;
/** "No more than 100 concurrent requests", shared with whatever else the person runs. */
const AT_ONCE = 6;
/** Somebody waits for the page. */
const TIMEOUT_MS = 15_000;

const identity = z.object({ id: z.int().positive(), login: z.string().min(1) });
const installations = z.object({
  total_count: z.int().nonnegative(),
  installations: z.array(
    z.object({ id: z.int().positive(), account: identity.extend({ type: z.string().optional() }).nullable() }),
  ),
});
const repositories = z.object({
  total_count: z.int().nonnegative(),
  repositories: z.array(
    z.object({
      id: z.int().positive(),
      permissions: z
        .object({
          pull: z.boolean(),
          triage: z.boolean().optional(),
          push: z.boolean(),
          maintain: z.boolean().optional(),
          admin: z.boolean(),
        })
        .optional(),
    }),
  ),
});
const membership = z.object({ role: z.string(), state: z.string() });
const exchanged = z.union([
  z.object({ access_token: z.string().min(1), expires_in: z.number().positive().optional() }),
  z.object({ error: z.string() }),
]);

export function createPeople(options: PeopleOptions): People {
  const { site, clientId, clock, log } = options;
  const transport = createTransport(log, TIMEOUT_MS, options.send);
  const kept = new KeptAnswers();
  return {
    authorizeUrl({ redirectUri, state, challenge }: Authorization): string {
      const url = new URL(`${site.url}/login/oauth/authorize`);
      url.search = new URLSearchParams({
        client_id: clientId,
        redirect_uri: redirectUri,
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      }).toString();
      return url.href;
    },
    exchange: (code, by) => exchange(code, by, options, transport),
    as(token, key) {
      const nothing = () => undefined;
      const silent = { debug: nothing, info: nothing, warn: nothing, error: nothing };
      const octokit = new Octokit({
        auth: token,
        baseUrl: site.apiUrl,
        userAgent: 'seaworthy-dashboard',
        log: silent,
        request: { fetch: transport, log: silent },
      });
      octokit.hook.error('request', (error, { method, url }) => {
        throw classify(error, callOf(method, url), clock.now());
      });
      return personOf(createReader(octokit, clock, key === 'somebody' ? FORGETFUL : slim(kept.of(key))));
    },
  };
}

const FORGETFUL: KeptBy = { find: () => null, keep: () => undefined };

/** Of a repository GitHub tells some 6 kB, of which we use a line. */
function slim(kept: KeptBy): KeptBy {
  return {
    find: (url) => kept.find(url),
    keep(url, answer) {
      const listed = repositories.safeParse(answer.value);
      kept.keep(url, listed.success ? { ...answer, value: listed.data } : answer);
    },
  };
}

function personOf(reader: Reader): Person {
  return {
    self: async (): Promise<Identity> => shaped(identity, (await reader.get('/user', {})).value, '/user'),
    async installations() {
      const pages = await everyPage(reader, '/user/installations', {}, installations);
      return pages.flatMap((page) => page.installations).flatMap(toInstallation);
    },
    async repositories(installationId) {
      const route = '/user/installations/{installation_id}/repositories';
      const pages = await everyPage(reader, route, { installation_id: installationId }, repositories);
      return pages.flatMap((page) => page.repositories).flatMap(toRepository);
    },
    async owns(org) {
      try {
        const route = '/user/memberships/orgs/{org}';
        const { value } = await reader.get(route, { org });
        if (value === null) return false;
        const { role, state } = shaped(membership, value, route);
        return role === 'admin' && state === 'active';
      } catch (error) {
        // The installation has not accepted `members: read`, or the organisation keeps Apps out.
        if (error instanceof Forbidden) return false;
        throw error;
      }
    },
  };
}

/** The first page tells how many there are; the others are asked for a few at a time. @throws NotFound */
async function everyPage<Page extends { readonly total_count: number }>(
  reader: Reader,
  route: string,
  parameters: Readonly<Record<string, string | number>>,
  shape: z.ZodType<Page>,
): Promise<readonly Page[]> {
  const read = async (page: number): Promise<Page> => {
    const { value } = await reader.get(route, { ...parameters, per_page: PER_PAGE, page });
    if (value === null) throw new NotFound('not found', { method: 'GET', route });
    return shaped(shape, value, route);
  };
  const first = await read(1);
  const last = Math.min(Math.ceil(first.total_count / PER_PAGE), MOST_PAGES);
  const pages = [first];
  for (let next = 2; next <= last; next += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, last - next + 1) }, (_, index) => next + index);
    pages.push(...(await Promise.all(numbers.map(read))));
  }
  return pages;
}

/** @throws Unexpected */
function shaped<T>(shape: z.ZodType<T>, value: unknown, route: string): T {
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  throw new Unexpected('answered in a shape that we do not know', { method: 'GET', route });
}

function toInstallation({
  id,
  account,
}: z.infer<typeof installations>['installations'][number]): PersonalInstallation[] {
  if (account === null) return [];
  return [{ id, account: { id: account.id, login: account.login, isOrganization: account.type === 'Organization' } }];
}

function toRepository({ id, permissions }: z.infer<typeof repositories>['repositories'][number]): PersonalRepository[] {
  if (permissions?.pull !== true) return [];
  const { admin, maintain, push, triage } = permissions;
  const permission = admin ? 'admin' : maintain ? 'maintain' : push ? 'write' : triage ? 'triage' : 'read';
  return [{ id, permission }];
}

/** @see https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-user-access-token-for-a-github-app */
async function exchange(
  code: string,
  { redirectUri, verifier }: Parameters<People['exchange']>[1],
  { site, clientId, clientSecret, clock }: PeopleOptions,
  transport: Fetch,
): Promise<PersonToken> {
  const call = { method: 'POST', route: '/login/oauth/access_token' };
  const body = {
    client_id: clientId,
    client_secret: clientSecret,
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  };
  let response: Response;
  try {
    response = await transport(`${site.url}${call.route}`, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', 'user-agent': 'seaworthy-dashboard' },
      body: JSON.stringify(body),
    });
  } catch (error) {
    throw classify(error, call, clock.now());
  }
  const { status } = response;
  if (status >= 500 || status === 429) throw new Transient(`answered ${status}`, call, { status }, false);
  // What is no JSON is told below, like JSON that we know no meaning of.
  const answer = exchanged.safeParse(await response.json().catch(() => null));
  if (!answer.success) throw new Unexpected(`answered ${status}`, call, { status });
  if ('error' in answer.data) throw new SignInRefused(answer.data.error);
  const { access_token: token, expires_in: seconds } = answer.data;
  return { token, endsAt: seconds === undefined ? null : new Date(clock.now().getTime() + seconds * 1000) };
}
