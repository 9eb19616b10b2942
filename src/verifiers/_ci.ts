/** What workflows run on a change before it is accepted. */
import { type PlacedStep, stepsIn, type Workflow } from './_sources/_workflow.js';

/** Under `pull_request_target` it would be the code of the branch, not the change. */
const BEFORE_MERGE = ['pull_request', 'merge_group'];

export interface BeforeMerge {
  /** Steps of workflows that run then, and of those in this repository that they call. */
  readonly steps: readonly PlacedStep[];
  /** Workflows of other repositories that they call. */
  readonly calls: readonly string[];
}

export function onPullRequests(all: readonly Workflow[]): BeforeMerge {
  const first = all.filter(({ on }) => BEFORE_MERGE.some((event) => on.has(event)));
  const byPath = new Map(all.map((workflow) => [workflow.path, workflow]));
  const reached = new Set<Workflow>();
  const calls = new Set<string>();
  const reach = (workflow: Workflow): void => {
    if (reached.has(workflow)) return;
    reached.add(workflow);
    for (const { uses, steps } of workflow.jobs) {
      for (const used of [uses, ...steps.map((step) => step.uses)]) {
        const local = used?.startsWith('./') === true ? localOf(byPath, used.slice(2)) : undefined;
        if (local !== undefined) reach(local);
        else if (used !== null && used === uses) calls.add(used);
      }
    }
  };
  for (const workflow of first) reach(workflow);
  return { steps: stepsIn([...reached]), calls: [...calls] };
}

/** A workflow is named by its file, an action by its folder. */
function localOf(byPath: ReadonlyMap<string, Workflow>, used: string): Workflow | undefined {
  const folder = used.replace(/\/$/, '');
  return [used, `${folder}/action.yml`, `${folder}/action.yaml`].flatMap((path) => byPath.get(path) ?? [])[0];
}

const TEST_COMMAND = new RegExp(
  [
    String.raw`\b(?:npm|pnpm|yarn|bun|deno)(?:\s+--?[\w=./-]+)*\s+(?:run\s+|task\s+)?(?:t\b|tst\b|[\w:-]*tests?\b|check\b)`,
    String.raw`\b(?:npx|bunx|pnpm\s+exec|yarn)\s+(?:vitest|jest|mocha|ava|playwright|cypress|karma|tap)\b`,
    String.raw`\b(?:pytest|tox|nox|unittest|manage\.py\s+test|hatch\s+(?:run\s+\S*)?test)\b`,
    String.raw`\b(?:go|cargo|dotnet|swift|mix|flutter|dart|sbt|stack|cabal|zig\s+build|bazel|bazelisk|lein|rails|rake|composer|just|task|forge|dune|ctest|phpunit|rspec|gotestsum)(?:\s+[\w:.=/-]+)*?\s*(?:tests?|nextest|spec|check)\b`,
    String.raw`\b(?:ctest|phpunit|rspec|gotestsum|bats)\b`,
    String.raw`(?:\bmvn|\bmvnw|\bgradle|\bgradlew)\b[^\n]*\b(?:test|verify|check|build|install)\b`,
    String.raw`\bmake\b[^\n]*\b[\w-]*(?:test|check)[\w-]*`,
    String.raw`(?:^|[\s/.])(?:run[-_])?tests?(?:[-_]\w+)?\.(?:sh|py|js|ts|rb|ps1)\b`,
  ].join('|'),
  'm',
);

export const isTest = ({ step }: PlacedStep): boolean => step.run !== null && TEST_COMMAND.test(step.run);

const ANALYSIS_ACTION =
  /^(?:github\/codeql-action\/(?:analyze|upload-sarif)|(?:semgrep|returntocorp)\/semgrep-action|sonarsource\/[\w-]+|snyk\/actions|securego\/gosec|golangci\/golangci-lint-action|presidentbeef\/brakeman|pycqa\/bandit-action|shundor\/python-bandit-scan|microsoft\/devskim-action|checkmarx\/[\w-]+|veracode\/[\w-]+|oxsecurity\/megalinter|zizmorcore\/zizmor-action)/i;
const ANALYSIS_COMMAND =
  /\b(?:semgrep\s+(?:ci|scan|--)|opengrep\s+scan|bandit\s+-|gosec\b|brakeman\b|sonar-scanner\b|codeql\s+database|golangci-lint\s+run|staticcheck\b|cargo\s+clippy|phpstan\b|psalm\b|spotbugs|njsscan\b|ruff\s+check|eslint\b|flawfinder\b|cppcheck\b|clang-tidy\b|mobsfscan\b|sobelow\b)/;

/** Static analysis of the code; what only looks at dependencies is none. */
export function isAnalysis({ step }: PlacedStep): boolean {
  return (
    (step.uses !== null && ANALYSIS_ACTION.test(step.uses)) || (step.run !== null && ANALYSIS_COMMAND.test(step.run))
  );
}
