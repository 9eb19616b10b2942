/** The part of the story in which people decide: what does not apply, which risk is accepted, when it launches. */
import { dayOf } from '../../core/clock.js';
import { hold, settled, visibleBody } from './look.js';
import { DEVELOPER, ORG, SECURITY, type Stage } from './stage.js';
import type { Step } from './story.js';
import { until } from './until.js';
import type { Issue } from '../../sandbox/state/model.js';

const DAY = 86_400_000;

/** Steps on the baseline issue of `repo`, an `owner/name`. */
export function decisions(stage: Stage, repo: string, issueOf: () => Issue): readonly Step[] {
  const { sandbox } = stage;
  const say = async (login: string, text: string) => {
    await sandbox.as(login).comment(repo, issueOf().number, text);
    await settled(stage);
  };
  const lineOf = (id: string) =>
    visibleBody(issueOf())
      .split('\n')
      .find((line) => line.startsWith('- [') && line.includes(`\`${id}\``)) ?? '';
  const link = () => `${sandbox.url}/${repo}/issues/${issueOf().number}`;
  const day = (days: number) => dayOf(new Date(sandbox.clock.now().getTime() + days * DAY));

  return [
    {
      name: 'risk, champion and launch date stand in the header, with a grade',
      async run() {
        await say(SECURITY, '/baseline risk HIGH because it moves money\n/baseline use web-service');
        await say(DEVELOPER, `/baseline launch ${day(23)}\n/baseline champion @${DEVELOPER}`);
        const body = await until('the header', () => {
          const text = visibleBody(issueOf());
          return text.includes('in 23 days') && text.includes('`hsts`') ? text : null;
        });
        const header = body.split('\n').find((line) => line.startsWith('**Not ready')) ?? '';
        hold(header.includes('risk **HIGH**') && header.includes('grade **'), `the header says both (${header})`);
        return { says: header.replaceAll('**', ''), link: link() };
      },
    },
    {
      name: 'what does not apply is crossed off, with the reason',
      async run() {
        await say(DEVELOPER, '/baseline na csp because this service has no pages');
        await until('the crossed-off line', () => lineOf('csp').includes('no pages'));
        return { says: lineOf('csp').replace(/ <!--.*$/, ''), link: link() };
      },
    },
    {
      name: 'a risk is accepted for a while, by somebody else than who asked',
      async run() {
        await say(DEVELOPER, `/baseline accept-risk hsts until ${day(7)} because a partner still calls over http`);
        await say(DEVELOPER, '/baseline approve hsts');
        hold(!lineOf('hsts').includes('risk accepted'), 'nobody approves their own request');
        await say(SECURITY, '/baseline approve hsts');
        await until('the accepted risk', () => lineOf('hsts').includes('risk accepted'));
        return { says: lineOf('hsts').replace(/ <!--.*$/, ''), link: link() };
      },
    },
    {
      name: 'a policy file that is wrong is told line by line, and changes nothing',
      async run() {
        const text = 'version: 1\ndefault: [repository]\nwaivers:\n  HIGH: { dayz: 3 }\n';
        const branch = 'policy';
        const files = { '.github/seaworthy.yml': text };
        const head = await sandbox.as(DEVELOPER).commit(repo, { branch, message: 'Policy', files, from: 'main' });
        await sandbox.as(DEVELOPER).openPullRequest(repo, { title: 'Policy', head: branch });
        const run = await until('the policy check', () =>
          [...sandbox.state.checkRuns.values()].find(
            ({ headSha, name, status }) => headSha === head && name === 'seaworthy/policy' && status === 'completed',
          ),
        );
        hold(run.conclusion === 'failure', `the check fails (${run.conclusion})`);
        hold(
          run.annotations.some(({ start_line }) => start_line === 4),
          'it points at line 4',
        );
        return {
          says: `seaworthy/policy: ${run.title}`,
          link: `${sandbox.url}/${ORG}/${repo.split('/')[1]}/commit/${head}`,
        };
      },
    },
  ];
}
