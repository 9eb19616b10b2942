/** Reads GitHub with somebody's own token, or with none: for the command line, where nobody has installed the App. */
import { Octokit } from '@octokit/rest';
import type { Clock } from '../../core/clock.js';
import { classify } from './classify.js';
import { Forbidden } from './errors.js';
import { callOf } from './octokit.js';
import type { Reader } from './reader.js';
import { createReader } from './rest/reader.js';
import { createTransport } from './transport.js';

export interface PersonalReaderOptions {
  /** Empty: public repositories, 60 requests an hour. */
  readonly token: string;
  /** Of the REST API, without a slash at its end. */
  readonly baseUrl: string;
  readonly clock: Clock;
}

const nothing = () => undefined;
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };
/** One run asks for nothing twice. */
const FORGETFUL = { find: () => null, keep: nothing };

/** Every method throws a `GitHubError`. */
export function personalReader({ token, baseUrl, clock }: PersonalReaderOptions): Reader {
  const octokit = new Octokit({
    baseUrl,
    userAgent: 'seaworthy-check',
    log: SILENT,
    request: { fetch: createTransport(SILENT), log: SILENT },
    ...(token === '' ? {} : { auth: token }),
  });
  octokit.hook.error('request', (error, { method, url }) => {
    throw classify(error, callOf(method, url), clock.now());
  });
  const reader = createReader(octokit, clock, FORGETFUL);
  // GitHub answers GraphQL to nobody without a token: whoever asks takes the other way.
  return token === '' ? { ...reader, graphql: () => Promise.reject(NO_TOKEN) } : reader;
}

const NO_TOKEN = new Forbidden('GraphQL takes a token', { method: 'POST', route: '/graphql' });
