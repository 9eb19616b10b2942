/** One workflow or composite action: the few parts that are judged, each with its line. */
import { load, YAMLException } from 'js-yaml';

export interface Workflow {
  readonly path: string;
  readonly text: string;
  /** A composite action runs with the rights of the job that uses it, and states no permissions. */
  readonly isAction: boolean;
  /** What starts it, with its settings: `pull_request` -> `{ branches: [main] }`. */
  readonly on: ReadonlyMap<string, Fields>;
  /** As written: undefined where it says nothing. */
  readonly permissions: unknown;
  readonly jobs: readonly Job[];
}

export type Fields = Readonly<Record<string, unknown>>;

export interface Job {
  readonly id: string;
  readonly permissions: unknown;
  /** The workflow that it calls in place of steps. */
  readonly uses: string | null;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly name: string;
  readonly uses: string | null;
  /** A shell script. */
  readonly run: string | null;
  readonly with: Fields;
  readonly env: Fields;
}

/** GitHub's own limits are lower; one YAML alias can stand for thousands of steps. */
const MOST_STEPS = 2000;

/** The workflow, or why it cannot be read, for people. */
export function readWorkflow(path: string, text: string): Workflow | string {
  let raw: unknown;
  try {
    raw = load(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return `not valid YAML: ${error.reason}`;
  }
  if (!isFields(raw)) return 'not a mapping';
  const isAction = isFields(raw.runs);
  const jobs = isAction ? [{ ...NO_JOB, id: 'runs', steps: stepsOf(raw.runs) }] : jobsOf(raw.jobs);
  if (jobs.reduce((sum, { steps }) => sum + steps.length, 0) > MOST_STEPS) return `more than ${MOST_STEPS} steps`;
  return { path, text, isAction, on: triggersOf(raw.on), permissions: raw.permissions, jobs };
}

const NO_JOB = { permissions: undefined, uses: null } as const;

function jobsOf(raw: unknown): readonly Job[] {
  return Object.entries(fieldsOf(raw)).map(([id, value]) => {
    const job = fieldsOf(value);
    return { id, permissions: job.permissions, uses: textOf(job.uses), steps: stepsOf(job) };
  });
}

function stepsOf(job: unknown): readonly Step[] {
  const { steps } = fieldsOf(job);
  if (!Array.isArray(steps)) return [];
  return steps.slice(0, MOST_STEPS + 1).map((raw: unknown) => {
    const step = fieldsOf(raw);
    return {
      name: textOf(step.name) ?? '',
      uses: textOf(step.uses),
      run: textOf(step.run),
      with: fieldsOf(step.with),
      env: fieldsOf(step.env),
    };
  });
}

/** `on: push`, `on: [push, pull_request]` or a mapping. */
function triggersOf(raw: unknown): ReadonlyMap<string, Fields> {
  if (typeof raw === 'string') return new Map([[raw, {}]]);
  if (Array.isArray(raw)) return new Map(raw.map((name) => [String(name), {}]));
  return new Map(Object.entries(fieldsOf(raw)).map(([name, settings]) => [name, fieldsOf(settings)]));
}

export const isFields = (raw: unknown): raw is Fields => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

export const fieldsOf = (raw: unknown): Fields => (isFields(raw) ? raw : {});

const textOf = (raw: unknown): string | null => (typeof raw === 'string' ? raw : null);

export interface PlacedStep {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly step: Step;
}

export function stepsIn(workflows: readonly Workflow[]): readonly PlacedStep[] {
  return workflows.flatMap((workflow) =>
    workflow.jobs.flatMap((job) => job.steps.map((step) => ({ workflow, job, step }))),
  );
}

/** `path:line` of the first line that holds `needle`, or the path alone. */
export function placeOf({ path, text }: Pick<Workflow, 'path' | 'text'>, needle: string): string {
  const at = text.indexOf(needle);
  return at < 0 ? path : `${path}:${text.slice(0, at).split('\n').length}`;
}

export interface Expression {
  /** Without its marks and spaces; `a['b']` and `a[0]` as `a.b` and `a.*`. */
  readonly plain: string;
  /** As written, marks included. */
  readonly written: string;
}

/** What GitHub puts into a text before anything runs. */
export function expressionsIn(text: string): readonly Expression[] {
  return [...text.matchAll(/\$\{\{(?<inner>.{0,1000}?)\}\}/gs)].map((match) => ({
    written: match[0],
    plain: (match.groups?.inner ?? '')
      .trim()
      .replaceAll(/\[\s*'(?<name>[\w-]+)'\s*\]/g, '.$<name>')
      .replaceAll(/\[\s*(?:\d+|\*)\s*\]/g, '.*'),
  }));
}

export interface Script {
  readonly text: string;
  /** How it reads an environment variable. */
  readonly variable: (name: string) => string;
}

/** The texts of a step that are run as code. */
export function scriptsOf({ run, uses, with: given }: Step): readonly Script[] {
  const shell = run === null ? [] : [{ text: run, variable: (name: string) => `"$${name}"` }];
  const isJavaScript = uses?.startsWith('actions/github-script@') === true && typeof given.script === 'string';
  return isJavaScript
    ? [...shell, { text: String(given.script), variable: (name: string) => ['process', 'env', name].join('.') }]
    : shell;
}
