/** Decides about a deployment that waits for our word: it goes on, it is held until the service is ready, or it is refused. */
import { type Blocker, code as codeOf, escapeInline, link } from '../checklist/index.js';
import { type GatesPolicy, globMatches } from '../policy/index.js';
import { code, count } from './check-content.js';
import { type Stance, stanceOf } from './gate.js';
import type { ShownFinding, Unseen } from './secrets-check.js';

/** What is known of the service. */
export type LaunchState =
  | { readonly kind: 'known'; readonly blockers: readonly Blocker[] }
  /** A sentence for people, without its full stop. */
  | { readonly kind: 'unable'; readonly because: string };

/** What is known of the commit that is deployed. */
export type SecretsState =
  | { readonly kind: 'seen'; readonly findings: readonly ShownFinding[]; readonly unseen: readonly Unseen[] }
  /** A sentence for people, without its full stop; Markdown of ours. */
  | { readonly kind: 'unable'; readonly because: string };

export interface DeploymentFacts {
  readonly environment: string;
  readonly sha: string;
  readonly gate: GatesPolicy['deployments'];
  /** What is made of a service of which readiness is not known. */
  readonly whenUnable: GatesPolicy['launch']['whenUnable'];
  readonly launch: LaunchState;
  readonly secrets: SecretsState;
  /** The baseline issue; null while there is none. */
  readonly issueUrl: string | null;
  /** Calendar date. */
  readonly today: string;
  /** Calendar date on which GitHub gives the deployment up; null while that is far away. */
  readonly givenUpOn: string | null;
}

export interface DeploymentDecision {
  readonly action: 'approve' | 'hold' | 'reject';
  /** Markdown of at most 1,024 characters, which is what GitHub takes. */
  readonly comment: string;
}

const LIMIT = 1_024;

/** What needs no look at anything: null when the gate has a say in this environment. Silence would block the job. */
export function passedAtOnce(
  { mode, enforceFrom, environments }: GatesPolicy['deployments'],
  environment: string,
  today: string,
): DeploymentDecision | null {
  const approve = (comment: string): DeploymentDecision => ({ action: 'approve', comment });
  if (stanceOf({ mode, enforceFrom }, today).mode === 'off')
    return approve('Approved: deployments are not gated (`gates.deployments.mode: off` in the policy).');
  if (environments.some((pattern) => globMatches(pattern.toLowerCase(), environment.toLowerCase()))) return null;
  return approve(
    `Approved: no pattern of \`gates.deployments.environments\` names ${code(environment.slice(0, 255))}.`,
  );
}

/** Pure: the same facts give the same words, so that nobody is told twice. */
export function decideDeployment(facts: DeploymentFacts): DeploymentDecision {
  const atOnce = passedAtOnce(facts.gate, facts.environment, facts.today);
  if (atOnce !== null) return atOnce;
  const stance = stanceOf(facts.gate, facts.today);
  const inTheWay = inTheWayOf(facts);
  const unknown = unknownOf(facts);
  const sha = `\`${facts.sha.slice(0, 7)}\``;
  if (inTheWay.length + unknown.holds.length === 0)
    return approval([`**Ready**: nothing is in the way of ${sha}.`, ...unknown.passes.map((line) => `- ${line}`)]);
  const lines = [...inTheWay, ...unknown.holds];
  if (stance.mode !== 'enforce') return approval(told(lines, stance, facts), moreIn(facts));
  // What could not be looked at may be by and by: only what is known to be in the way is refused.
  if (inTheWay.length > 0 && facts.gate.whenNotReady === 'reject') {
    const first = `**Refused**: ${sha} is not ready for ${code(facts.environment)}. Deploy again once this is settled${commandsAt(facts)}:`;
    return { action: 'reject', comment: fitting([first, ...lines], [], moreIn(facts)) };
  }
  const first = `**Held**: ${sha} is not ready for ${code(facts.environment)}. It goes on by itself once this is settled${commandsAt(facts)}:`;
  const end = facts.givenUpOn === null ? [] : ['', `**GitHub gives this deployment up on ${facts.givenUpOn}.**`];
  return { action: 'hold', comment: fitting([first, ...lines], end, moreIn(facts)) };
}

function approval(lines: readonly string[], more = ''): DeploymentDecision {
  return { action: 'approve', comment: fitting(lines, [], more) };
}

function told(lines: readonly string[], { mode, rampsOn }: Stance, facts: DeploymentFacts): readonly string[] {
  const how = mode === 'warn' ? '**A warning only**' : 'Observed only';
  const then = rampsOn === null ? 'once it is enforced' : `from ${rampsOn} on`;
  return [`Approved. ${how}; these would hold it ${then}${commandsAt(facts)}:`, ...lines];
}

function inTheWayOf({ launch, secrets }: DeploymentFacts): readonly string[] {
  const findings = secrets.kind === 'seen' ? secrets.findings : [];
  const blockers = launch.kind === 'known' ? launch.blockers : [];
  return [...unique(findings).map(secretLine), ...blockers.map(blockerLine)];
}

/** A value in several places is one thing to mend. */
function unique(findings: readonly ShownFinding[]): readonly ShownFinding[] {
  return [...new Map(findings.map((finding) => [finding.id, finding])).values()];
}

function secretLine({ id, kind, path, line, preview }: ShownFinding): string {
  const where = code(`${path.slice(-80)}:${line}`);
  return `- **${escapeInline(kind, 60)}** ${code(preview)} in ${where}: rotate it, then ${codeOf(`/baseline rotated ${id} <link to the evidence>`)}`;
}

function blockerLine({ itemId, text, link: where }: Blocker): string {
  const what = escapeInline(text, 100);
  if (itemId !== undefined) return `- ${what}: ${codeOf(`/baseline done ${itemId} <link to the evidence>`)}`;
  return where === undefined ? `- ${what}` : `- ${what}: ${link(escapeInline(where.text, 60), where.url)}`;
}

/** Secrets fail closed; of readiness the policy says what not knowing means. */
function unknownOf({ launch, secrets, whenUnable }: DeploymentFacts): {
  readonly holds: readonly string[];
  readonly passes: readonly string[];
} {
  const ofSecrets =
    secrets.kind === 'unable'
      ? [`- Not known whether secrets were committed: ${secrets.because}`]
      : secrets.unseen.map(({ what, reason }) => `- Could not be looked at: ${code(what.slice(0, 120))}, ${reason}`);
  const ofLaunch = launch.kind === 'unable' ? [`Readiness is not known: ${launch.because}`] : [];
  return whenUnable === 'failure'
    ? { holds: [...ofSecrets, ...ofLaunch.map((line) => `- ${line}`)], passes: [] }
    : { holds: ofSecrets, passes: ofLaunch };
}

const commandsAt = ({ issueUrl }: DeploymentFacts): string =>
  issueUrl === null ? '' : ` (commands are comments on ${link('the baseline issue', issueUrl)})`;

const moreIn = ({ issueUrl }: DeploymentFacts): string => (issueUrl === null ? '' : ' in the baseline issue');

/** As many lines as there is room for, the first at least, and how many there are besides. */
function fitting(lines: readonly string[], end: readonly string[], more: string): string {
  for (let kept = lines.length; kept > 1; kept--) {
    const left = lines.length - kept;
    const rest = left === 0 ? [] : [`- and ${count(left, 'more', 'more')}${more}`];
    const text = [...lines.slice(0, kept), ...rest, ...end].join('\n');
    if (text.length <= LIMIT) return text;
  }
  return [lines[0]?.slice(0, LIMIT - 100) ?? '', ...end].join('\n');
}
