/** The demo's story: what a newcomer sees Seaworthy do, one step at a time, each checked. */
import path from 'node:path';
import type { Issue } from '../../sandbox/state/model.js';
import {
  baselineIssue,
  checkOn,
  commentsOn,
  hold,
  issuesOf,
  openItems,
  reactionsTo,
  settled,
  visibleBody,
} from './look.js';
import { dashboard } from './dashboard.js';
import { decisions } from './decisions.js';
import { gates } from './gates.js';
import { awsKeyPair } from './samples.js';
import { DEVELOPER, ORG, SECURITY, type Stage } from './stage.js';
import { until } from './until.js';
import { verified } from './verified.js';
import { clone, type WorkingCopy } from './working-copy.js';

export interface Step {
  readonly name: string;
  /** Does it and waits for what must follow; answers where to look. @throws when it did not hold. */
  run(): Promise<{ readonly says: string; readonly link?: string }>;
}

const NAME = 'payments';
const REPO = `${ORG}/${NAME}`;

/** The steps in order; each rests on those before it. */
export function story(stage: Stage): readonly Step[] {
  const { sandbox } = stage;
  const developer = sandbox.as(DEVELOPER);
  const repository = () => sandbox.repository(REPO);
  const page = (rest: string) => `${sandbox.url}/${REPO}/${rest}`;
  let copy: WorkingCopy;
  let issue: Issue;
  let leaked: { readonly head: string; readonly values: readonly string[] };

  return [
    {
      name: 'a new repository gets its baseline issue',
      async run() {
        await sandbox.createRepository(ORG, { name: NAME, by: DEVELOPER });
        sandbox.addCollaborator(REPO, DEVELOPER, 'write');
        issue = await until('the baseline issue', () => baselineIssue(stage, repository()));
        return { says: `#${issue.number} "${issue.title}" is open`, link: page(`issues/${issue.number}`) };
      },
    },
    {
      name: 'an empty repository and one without issues are no trouble',
      async run() {
        const empty = await sandbox.createRepository(ORG, { name: 'drydock', empty: true });
        const silent = await sandbox.createRepository(ORG, { name: 'mirror', hasIssues: false });
        await until('the issue in the empty repository', () => baselineIssue(stage, empty));
        await settled(stage);
        hold(baselineIssue(stage, silent) === undefined, 'nothing is opened where issues are switched off');
        return { says: 'one got its issue, the other is left alone', link: `${sandbox.url}/${ORG}` };
      },
    },
    {
      name: 'ticks are tracked, with who ticked',
      async run() {
        const [first = '', second = ''] = openItems(issue);
        await developer.tick(REPO, issue.number, `\`${first}\``);
        await developer.tick(REPO, issue.number, `\`${second}\``);
        await until('both ticks in the header', () => {
          const body = visibleBody(issue);
          return body.includes('2 done') && body.includes(`done by @${DEVELOPER}`);
        });
        return {
          says: `\`${first}\` and \`${second}\` are done by @${DEVELOPER}`,
          link: page(`issues/${issue.number}`),
        };
      },
    },
    {
      name: '/baseline status and help are answered',
      async run() {
        const asked = await developer.comment(REPO, issue.number, '/baseline status\n/baseline help');
        const reply = await until('the reply', () =>
          commentsOn(stage, repository(), issue).find((comment) => comment.viaAppId !== null),
        );
        hold(reply.body.includes('2 done'), 'the reply says where the service stands');
        hold(reactionsTo(stage, asked.id).includes('eyes'), 'the comment got a reaction');
        return { says: 'one reply, with the state and the commands', link: page(`issues/${issue.number}`) };
      },
    },
    {
      name: 'a clean push passes',
      async run() {
        copy = await clone(sandbox.pushUrl(REPO, DEVELOPER), path.join(stage.folder, 'clone'), DEVELOPER);
        const head = await copy.commit('Start the service', { 'src/server.js': 'export const port = 8080;\n' });
        await copy.git('push', '--quiet', 'origin', 'HEAD');
        const run = await until('the check', () => checkOn(stage, repository(), head, 'seaworthy/secrets'));
        hold(run.conclusion === 'success', `the check passes (${run.conclusion})`);
        return { says: `seaworthy/secrets: ${run.title}`, link: page(`commit/${head}`) };
      },
    },
    {
      name: 'a committed secret fails the check, masked',
      async run() {
        const key = awsKeyPair();
        await copy.git('switch', '--quiet', '--create', 'uploads');
        const file = `export const region = 'eu-west-1';\nexport const accessKeyId = '${key.id}';\nexport const secretAccessKey = '${key.secret}';\n`;
        const head = await copy.commit('Upload receipts', { 'src/uploads.js': file });
        await copy.git('push', '--quiet', 'origin', 'uploads');
        leaked = { head, values: [key.id, key.secret] };
        const run = await until('the check', () => checkOn(stage, repository(), head, 'seaworthy/secrets'));
        hold(run.conclusion === 'failure', `the check fails (${run.conclusion})`);
        const lines = run.annotations.map(({ path, start_line }) => `${path}:${start_line}`);
        hold(lines.includes('src/uploads.js:2'), `it points at the line (${lines.join(', ')})`);
        return { says: `seaworthy/secrets: ${run.title}, on ${lines.join(' and ')}`, link: page(`commit/${head}`) };
      },
    },
    {
      name: 'a pull request carries both checks',
      async run() {
        const pull = await developer.openPullRequest(REPO, { title: 'Upload receipts', head: 'uploads' });
        const launch = await until('seaworthy/launch', () =>
          checkOn(stage, repository(), leaked.head, 'seaworthy/launch'),
        );
        await settled(stage);
        const runs = [...sandbox.state.checkRuns.values()].filter((run) => run.headSha === leaked.head);
        hold(runs.length === 2, `one run per name (${runs.length})`);
        return { says: `seaworthy/launch: ${launch.title}`, link: page(`pull/${pull.number}`) };
      },
    },
    {
      name: 'a rotated secret turns the check green',
      async run() {
        const failing = checkOn(stage, repository(), leaked.head, 'seaworthy/secrets');
        const ids = [...(failing?.summary ?? '').matchAll(/finding `(?<id>[0-9a-f]+)`/g)].map(
          ({ groups }) => groups?.id,
        );
        const lines = ids.map((id) => `/baseline rotated ${id} https://example.com/audit/4711`);
        await developer.comment(REPO, issue.number, lines.join('\n'));
        const run = await until('the green check', () => {
          const now = checkOn(stage, repository(), leaked.head, 'seaworthy/secrets');
          return now?.conclusion === 'success' ? now : null;
        });
        return { says: `seaworthy/secrets: ${run.title}`, link: page(`commit/${leaked.head}`) };
      },
    },
    {
      name: 'the history is looked at when somebody asks, and what is in it is listed once',
      async run() {
        await developer.comment(REPO, issue.number, '/baseline scan history');
        const report = await until('the report', () =>
          commentsOn(stage, repository(), issue).find(({ body }) => body.includes('seaworthy:history=')),
        );
        hold(report.body.includes('No open secrets in the history'), 'what was rotated is settled there, too');
        const says = report.body.split('\n').at(-1) ?? '';
        return { says: says.replaceAll('**', ''), link: page(`issues/${issue.number}`) };
      },
    },
    ...decisions(stage, REPO, () => issue),
    ...gates(stage),
    {
      name: 'a delivery lost and one sent twice change nothing in the end',
      async run() {
        sandbox.webhooks.lose({ event: 'repository.created', times: 1 });
        const lost = await sandbox.createRepository(ORG, { name: 'lighthouse' });
        sandbox.webhooks.double({ event: 'repository.created', times: 1 });
        const doubled = await sandbox.createRepository(ORG, { name: 'harbourmaster' });
        await until('the issue of the doubled one', () => baselineIssue(stage, doubled));
        hold(baselineIssue(stage, lost) === undefined, 'the lost one has no issue yet');
        await stage.app.stop();
        // From here on it looks for itself.
        await stage.restart({ VERIFIERS: 'on' });
        await until('the issue of the lost one', () => baselineIssue(stage, lost));
        await settled(stage);
        const counts = [lost, doubled].map((one) => issuesOf(stage, one).length);
        hold(
          counts.every((count) => count === 1),
          `one issue each (${counts.join(', ')})`,
        );
        return {
          says: 'the App was restarted, swept up what was lost, and there is one issue each',
          link: `${sandbox.url}/${ORG}`,
        };
      },
    },
    ...verified(stage),
    ...dashboard(stage),
    {
      name: 'no value of a secret left the commit',
      async run() {
        await settled(stage);
        const { checkRuns, comments, issues } = sandbox.state;
        const said = JSON.stringify([
          [...checkRuns.values()],
          [...comments.values()],
          [...issues.values()],
          stage.log(),
        ]);
        hold(
          leaked.values.every((value) => !said.includes(value)),
          'no check, comment, issue or log line holds it',
        );
        hold(
          stage.violations().length === 0,
          `every request kept to GitHub's contract: ${stage.violations().join('; ')}`,
        );
        return { says: `checked in every check, comment, issue and log line; ${SECURITY} can sleep` };
      },
    },
  ];
}
