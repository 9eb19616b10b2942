/** A reader of answers that a test wrote down, by the path that would be asked for; what is not there is not there. */
import { fixedClock } from '../../src/core/clock.js';
import type { Verdict } from '../../src/domain/verification/verdict.js';
import { Forbidden, NotFound } from '../../src/infra/github/errors.js';
import type { Reader } from '../../src/infra/github/reader.js';
import { verify } from '../../src/verifiers/_run.js';
import { NOWHERE, type Origin } from '../../src/verifiers/_source.js';
import { acceptVerifier, type Verifier } from '../../src/verifiers/_verifier.js';

/** By path, without the query: `/repos/acme/shop/hooks?affiliation=outside` where that is what tells two apart. */
export type Answers = Readonly<Record<string, unknown>>;

export const NOW = new Date('2026-11-22T10:00:00Z');
const TOLD_APART = ['affiliation', 'permission'] as const;

/** GitHub refuses: not for want of a permission unless `reason` says so. */
export const refused = (reason: 'permission' | 'other' = 'other'): Forbidden =>
  new Forbidden('forbidden', { method: 'GET', route: '/x' }, {}, reason);

/** `asked` grows with each request. */
export function readerOf(answers: Answers, asked: string[] = []): Reader {
  const answer = (route: string, parameters: Readonly<Record<string, string | number>>): unknown => {
    const path = route.replace(/\{(?<key>\w+)\}/g, (_, key: string) => String(parameters[key]));
    const query = TOLD_APART.flatMap((key) => (key in parameters ? [`${key}=${parameters[key]}`] : []));
    const address = [path, ...query].join('?');
    asked.push(address);
    const found = answers[address];
    if (found instanceof Error) throw found;
    return found;
  };
  return {
    get: async (route, parameters) => ({ value: answer(route, parameters) ?? null, isUnchanged: false }),
    list: async (route, parameters) => {
      const values = answer(route, parameters);
      if (!Array.isArray(values)) throw new NotFound('not found', { method: 'GET', route });
      return { values: values.slice(0, 100), isWhole: values.length <= 100 };
    },
    graphql: () => Promise.reject(new Error('nothing asks GraphQL here')),
  };
}

/** The App may look at everything. */
export const ORIGIN: Origin = {
  repository: { id: 1, owner: 'acme', name: 'shop' },
  defaultBranch: 'main',
  isPrivate: false,
  api: null,
  permissions: {
    metadata: 'read',
    contents: 'read',
    members: 'read',
    administration: 'read',
    organization_administration: 'read',
    vulnerability_alerts: 'read',
    security_events: 'read',
    secret_scanning_alerts: 'read',
    repository_hooks: 'read',
    repository_advisories: 'read',
    attestations: 'read',
  },
  tree: null,
  web: null,
  terms: NOWHERE.terms,
  own: { appId: 77, checks: ['seaworthy/secrets', 'seaworthy/launch'], openFindings: 0, isHistoryRead: true },
};

/** What the verifiers of these names say of a repository that GitHub answers so about. */
export async function verdictsOf(
  names: readonly string[],
  answers: Answers,
  given: Partial<Origin> = {},
  asked: string[] = [],
): Promise<ReadonlyMap<string, Verdict>> {
  // One after the other: Jest's loader does not take parts that are linked at the same time.
  const loaded = new Map<string, Verifier>();
  for (const name of names) {
    const { default: verifier } = (await import(`../../src/verifiers/${name}.js`)) as { default: unknown };
    loaded.set(name, acceptVerifier(verifier));
  }
  const errors: unknown[] = [];
  const verdicts = await verify(
    loaded,
    { ...ORIGIN, api: readerOf(answers, asked), ...given },
    { clock: fixedClock(NOW), signal: new AbortController().signal, onError: (error) => errors.push(error) },
  );
  const unexpected = errors.find((error) => !(error instanceof Forbidden));
  if (unexpected !== undefined) throw unexpected;
  return verdicts;
}

/** `answer: because` of one. */
export async function sayOf(name: string, answers: Answers, given: Partial<Origin> = {}): Promise<string> {
  const verdict = (await verdictsOf([name], answers, given)).get(name);
  return `${verdict?.answer}: ${verdict?.because}`;
}
