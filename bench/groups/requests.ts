/**
 * How many requests to GitHub's API each event costs, counted by the sandbox: from the event until nothing is left to be done, the
 * echoes of our own edits included. What the names say of the event:
 *
 * - `push`: one commit, on a branch without a pull request; `-on-a-gated-branch`: on the default branch.
 * - `tick`: of a recommended item, which is in nobody's way; `first-tick`: the repository's first; `-with-a-pull-request` open, whose
 *   answer stays; `-that-changes-a-pull-request`: of a required item, so that the one open pull request is told another answer.
 * - `burst-of-8-ticks`: one after the other, with that pull request open.
 * - `merge-group`: a merge queue asks for its checks; `merge-by-a-queue`: that, and the push to the default branch that follows.
 * - `deployment`: to an environment that we guard, in the default mode, until it is answered.
 * - `button`, `re-run`: "Refresh" and GitHub's own "Re-run" on a pull request's check.
 */
import path from 'node:path';
import { baselineIssue, checkOn, openItems, settled } from '../../src/cli/_demo/look.js';
import { DEVELOPER, ORG, setStage } from '../../src/cli/_demo/stage.js';
import { until } from '../../src/cli/_demo/until.js';
import { itemsOf } from '../../src/domain/checklist/index.js';
import { LAUNCH_CHECK, SECRETS_CHECK } from '../../src/domain/readiness/check-content.js';
import { readChecklists } from '../../src/infra/catalogue.js';
import type { Report } from '../group.js';

const REPO = `${ORG}/counted`;
/** Checks on a repository's first head are announced this long after its issue. Seconds. */
const PATIENCE = 60;

export default async function requests(report: Report): Promise<void> {
  const stage = await setStage({ packageFolder: path.resolve('.') });
  try {
    const { sandbox } = stage;
    const repository = await sandbox.createRepository(ORG, { name: 'counted' });
    sandbox.addCollaborator(REPO, DEVELOPER, 'write');
    const developer = sandbox.as(DEVELOPER);
    const issue = await until('the issue', () => baselineIssue(stage, repository));
    const announced = () => [...sandbox.state.checkRuns.values()].filter((run) => run.repositoryId === repository.id);
    await until('both checks on its first head', () => announced().length === 2, PATIENCE);
    const required = await requiredItems();
    const count = async (event: string, act: () => Promise<unknown>) => {
      await settled(stage, PATIENCE);
      sandbox.requests.clear();
      await act();
      await settled(stage, PATIENCE);
      report(`requests-per-${event}`, sandbox.requests.entries.length, 'requests');
    };
    const push = (branch: string, name: string) =>
      developer.commit(REPO, { branch, message: name, files: { [`${name}.txt`]: `${name}\n` } });
    const propose = async (branch: string) => {
      const files = { [`${branch}.txt`]: `${branch}\n` };
      await developer.commit(REPO, { branch, message: branch, files, from: 'main' });
      return developer.openPullRequest(REPO, { title: branch, head: branch });
    };
    const ticked = new Set<string>();
    const tick = async (isRequired: boolean) => {
      const item = openItems(issue).find((id) => required.has(id) === isRequired && !ticked.has(id)) ?? '';
      ticked.add(item);
      await developer.tick(REPO, issue.number, `\`${item}\``);
    };

    await developer.commit(REPO, { branch: 'topic', message: 'first', files: { 'first.txt': '1\n' }, from: 'main' });
    await count('push', () => push('topic', 'second'));
    await count('push-on-a-gated-branch', () => push('main', 'third'));
    await count('first-tick', () => tick(false));
    await count('tick', () => tick(false));
    await count('pull-request-opened', () => developer.openPullRequest(REPO, { title: 'Topic', head: 'topic' }));
    await count('tick-with-a-pull-request', () => tick(false));
    await count('tick-that-changes-a-pull-request', () => tick(true));
    await count('burst-of-8-ticks', async () => {
      for (let round = 0; round < 8; round++) await tick(true);
    });
    await count('command', () => developer.comment(REPO, issue.number, '/baseline status'));

    const onTopic = (name: string) => {
      const head = [...sandbox.state.pullRequests.values()].find(({ headRef }) => headRef === 'topic')?.headSha ?? '';
      const run = checkOn(stage, repository, head, name);
      if (run === undefined) throw new Error(`The pull request has no ${name}`);
      return run.id;
    };
    await count('button', () => developer.requestCheckAction(REPO, onTopic(LAUNCH_CHECK), 'refresh'));
    await count('re-run', () => developer.rerequestCheckRun(REPO, onTopic(SECRETS_CHECK)));

    const checks = [SECRETS_CHECK, LAUNCH_CHECK].map((context) => ({ context, appId: sandbox.appId }));
    sandbox.protectBranch(REPO, 'main', { checks, mergeQueue: true });
    const [alone, whole] = [await propose('alone'), await propose('whole')];
    await settled(stage, PATIENCE);
    await count('merge-by-a-queue', () => developer.enqueuePullRequest(REPO, whole.number));
    sandbox.webhooks.lose({ event: 'push', logged: false });
    await count('merge-group', () => developer.enqueuePullRequest(REPO, alone.number));
    sandbox.webhooks.clear();

    sandbox.createEnvironment(REPO, 'production', { protectedByApp: true });
    await count('deployment', () => developer.deploy(REPO, { environment: 'production' }));
  } finally {
    await stage.close();
  }
}

/** Of the whole catalogue, the items that block a launch. */
async function requiredItems(): Promise<ReadonlySet<string>> {
  const { checklists } = await readChecklists(path.resolve('checklists'));
  const items = itemsOf([...checklists.values()]);
  return new Set(items.filter(({ level }) => level === 'MUST').map(({ id }) => id));
}
