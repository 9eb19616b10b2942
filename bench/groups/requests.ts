/** How many requests to GitHub's API each event costs, counted by the sandbox. */
import path from 'node:path';
import { baselineIssue, openItems, settled } from '../../src/cli/_demo/look.js';
import { DEVELOPER, ORG, setStage } from '../../src/cli/_demo/stage.js';
import { until } from '../../src/cli/_demo/until.js';
import { clone } from '../../src/cli/_demo/working-copy.js';
import type { Report } from '../group.js';

export default async function requests(report: Report): Promise<void> {
  const stage = await setStage({ packageFolder: path.resolve('.') });
  try {
    const { sandbox } = stage;
    const repo = `${ORG}/counted`;
    const repository = await sandbox.createRepository(ORG, { name: 'counted' });
    sandbox.addCollaborator(repo, DEVELOPER, 'write');
    const issue = await until('the issue', () => baselineIssue(stage, repository));
    const developer = sandbox.as(DEVELOPER);
    const copy = await clone(sandbox.pushUrl(repo, DEVELOPER), path.join(stage.folder, 'clone'), DEVELOPER);
    const push = async (text: string, branch = 'topic') => {
      await copy.commit(text, { 'file.txt': `${text}\n` });
      await copy.git('push', '--quiet', 'origin', `HEAD:${branch}`);
    };
    const count = async (act: () => Promise<unknown>) => {
      await settled(stage);
      sandbox.requests.clear();
      await act();
      await settled(stage);
      return sandbox.requests.entries.length;
    };
    const items = openItems(issue);
    const tick = (item: string | undefined) => developer.tick(repo, issue.number, `\`${item}\``);
    await count(() => push('first'));
    report('requests-per-push', await count(() => push('second')), 'requests');
    const opened = await count(() => developer.openPullRequest(repo, { title: 'Topic', head: 'topic' }));
    report('requests-per-pull-request-opened', opened, 'requests');
    report('requests-per-push-on-a-gated-branch', await count(() => push('third', 'main')), 'requests');
    report('requests-per-tick', await count(() => tick(items[0])), 'requests');
    const burst = await count(async () => {
      for (const item of items.slice(1, 9)) await tick(item);
    });
    report('requests-per-burst-of-8-ticks', burst, 'requests');
    report(
      'requests-per-command',
      await count(() => developer.comment(repo, issue.number, '/baseline status')),
      'requests',
    );
  } finally {
    await stage.close();
  }
}
