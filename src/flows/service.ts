/** Everything we know of one repository's service, read from the database once: what the issue, the checks and the replies show. */
import type { RepoRef } from '../core/repo-ref.js';
import { isHigher } from '../core/risk.js';
import {
  type Asides,
  type Checklist,
  type HeaderFacts,
  type ItemState,
  type ItemStates,
  itemsOf,
  type Summary,
  shared,
  stateOf,
  summarise,
  type View,
} from '../domain/checklist/index.js';
import { type EffectivePolicy, type RepositoryFacts, tailor } from '../domain/policy/index.js';
import { type Baseline, findBaseline, itemStates } from '../infra/db/baselines.js';
import { countOpenFindings } from '../infra/db/findings.js';
import { findRepository } from '../infra/db/installations.js';
import { findServiceSettings, type ServiceSettings } from '../infra/db/services.js';
import { readAsides } from './asides.js';
import type { Context } from './context.js';
import { catalogueOf, type PolicyInForce, policyOf } from './policy.js';

export interface Service {
  readonly baseline: Baseline | null;
  /** Those that apply here, cut to their level. */
  readonly checklists: readonly Checklist[];
  /** On record. */
  readonly stored: ItemStates;
  /** With what follows from the policy's rules and from other items; this is what is shown. */
  readonly states: ItemStates;
  /** Requests that wait for approval, and who was asked to see to what. */
  readonly asides: Asides;
  readonly settings: ServiceSettings;
  readonly policy: PolicyInForce;
  readonly header: HeaderFacts;
}

type Reader = Pick<Context, 'db' | 'job' | 'checklists'>;

/** Where the explanation of an item stands when it does not fit into the issue. */
const GUIDE_URL = 'https://github.com/seaworthy-app/seaworthy/blob/main/docs/generated/catalogue.md';

/** A rule of the policy holds since ever: no statement of a person is older. */
const ALWAYS = new Date(0).toISOString();

export async function readService(repositoryId: number, context: Reader): Promise<Service> {
  const { db } = context;
  const row = await findRepository(db, repositoryId);
  const ref: RepoRef = { id: repositoryId, owner: row?.owner ?? '', name: row?.name ?? '' };
  const policy = await policyOf(ref, context);
  const baseline = await findBaseline(db, repositoryId);
  const stored = (await itemStates(db, repositoryId)) as ReadonlyMap<string, ItemState>;
  const open = await countOpenFindings(db, repositoryId);
  const settings = await findServiceSettings(db, repositoryId);
  const chosen = withSettings(policy.policy, settings);
  const { checklists, states } = itemsUnder(chosen, { facts: policy.facts, stored }, context);
  const asides = await readAsides(repositoryId, context);
  return { baseline, checklists, stored, states, asides, settings, policy, header: headerOf(settings, chosen, open) };
}

/** What people said about the service goes before what the policy says of it; the checklists that they chose add to the policy's. */
export function withSettings(policy: EffectivePolicy, settings: ServiceSettings): EffectivePolicy {
  return {
    ...policy,
    checklists: [...new Set([...policy.checklists, ...(settings.used ?? [])])],
    risk: settings.risk?.level ?? policy.risk,
    launch: settings.launchOn ?? policy.launch,
    champion: settings.champion ?? policy.champion,
  };
}

/** What a policy makes of what is on record: the checklists that apply, and the states as they are shown. */
export function itemsUnder(
  policy: EffectivePolicy,
  { facts, stored }: { readonly facts: RepositoryFacts; readonly stored: ItemStates },
  context: Pick<Context, 'checklists'>,
): Pick<Service, 'checklists' | 'states'> {
  const { checklists, notApplicable } = tailor({ policy, catalogue: catalogueOf(context), facts });
  return { checklists, states: withShared(withRules(stored, notApplicable), checklists) };
}

/** What a rule of the policy says does not apply, unless a person has said something else about it. */
function withRules(states: ItemStates, reasons: ReadonlyMap<string, string>): ItemStates {
  const ruled = [...reasons]
    .filter(([id]) => stateOf(states, id).kind === 'open')
    .map(([id, reason]): [string, ItemState] => [id, { kind: 'not-applicable', by: null, at: ALWAYS, reason }]);
  return new Map([...states, ...ruled]);
}

/** What is done with another item, whose controls it shares. */
export function withShared(states: ItemStates, checklists: readonly Checklist[]): ItemStates {
  return new Map([...states, ...shared(states, itemsOf(checklists))]);
}

function headerOf(
  { launchedAt }: ServiceSettings,
  { risk, launch, champion, shouldCountsFrom, teams }: EffectivePolicy,
  openFindings: number,
): HeaderFacts {
  const text = `${openFindings} committed ${openFindings === 1 ? 'secret is' : 'secrets are'} neither rotated nor dismissed`;
  return {
    ...(risk === null ? {} : { risk, shouldCounts: !isHigher(shouldCountsFrom, risk) }),
    ...(launch === null ? {} : { launch }),
    ...(launchedAt === null ? {} : { launched: launchedAt.toISOString().slice(0, 10) }),
    ...(champion === null ? {} : { champion }),
    approvers: teams.security.map((entry) => entry.replace(/^@/, '')),
    ...(openFindings > 0 ? { blockers: [{ text }] } : {}),
  };
}

/** What the issue of this service is rendered from, with nobody's notes yet. */
export function viewOf(repositoryId: number, service: Service, context: Pick<Context, 'clock'>): View {
  return {
    repository: { id: repositoryId },
    checklists: service.checklists,
    states: service.states,
    asides: service.asides,
    header: service.header,
    today: context.clock.now().toISOString().slice(0, 10),
    guideUrl: GUIDE_URL,
    notes: [],
  };
}

export function summaryOf({ checklists, states, asides, header }: Service): Summary {
  return summarise(checklists, states, header, asides);
}
