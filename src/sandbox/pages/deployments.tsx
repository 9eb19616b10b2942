/** Environments and the deployments to them: which wait, for whom, and what the Apps that guard them said. */
import { Layout, type Visit } from './layout.js';
import { CheckIcon, Empty, Markdown, repoPath, When, Who } from './parts.js';
import type { DeploymentRow, DeploymentsPage, GateRow, RepoName } from './view.js';

interface DeploymentsProps {
  readonly name: RepoName;
  readonly page: DeploymentsPage;
  readonly visit: Visit;
}

export function Deployments({ name, page, visit }: DeploymentsProps) {
  return (
    <Layout title={`Deployments · ${name.owner}/${name.repo}`} repo={name} visit={visit}>
      <h1>Deployments</h1>
      <h2>Environments</h2>
      {page.environments.length === 0 ? <Empty>There is no environment yet.</Empty> : null}
      <ul class="rows">
        {page.environments.map(({ name: environment, apps }) => (
          <li>
            <strong class="grow">{environment}</strong>
            {apps.map((app) => (
              <span class="tag">guarded by {app}</span>
            ))}
            <form method="post" action={`${repoPath(name)}/deployments`}>
              <input type="hidden" name="environment" value={environment} />
              <input type="hidden" name="ref" value={page.defaultBranch} />
              <button type="submit" class="small">
                Deploy {page.defaultBranch}
              </button>
            </form>
          </li>
        ))}
      </ul>
      <h2>Runs</h2>
      {page.deployments.length === 0 ? <Empty>Nothing was deployed yet.</Empty> : null}
      {page.deployments.map((deployment) => (
        <Run name={name} deployment={deployment} />
      ))}
    </Layout>
  );
}

const STATUS = {
  waiting: { words: 'Waiting', check: { status: 'waiting', conclusion: null } },
  success: { words: 'Deployed', check: { status: 'completed', conclusion: 'success' } },
  failure: { words: 'Failed', check: { status: 'completed', conclusion: 'failure' } },
} as const;

function Run({ name, deployment }: { readonly name: RepoName; readonly deployment: DeploymentRow }) {
  const { words, check } = STATUS[deployment.status];
  return (
    <section class="post" id={`run-${deployment.runId}`}>
      <header>
        <CheckIcon check={check} /> <strong>{words}</strong>
        <span class="grow">
          <span class="ref">{deployment.ref}</span> to <strong>{deployment.environment}</strong>
        </span>
        <a class="mono" href={`${repoPath(name)}/commit/${deployment.sha}`}>
          {deployment.sha.slice(0, 7)}
        </a>
        <span class="muted">
          <Who account={deployment.creator} /> · <When at={deployment.createdAt} />
        </span>
      </header>
      {deployment.gates.map((gate) => (
        <Gate gate={gate} name={name} />
      ))}
    </section>
  );
}

const GATE = {
  waiting: { status: 'waiting', conclusion: null },
  approved: { status: 'completed', conclusion: 'success' },
  rejected: { status: 'completed', conclusion: 'failure' },
} as const;

function Gate({ gate, name }: { readonly gate: GateRow; readonly name: RepoName }) {
  const said = [...gate.reports, ...(gate.comment === null ? [] : [gate.comment])];
  return (
    <div class="content">
      <p>
        <CheckIcon check={GATE[gate.state]} /> <strong>{gate.app}</strong>{' '}
        <span class="muted">{gate.state === 'waiting' ? 'has not answered yet' : gate.state}</span>
      </p>
      {said.map((text) => (
        <Markdown source={text} repo={repoPath(name)} />
      ))}
    </div>
  );
}
