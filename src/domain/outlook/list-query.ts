/** What the list of repositories is asked for, as it stands in the address of the page. */
import { RISK_LEVELS, type RiskLevel } from '../../core/risk.js';
import { CHART, type Letter } from '../checklist/index.js';

const GRADES = CHART.map(([letter]) => letter);
const RISKS = [...RISK_LEVELS, 'UNKNOWN'] as const;
export const STATES = ['ready', 'not-ready', 'launched', 'at-risk'] as const;
export const SORTS = ['launch', 'name', 'grade', 'risk', 'blockers', 'progress', 'secrets'] as const;

export interface ListQuery {
  /** Part of the name, in any case; at most 100 characters. */
  readonly search: string;
  readonly grade: Letter | null;
  readonly risk: RiskLevel | 'UNKNOWN' | null;
  readonly state: (typeof STATES)[number] | null;
  /** Login in lower case, without `@`. */
  readonly champion: string | null;
  readonly sort: (typeof SORTS)[number];
  readonly descending: boolean;
  /** From 1 on; 50 repositories each. */
  readonly page: number;
}

export const ALL_REPOSITORIES: ListQuery = {
  search: '',
  grade: null,
  risk: null,
  state: null,
  champion: null,
  sort: 'launch',
  descending: false,
  page: 1,
};

/** Longer searches than names are. */
const LONGEST = 100;
const LAST_PAGE = 100_000;

/** What is not known or not allowed is as if it had not been said. */
export function parseListQuery(said: URLSearchParams): ListQuery {
  const page = Number(said.get('page'));
  return {
    search: (said.get('search') ?? '').trim().slice(0, LONGEST),
    grade: oneOf(GRADES, said.get('grade')),
    risk: oneOf(RISKS, said.get('risk')),
    state: oneOf(STATES, said.get('state')),
    champion: (said.get('champion') ?? '').trim().replace(/^@/, '').toLowerCase().slice(0, LONGEST) || null,
    sort: oneOf(SORTS, said.get('sort')) ?? ALL_REPOSITORIES.sort,
    descending: said.get('order') === 'desc',
    page: Number.isInteger(page) && page >= 1 && page <= LAST_PAGE ? page : 1,
  };
}

/** The same as parameters of an address, only what differs from the list of all; with `change`. A changed filter begins at page 1. */
export function listParameters(query: ListQuery, change: Partial<ListQuery> = {}): URLSearchParams {
  const asked = { ...query, page: 1, ...change };
  const said = {
    search: asked.search,
    grade: asked.grade,
    risk: asked.risk,
    state: asked.state,
    champion: asked.champion,
    sort: asked.sort === ALL_REPOSITORIES.sort ? null : asked.sort,
    order: asked.descending ? 'desc' : null,
    page: asked.page === 1 ? null : String(asked.page),
  };
  return new URLSearchParams(
    Object.entries(said).flatMap(([key, value]): [string, string][] => (value ? [[key, value]] : [])),
  );
}

function oneOf<T extends string>(known: readonly T[], said: string | null): T | null {
  return known.find((one) => one === said) ?? null;
}
