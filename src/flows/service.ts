/** Everything we know of one repository's service, read from the database once: what the issue, the checks and the replies show. */
import { dayOf } from '../core/clock.js';
import type { RepoRef } from '../core/repo-ref.js';
import { isHigher } from '../core/risk.js';
import {
  type Asides,
  type Checklist,
  GUIDE_URL,
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
import { endedState } from '../domain/life/course.js';
import { addDays } from '../domain/life/terms.js';
import { type Baseline, findBaseline, itemStates } from '../infra/db/baselines.js';
import { findRepository } from '../infra/db/installations.js';
import { findServiceSettings, type ServiceSettings } from '../infra/db/services.js';
import { readAsides } from './asides.js';
import type { Context } from './context.js';
import { countSecrets, type Secrets } from './count-secrets.js';
import { catalogueOf, type PolicyInForce, policyOf } from './policy.js';

export interface Service {
  readonly baseline: Baseline | null;
  /** Those that apply here, cut to their level. */
  readonly checklists: readonly Checklist[];
  /** Items that a rule takes off, with the reason. */
  readonly notApplicable: ReadonlyMap<string, string>;
  /** On record. */
  readonly stored: ItemStates;
  /** With what follows from the calendar, the policy's rules and other items; this is what is shown. */
  readonly states: ItemStates;
  /** Requests that wait for approval, and who was asked to see to what. */
  readonly asides: Asides;
  readonly settings: ServiceSettings;
  readonly policy: PolicyInForce;
  readonly header: HeaderFacts;
  /** Findings that are open. */
  readonly secrets: Secrets;
}

/** What it takes: the database, and no request to GitHub. */
export type ServiceReader = Pick<Context, 'db' | 'job' | 'clock' | 'checklists'>;

/** A rule of the policy holds since ever: no statement of a person is older. */
const ALWAYS = new Date(0).toISOString();

export async function readService(repositoryId: number, context: ServiceReader): Promise<Service> {
  const { db } = context;
  const row = await findRepository(db, repositoryId);
  const ref: RepoRef = { id: repositoryId, owner: row?.owner ?? '', name: row?.name ?? '' };
  const policy = await policyOf(ref, context);
  const baseline = await findBaseline(db, repositoryId);
  const stored = (await itemStates(db, repositoryId)) as ReadonlyMap<string, ItemState>;
  const secrets = await countSecrets(repositoryId, policy.policy.scan, context);
  const settings = await findServiceSettings(db, repositoryId);
  const chosen = withSettings(policy.policy, settings);
  const under = itemsUnder(chosen, { facts: policy.facts, stored }, context);
  const asides = await readAsides(repositoryId, context);
  const header = headerOf(settings, chosen, secrets, baseline);
  return { ...under, baseline, stored, asides, settings, policy, header, secrets };
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
  context: Pick<Context, 'checklists' | 'clock'>,
): Pick<Service, 'checklists' | 'notApplicable' | 'states'> {
  const { checklists, notApplicable } = tailor({ policy, catalogue: catalogueOf(context), facts });
  const states = withEnded(stored, dayOf(context.clock.now()));
  return { checklists, notApplicable, states: shownStates(states, { checklists, notApplicable }) };
}

/** What is on record with what follows from it: by the policy's rules, then by what is done with another item. */
export function shownStates(
  states: ItemStates,
  { checklists, notApplicable }: Pick<Service, 'checklists' | 'notApplicable'>,
): ItemStates {
  return withShared(withRules(states, notApplicable), checklists);
}

/** A waiver ends with its last day, whenever somebody comes to put that on record. */
function withEnded(states: ItemStates, today: string): ItemStates {
  const ended = [...states].flatMap(([id, state]): [string, ItemState][] =>
    state.kind === 'waived' && state.until < today
      ? [[id, endedState(state, `${addDays(state.until, 1)}T00:00:00.000Z`)]]
      : [],
  );
  return new Map([...states, ...ended]);
}

/** What a rule of the policy says does not apply, unless it was done all the same or somebody gave another reason. */
function withRules(states: ItemStates, reasons: ReadonlyMap<string, string>): ItemStates {
  const ruled = [...reasons]
    .filter(([id]) => stateOf(states, id).kind === 'open')
    .map(([id, reason]): [string, ItemState] => [id, { kind: 'not-applicable', by: null, at: ALWAYS, reason }]);
  return new Map([...states, ...ruled]);
}

/** What is done with another item, whose controls it shares. */
function withShared(states: ItemStates, checklists: readonly Checklist[]): ItemStates {
  return new Map([...states, ...shared(states, itemsOf(checklists))]);
}

function headerOf(
  { launchedAt }: ServiceSettings,
  { risk, launch, champion, shouldCountsFrom, teams }: EffectivePolicy,
  secrets: Secrets,
  baseline: Baseline | null,
): HeaderFacts {
  const text = `${secrets.blocks} committed ${secrets.blocks === 1 ? 'secret is' : 'secrets are'} neither rotated nor dismissed`;
  return {
    ...(risk === null ? {} : { risk, shouldCounts: !isHigher(shouldCountsFrom, risk) }),
    ...(launch === null ? {} : { launch }),
    ...(launchedAt === null ? {} : { launched: dayOf(launchedAt) }),
    ...(champion === null ? {} : { champion }),
    ...(baseline?.catalogueChange == null ? {} : { updated: baseline.catalogueChange }),
    approvers: teams.security.map((entry) => entry.replace(/^@/, '')),
    ...(secrets.blocks > 0 ? { blockers: [{ text }] } : {}),
    ...(secrets.debt > 0 ? { oldSecrets: secrets.debt } : {}),
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
    today: dayOf(context.clock.now()),
    guideUrl: GUIDE_URL,
    notes: [],
  };
}

export function summaryOf({ checklists, states, asides, header }: Service): Summary {
  return summarise(checklists, states, header, asides);
}
