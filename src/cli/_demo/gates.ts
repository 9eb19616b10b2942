/** The part of the story in which something is held up: a merge by a required check, a merge queue, a deployment. */
import type { PullRequest } from '../../sandbox/state/model.js';
import { baselineIssue, checkOn, hold, settled } from './look.js';
import { DEVELOPER, ORG, SECURITY, type Stage } from './stage.js';
import type { Step } from './story.js';
import { until } from './until.js';

const REPO = `${ORG}/ferry`;
const SECRETS = 'seaworthy/secrets';
/** Whoever deploys is held up; whoever merges only by secrets. */
const POLICY = 'version: 1\ngates:\n  deployments: { mode: enforce }\n';

/** Steps in a repository of their own. */
export function gates(stage: Stage): readonly Step[] {
  const { sandbox } = stage;
  const developer = sandbox.as(DEVELOPER);
  const repository = () => sandbox.repository(REPO);
  const required = { checks: [{ context: SECRETS, appId: sandbox.appId }] };
  const isMerged = ({ number }: PullRequest) =>
    [...sandbox.state.pullRequests.values()].some(
      (pull) => pull.repositoryId === repository().id && pull.number === number && pull.mergedAt !== null,
    );
  const propose = async (branch: string) => {
    const files = { [`${branch}.md`]: `# ${branch}\n` };
    const head = await developer.commit(REPO, { branch, message: branch, files, from: 'main' });
    return { head, pull: await developer.openPullRequest(REPO, { title: branch, head: branch }) };
  };

  return [
    {
      name: 'a required check holds a merge up until it is green',
      async run() {
        const files = { 'README.md': '# Ferry\n', '.github/seaworthy.yml': POLICY };
        await sandbox.createRepository(ORG, { name: 'ferry', by: SECURITY, files });
        sandbox.addCollaborator(REPO, DEVELOPER, 'write');
        await until('the baseline issue', () => baselineIssue(stage, repository()));
        sandbox.protectBranch(REPO, 'main', required);
        sandbox.webhooks.pause();
        const { head, pull } = await propose('timetable');
        const refused = await developer.mergePullRequest(REPO, pull.number).catch((error: Error) => error);
        sandbox.webhooks.resume();
        hold(refused instanceof Error && refused.message.includes('is expected'), 'the merge is refused before');
        await until('the check', () => checkOn(stage, repository(), head, SECRETS)?.conclusion === 'success');
        await developer.mergePullRequest(REPO, pull.number);
        const says = `${refused instanceof Error ? refused.message : ''} Then it was green, and merged`;
        return { says, link: `${sandbox.url}/${REPO}/pull/${pull.number}` };
      },
    },
    {
      name: 'a merge queue gets its checks on the head of the group',
      async run() {
        sandbox.protectBranch(REPO, 'main', { ...required, mergeQueue: true });
        const { head, pull } = await propose('fares');
        await until('the check', () => checkOn(stage, repository(), head, SECRETS)?.conclusion === 'success');
        const { groupSha } = await developer.enqueuePullRequest(REPO, pull.number);
        const run = await until('the check on the group', () => checkOn(stage, repository(), groupSha, SECRETS));
        await until('the merge', () => isMerged(pull));
        return {
          says: `${SECRETS} on ${groupSha.slice(0, 7)}: ${run.title}; the queue merged it`,
          link: `${sandbox.url}/${REPO}/pull/${pull.number}`,
        };
      },
    },
    {
      name: 'a deployment is held, and released when the service is ready',
      async run() {
        sandbox.createEnvironment(REPO, 'production', { protectedByApp: true });
        await settled(stage);
        const { deployment, run } = await developer.deploy(REPO, { environment: 'production' });
        const held = await until('the report', () => deployment.gates[0]?.reports.at(-1));
        hold(run.status === 'waiting', 'the run waits');
        const issue = baselineIssue(stage, repository());
        if (issue === undefined) throw new Error('The baseline issue is gone');
        const ticked = (issue.body ?? '').replaceAll(/^- \[ \]/gm, '- [x]');
        await sandbox.as(SECURITY).editIssueBody(REPO, issue.number, ticked);
        await until('the release', () => run.status === 'completed');
        hold(run.conclusion === 'success', `the deployment succeeds (${run.conclusion})`);
        const [first = ''] = held.split('. ');
        const says = `${first}. ${deployment.gates[0]?.comment ?? ''}`.replaceAll(/[*`]/g, '');
        return { says, link: `${sandbox.url}/${REPO}/deployments` };
      },
    },
  ];
}
