/** The part of the story in which nobody says anything: items are seen to be done, opened again, and done; a site goes from F to A+. */
import type { Issue } from '../../sandbox/state/model.js';
import { baselineIssue, commentsOn, hold, visibleBody } from './look.js';
import type { Reply } from './site.js';
import { DEVELOPER, ORG, SECURITY, type Stage } from './stage.js';
import type { Step } from './story.js';
import { until } from './until.js';

const NAME = 'pilot';
const REPO = `${ORG}/${NAME}`;
const WORKFLOW = '.github/workflows/test.yml';
const SHA = '08c6903cd8c0fde910a37f88322edcfb5dd907a8';
const using = (version: string) =>
  `on: push\npermissions: { contents: read }\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@${version}\n`;

const PAGE = '<!doctype html><title>Pilot</title><script src="/app.js"></script>';

/** As a framework sends it that nobody has set up. */
const BARE = {
  'content-type': 'text/html',
  'set-cookie': 'session=1',
  'access-control-allow-credentials': 'true',
} as const;

/** What an App that looks, and may look at this machine, sees in a repository of its own. */
export function verified(stage: Stage): readonly Step[] {
  const { sandbox, site } = stage;
  const developer = sandbox.as(DEVELOPER);
  const repository = () => sandbox.repository(REPO);
  let issue: Issue;
  const link = () => `${sandbox.url}/${REPO}/issues/${issue.number}`;
  const say = (text: string) => sandbox.as(SECURITY).comment(REPO, issue.number, text);
  const lineOf = (id: string) =>
    visibleBody(issue)
      .split('\n')
      .find((line) => line.startsWith('- [') && line.includes(`\`${id}\``))
      ?.replace(/ <!--.*$/, '') ?? '';
  const looks = () =>
    stage
      .log()
      .filter((line) => line.includes('"handler":"verify-repository"') && line.includes(`${repository().id}"`));
  /** Has it looked at now, and answers the item's line when it begins and reads as it should. */
  const look = async (id: string, begins: '- [x]' | '- [ ]', says: string) => {
    const before = looks().length;
    await say('/baseline refresh');
    return until(
      `"${says}" of ${id}`,
      () => {
        const line = lineOf(id);
        return looks().length > before && line.startsWith(begins) && line.includes(says) ? line : null;
      },
      30,
    );
  };
  const commit = (message: string, files: Readonly<Record<string, string>>) =>
    developer.commit(REPO, { branch: 'main', message, files });
  const regressions = () =>
    commentsOn(stage, repository(), issue).filter(({ body }) => body.includes('seaworthy:regression='));

  return [
    {
      name: 'what can be seen ticks itself, with the evidence',
      async run() {
        const files = {
          'README.md': '# Pilot\n',
          'SECURITY.md': '# Security\n\nWrite to security@example.com. We answer within 3 days.\n',
          [WORKFLOW]: using(`${SHA} # v5`),
          '.github/seaworthy.yml': `version: 1\ntargets:\n  - https://localhost:${site.port}/\n`,
        };
        await sandbox.createRepository(ORG, { name: NAME, by: DEVELOPER, files });
        sandbox.addCollaborator(REPO, DEVELOPER, 'write');
        issue = await until('the baseline issue', () => baselineIssue(stage, repository()));
        const line = await look('security-policy', '- [x]', 'verified on');
        hold(line.includes(`[evidence](${sandbox.url}/${REPO}/`), `the evidence is linked (${line})`);
        await until('the workflow', () => lineOf('actions-pinned').startsWith('- [x]'));
        hold(regressions().length === 0, 'nobody was called for it');
        return { says: line, link: link() };
      },
    },
    {
      name: 'what is not so any more opens again, and that is said once',
      async run() {
        await commit('Use the newest checkout', { [WORKFLOW]: using('main') });
        await look('actions-pinned', '- [ ]', 'and now seen otherwise');
        const line = await look('actions-pinned', '- [ ]', 'seen: not pinned');
        hold(regressions().length === 1, `it was said once (${regressions().length} times)`);
        return { says: line, link: link() };
      },
    },
    {
      name: 'what was mended is verified again, by itself',
      async run() {
        await commit('Pin it', { [WORKFLOW]: using(`${SHA} # v5`) });
        const line = await look('actions-pinned', '- [x]', 'verified on');
        hold(regressions().length === 1, 'nobody was called for it');
        return { says: line, link: link() };
      },
    },
    {
      name: 'a site goes from F to A+ by what its items say',
      async run() {
        const explained = async (says: string) => {
          await say('/baseline explain observatory-grade');
          return until(says, () => commentsOn(stage, repository(), issue).find(({ body }) => body.includes(says)));
        };
        let headers: Reply['headers'] = BARE;
        site.answerWith(({ origin }) => ({
          body: PAGE,
          headers: { ...headers, ...(headers === BARE ? { 'access-control-allow-origin': origin ?? '' } : {}) },
        }));
        await say('/baseline use web-service');
        await look('observatory-grade', '- [ ]', 'seen: F');
        const advice = await explained('Send with every answer: ');
        headers = { 'content-type': 'text/html', ...pasted(advice.body) };
        await look('observatory-grade', '- [x]', 'verified on');
        hold(
          ['hsts', 'csp', 'nosniff', 'no-framing', 'cookies'].every((id) => lineOf(id).startsWith('- [x]')),
          'its items are done',
        );
        const { body } = await explained('it is so, A+');
        const says = `F at first, and then ${/A\+, \d+ points/.exec(body)?.[0] ?? ''}, by the headers that the App said to send`;
        return { says, link: link() };
      },
    },
  ];
}

/** The headers that the advice says to send. */
function pasted(advice: string): Readonly<Record<string, string[]>> {
  const headers: Record<string, string[]> = {};
  for (const { groups } of advice.matchAll(/Send with every answer: `(?<name>[A-Za-z-]+): (?<value>[^`]+)`/g)) {
    const name = groups?.name?.toLowerCase() ?? '';
    headers[name] = [...(headers[name] ?? []), groups?.value ?? ''];
  }
  return headers;
}
