/** GitHub as one person sees it: a reader with their own token, for the command line. */
import { Octokit } from '@octokit/rest';
import type { Clock } from '../../core/clock.js';
import { classify } from './classify.js';
import { KeptAnswers } from './kept-answers.js';
import { callOf } from './octokit.js';
import type { Reader } from './reader.js';
import { createReader } from './rest/reader.js';
import { createTransport, type Fetch, type TransportLog } from './transport.js';

export interface Person {
  /** Absent: what everybody sees, 60 requests an hour. */
  readonly token?: string;
  /** `https://api.github.com`, without a trailing slash. */
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: TransportLog;
  readonly send?: Fetch;
}

/** Nothing is requested here, and nothing is kept but in memory. Only trying tells what the token may see. */
export function readerOfPerson({ token, apiUrl, clock, log, send }: Person): Reader {
  const nothing = () => undefined;
  const octokit = new Octokit({
    baseUrl: apiUrl,
    ...(token === undefined ? {} : { auth: token }),
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    request: { fetch: createTransport(log, undefined, send) },
  });
  octokit.hook.error('request', (error, { method, url }) => {
    throw classify(error, callOf(method, url), clock.now());
  });
  return createReader(octokit, clock, new KeptAnswers().of('self'));
}
