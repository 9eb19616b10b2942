/** The policy that holds for one repository: the organisation has the say, the repository's own file may only make it stricter. */
import { isHigher, RISK_LEVELS, type RiskLevel } from '../../core/risk.js';
import { DEFAULTS, type EffectivePolicy, type ScanPolicy, type WaiverTerm } from './effective.js';
import { matches, type RepositoryFacts } from './facts.js';
import { exposureOf, filesOf, targetsOf } from './resolve-addresses.js';
import { gatesOf } from './resolve-gates.js';
import { type ParsedPolicy, SURENESS, type Sureness } from './schema.js';
import { highestNames, missingFrom } from './names.js';
import { type Settings, settingsOf } from './settle.js';

export interface PolicyInput {
  /** Null where there is no file: then the defaults hold in its place. */
  readonly organisation: ParsedPolicy | null;
  readonly repository: ParsedPolicy | null;
  readonly facts: RepositoryFacts;
}

/** Whose word a value is. */
export type Origin = 'default' | 'organisation' | 'repository';

/** Something in the repository's file that has no effect. */
export interface Loosening {
  /** In the repository's file, for its line. */
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

export interface ResolvedPolicy {
  readonly policy: EffectivePolicy;
  /** Where each value comes from, by its key as written in the file; of lists by entry: `checklists.web-service`, `checklists.open-source@2`. */
  readonly origins: ReadonlyMap<string, Origin>;
  readonly problems: readonly Loosening[];
}

/** Pure, and cheap: some microseconds a repository. */
export function resolvePolicy(input: PolicyInput): ResolvedPolicy {
  const settings = settingsOf(input);
  const policy: EffectivePolicy = {
    checklists: checklistsOf(input, settings),
    notApplicable: rulesOf(input, settings),
    teams: { security: approversOf(input, settings) },
    risk: settings.own('risk', input.repository?.risk),
    launch: settings.own('launch', input.repository?.launch),
    champion: settings.own('champion', input.repository?.champion?.replace(/^@/, '')),
    shouldCountsFrom: settings.settle<RiskLevel>({
      path: ['should_counts_from'],
      read: (file) => file.should_counts_from,
      fallback: DEFAULTS.shouldCountsFrom,
      isLooser: isHigher,
      only: 'a lower level',
    }),
    waivers: waiversOf(settings),
    evidence: {
      maxAgeDays: settings.settle<number>({
        path: ['evidence', 'max_age_days'],
        read: (file) => file.evidence?.max_age_days,
        fallback: DEFAULTS.evidence.maxAgeDays,
        isLooser: (asked, held) => asked > held,
        only: 'fewer days',
      }),
    },
    whenClosed: settings.settle<EffectivePolicy['whenClosed']>({
      path: ['when_closed'],
      read: (file) => file.when_closed,
      fallback: DEFAULTS.whenClosed,
      isLooser: (asked, held) => asked === 'record' && held === 'reopen',
      only: '`reopen`',
    }),
    scan: scanOf(input, settings),
    gates: gatesOf(input, settings),
    targets: targetsOf(input, settings),
    exposure: exposureOf(input, settings),
  };
  return { policy, origins: settings.origins, problems: settings.problems };
}

/** Checklists add up: what every repository gets, what fits this one, what it asks for itself. */
function checklistsOf({ organisation, repository, facts }: PolicyInput, settings: Settings): readonly string[] {
  const names = new Map<string, Origin>();
  const add = (list: readonly string[], origin: Origin): void => {
    for (const name of list) if (!names.has(name)) names.set(name, origin);
  };
  const held = organisation?.default ?? DEFAULTS.checklists;
  const heldFrom = organisation?.default === undefined ? 'default' : 'organisation';
  const own = repository?.default;
  if (own !== undefined && settings.mayLoosen('default')) {
    add(own, 'repository');
  } else {
    add(held, heldFrom);
    const left = missingFrom(own ?? held, held);
    if (left.length > 0)
      settings.refuse(
        ['default'],
        'default',
        `${left.join(', ')} ${left.length === 1 ? 'stays' : 'stay'}: a repository may only add checklists`,
      );
    add(own ?? [], 'repository');
  }
  for (const [file, origin] of filesOf({ organisation, repository, facts })) {
    for (const { when, use } of file?.profiles ?? []) if (matches(when, facts)) add(use, origin);
  }
  for (const [name, origin] of names) settings.noteOnce(['checklists', ...highestNames([name])], origin);
  return [...names.keys()];
}

/** A rule takes items off, so the repository's own need the organisation's leave. */
function rulesOf(
  { organisation, repository, facts }: PolicyInput,
  settings: Settings,
): EffectivePolicy['notApplicable'] {
  const own = repository?.not_applicable ?? [];
  const isAllowed = settings.mayLoosen('not_applicable');
  if (!isAllowed && own.length > 0) {
    settings.refuse(
      ['not_applicable'],
      'not_applicable',
      'a repository may not take items off; cross them off in the issue, with a reason',
    );
  }
  const said = [
    ...(organisation?.not_applicable ?? []).map((rule) => ({ rule, origin: 'organisation' as const })),
    ...(isAllowed ? own : []).map((rule) => ({ rule, origin: 'repository' as const })),
  ].filter(({ rule }) => matches(rule.when, facts));
  for (const { rule, origin } of said) for (const id of rule.items) settings.noteOnce(['not_applicable', id], origin);
  return said.map(({ rule: { items, because } }) => ({ items, because }));
}

/** Fewer approvers are stricter; somebody who was not named before, or nobody at all, is not. */
function approversOf({ organisation, repository }: PolicyInput, settings: Settings): readonly string[] {
  const held = organisation?.teams?.security;
  const own = repository?.teams?.security;
  const path = ['teams', 'security'];
  const known = new Set((held ?? []).map(approverKey));
  const isFewer = own !== undefined && own.length > 0 && own.every((name) => known.has(approverKey(name)));
  if (own !== undefined && (isFewer || settings.mayLoosen('teams'))) {
    settings.note(path, 'repository');
    return own;
  }
  if (own !== undefined)
    settings.refuse(path, 'teams', 'a repository may only leave out some of those whom the organisation names');
  settings.note(path, held === undefined ? 'default' : 'organisation');
  return held ?? DEFAULTS.teams.security;
}

const approverKey = (name: string): string => name.replace(/^@/, '').toLowerCase();

function scanOf({ organisation }: PolicyInput, settings: Settings): ScanPolicy {
  const dismissed = organisation?.scan?.dismissed ?? DEFAULTS.scan.dismissed;
  for (const { fingerprint } of dismissed) settings.noteOnce(['scan', 'dismissed', fingerprint], 'organisation');
  return {
    blocksFrom: settings.settle<RiskLevel>({
      path: ['scan', 'blocks_from'],
      read: (file) => file.scan?.blocks_from,
      fallback: DEFAULTS.scan.blocksFrom,
      isLooser: isHigher,
      only: 'a lower severity',
    }),
    confidence: settings.settle<Sureness>({
      path: ['scan', 'confidence'],
      read: (file) => file.scan?.confidence,
      fallback: DEFAULTS.scan.confidence,
      isLooser: (asked, held) => SURENESS.indexOf(asked) > SURENESS.indexOf(held),
      only: 'a lower confidence',
    }),
    history: settings.settle<ScanPolicy['history']>({
      path: ['scan', 'history'],
      read: (file) => file.scan?.history,
      fallback: DEFAULTS.scan.history,
      isLooser: (asked, held) => asked === 'report' && held === 'block',
      only: '`block`',
    }),
    dismissed: dismissed.map(({ by, ...rest }) => ({ ...rest, by: by.replace(/^@/, '') })),
  };
}

function waiversOf(settings: Settings): EffectivePolicy['waivers'] {
  const terms = (level: RiskLevel): WaiverTerm => ({
    days: settings.settle<number>({
      path: ['waivers', level, 'days'],
      read: (file) => file.waivers?.[level]?.days,
      fallback: DEFAULTS.waivers[level].days,
      isLooser: (asked, held) => asked > held,
      only: 'fewer days',
    }),
    approvers: settings.settle<number>({
      path: ['waivers', level, 'approvers'],
      read: (file) => file.waivers?.[level]?.approvers,
      fallback: DEFAULTS.waivers[level].approvers,
      isLooser: (asked, held) => asked < held,
      only: 'more approvers',
    }),
  });
  return Object.fromEntries(RISK_LEVELS.map((level) => [level, terms(level)])) as Record<RiskLevel, WaiverTerm>;
}
