/** Where items stand as OSCAL assessment results, for programs of governance, risk and compliance: one result for each service. */
import { createHash } from 'node:crypto';
import { type Checklist, type Item, type ItemState, type ItemStates, itemsOf, stateOf } from '../checklist/index.js';
import { uuidOf } from './uuid.js';

/** @see https://pages.nist.gov/OSCAL-Reference/models/v1.1.2/assessment-results/json-reference/ */
export const OSCAL_VERSION = '1.1.2';

/** Names of our own properties. */
const NAMESPACE = 'https://github.com/seaworthy-app/seaworthy/ns/oscal';

/** One service with its items. */
export interface AssessedService {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly checklists: readonly Checklist[];
  readonly states: ItemStates;
}

export interface Assessment {
  /** Login of the organisation. */
  readonly account: string;
  /** When it was read. */
  readonly at: Date;
  readonly services: readonly AssessedService[];
}

/**
 * The document. Its parts keep their UUID from one to the next; that of the document is another when anything in it is.
 * @throws Error without a service: results are at least one.
 */
export function assessmentResults({ account, at, services }: Assessment): object {
  if (services.length === 0) throw new Error('An assessment has at least one result');
  const plan = uuidOf(`plan:${account.toLowerCase()}`);
  const body = {
    metadata: {
      title: `Security baselines of ${account}`,
      'last-modified': at.toISOString(),
      version: at.toISOString(),
      'oscal-version': OSCAL_VERSION,
      props: [prop('tool', 'Seaworthy')],
    },
    'import-ap': { href: `#${plan}`, remarks: 'The plan is the checklists of each service, at all times.' },
    results: services.map((service) => resultOf(service, at)),
    'back-matter': {
      resources: [
        {
          uuid: plan,
          title: 'Continuous assessment by Seaworthy',
          description:
            'Items of the checklists are attested by people or looked at by verifiers; there is no other plan.',
        },
      ],
    },
  };
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('hex');
  return { 'assessment-results': { uuid: uuidOf(`results:${digest}`), ...body } };
}

function resultOf(service: AssessedService, at: Date): object {
  const repository = `${service.owner}/${service.name}`;
  const items = itemsOf(service.checklists);
  const assessed = items.map((item) => partsOf(item, stateOf(service.states, item.id), service.id, at));
  const risks = assessed.flatMap(({ risk }) => risk ?? []);
  const findings = assessed.flatMap(({ finding }) => finding ?? []);
  return {
    uuid: uuidOf(`result:${service.id}`),
    title: repository,
    description: `Where the items of ${repository} stand.`,
    start: at.toISOString(),
    'local-definitions': {
      components: [
        {
          uuid: componentOf(service.id),
          type: 'software',
          title: repository,
          description: `The repository ${repository}.`,
          props: [prop('repository-id', String(service.id))],
          status: { state: 'operational' },
        },
      ],
    },
    'reviewed-controls': {
      'control-selections': [
        items.length === 0
          ? { description: 'No checklist applies.' }
          : { 'include-controls': items.map(({ id }) => ({ 'control-id': tokenOf(id) })) },
      ],
    },
    // Empty lists are not allowed.
    ...(assessed.length === 0 ? {} : { observations: assessed.map(({ observation }) => observation) }),
    ...(risks.length === 0 ? {} : { risks }),
    ...(findings.length === 0 ? {} : { findings }),
  };
}

interface Parts {
  readonly observation: object;
  readonly finding?: object;
  readonly risk?: object;
}

/** An item that does not apply was observed, and is no finding: it is neither satisfied nor not. */
function partsOf(item: Item, state: ItemState, repositoryId: number, at: Date): Parts {
  const of = (kind: string) => uuidOf(`${kind}:${repositoryId}:${item.id}`);
  const href = 'evidence' in state && state.evidence !== undefined ? webAddressIn(state.evidence) : undefined;
  const observation = {
    uuid: of('observation'),
    title: item.title,
    description: sentenceOf(state),
    props: [prop('state', state.kind), prop('risk', item.risk), prop('level', item.level)],
    methods: [METHODS[state.kind]],
    subjects: [{ 'subject-uuid': componentOf(repositoryId), type: 'component' }],
    ...('evidence' in state && state.evidence !== undefined
      ? { 'relevant-evidence': [{ ...(href === undefined ? {} : { href }), description: state.evidence }] }
      : {}),
    collected: collectedAt(state) ?? at.toISOString(),
    ...(state.kind === 'waived' ? { expires: endOf(state.until) } : {}),
  };
  if (state.kind === 'not-applicable') return { observation };
  const risk = state.kind === 'waived' ? riskOf(item, state, of('risk')) : undefined;
  const finding = {
    uuid: of('finding'),
    title: item.title,
    description: item.title,
    ...(item.satisfies.length === 0 ? {} : { props: item.satisfies.map((control) => prop('satisfies', control)) }),
    target: {
      type: 'objective-id',
      'target-id': tokenOf(item.id),
      status: {
        state: state.kind === 'done' || state.kind === 'verified' ? 'satisfied' : 'not-satisfied',
        reason: REASONS[state.kind],
        remarks: sentenceOf(state),
      },
    },
    'related-observations': [{ 'observation-uuid': of('observation') }],
    ...(risk === undefined ? {} : { 'related-risks': [{ 'risk-uuid': of('risk') }] }),
  };
  return { observation, finding, ...(risk === undefined ? {} : { risk }) };
}

function riskOf(item: Item, state: Extract<ItemState, { kind: 'waived' }>, uuid: string): object {
  return {
    uuid,
    title: item.title,
    description: item.why,
    statement: state.reason,
    props: [prop('accepted-by', state.approver), prop('asked-by', state.by)],
    status: 'deviation-approved',
    deadline: endOf(state.until),
  };
}

/** When somebody said or saw it; undefined for what holds since ever, by a rule of the policy or because nobody began. */
function collectedAt({ at }: ItemState): string | undefined {
  return at === undefined || Date.parse(at) === 0 ? undefined : at;
}

/** A person's word is an interview, a verifier's look a test. */
const METHODS = {
  open: 'UNKNOWN',
  done: 'INTERVIEW',
  verified: 'TEST',
  stale: 'UNKNOWN',
  'not-applicable': 'INTERVIEW',
  waived: 'INTERVIEW',
  unknown: 'UNKNOWN',
} as const satisfies Readonly<Record<ItemState['kind'], string>>;

const REASONS = {
  open: 'fail',
  done: 'pass',
  verified: 'pass',
  stale: 'fail',
  waived: 'other',
  unknown: 'other',
} as const;

function sentenceOf(state: ItemState): string {
  switch (state.kind) {
    case 'open':
      return 'Nobody has seen to it.';
    case 'done':
      return `Attested by ${state.by ?? 'somebody'}.`;
    case 'verified':
      return 'Seen by a verifier.';
    case 'stale':
      return `Out of date: ${state.reason}`;
    case 'not-applicable':
      return `Does not apply${state.reason === undefined ? '' : `: ${state.reason}`}.`;
    case 'waived':
      return `The risk is accepted until ${state.until} by ${state.approver}: ${state.reason}`;
    case 'unknown':
      return `Could not be looked at: ${state.reason}`;
  }
}

const componentOf = (repositoryId: number): string => uuidOf(`component:${repositoryId}`);

/** Values of properties are text without blanks around it, and never empty. */
function prop(name: string, value: string): object {
  return { name, ns: NAMESPACE, value: value.trim() || 'none' };
}

/** Tokens begin with a letter or `_`. Ids of items are slugs, of which some begin with a digit. */
function tokenOf(id: string): string {
  return /^\d/.test(id) ? `_${id}` : id;
}

const endOf = (day: string): string => `${day}T23:59:59Z`;

function webAddressIn(evidence: string): string | undefined {
  return /^https?:\/\/\S+$/.test(evidence) && URL.canParse(evidence) ? new URL(evidence).href : undefined;
}
