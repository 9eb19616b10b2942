/** Everything we know of one repository's service, read from the database once: what the issue, the checks and the replies show. */
import { type HeaderFacts, type ItemState, type ItemStates, type View, summarise } from '../domain/checklist/index.js';
import type { Summary } from '../domain/checklist/index.js';
import { type Baseline, findBaseline, itemStates } from '../infra/db/baselines.js';
import { countOpenFindings } from '../infra/db/findings.js';
import { findServiceSettings, type ServiceSettings } from '../infra/db/services.js';
import type { Context } from './context.js';

export interface Service {
  readonly baseline: Baseline | null;
  readonly states: ItemStates;
  readonly settings: ServiceSettings;
  readonly header: HeaderFacts;
}

/** Where the explanation of an item stands when it does not fit into the issue. */
const GUIDE_URL = 'https://github.com/seaworthy-app/seaworthy/blob/main/docs/generated/catalogue.md';

export async function readService(repositoryId: number, { db }: Pick<Context, 'db'>): Promise<Service> {
  const baseline = await findBaseline(db, repositoryId);
  const stored = await itemStates(db, repositoryId);
  const open = await countOpenFindings(db, repositoryId);
  const settings = await findServiceSettings(db, repositoryId);
  return { baseline, states: stored as ReadonlyMap<string, ItemState>, settings, header: headerOf(settings, open) };
}

function headerOf({ risk, launchOn, launchedAt, champion }: ServiceSettings, openFindings: number): HeaderFacts {
  const text = `${openFindings} committed ${openFindings === 1 ? 'secret is' : 'secrets are'} neither rotated nor dismissed`;
  return {
    ...(risk === null ? {} : { risk: risk.level }),
    ...(launchOn === null ? {} : { launch: launchOn }),
    ...(launchedAt === null ? {} : { launched: launchedAt.toISOString().slice(0, 10) }),
    ...(champion === null ? {} : { champion }),
    ...(openFindings > 0 ? { blockers: [{ text }] } : {}),
  };
}

/** What the issue of this service is rendered from, with nobody's notes yet. */
export function viewOf(repositoryId: number, service: Service, context: Pick<Context, 'checklists' | 'clock'>): View {
  return {
    repository: { id: repositoryId },
    checklists: context.checklists,
    states: service.states,
    header: service.header,
    today: context.clock.now().toISOString().slice(0, 10),
    guideUrl: GUIDE_URL,
    notes: [],
  };
}

export function summaryOf(service: Service, context: Pick<Context, 'checklists'>): Summary {
  return summarise(context.checklists, service.states, service.header);
}
