/** Ticks of people are taken up with their names, and a burst of them costs one write. */
import type { Issue } from '../../src/sandbox/state/model.js';
import {
  baselineIssue,
  DEVELOPER,
  openItems,
  ORG,
  settled,
  type Stage,
  until,
  useStage,
  visibleBody,
} from '../support/stage.js';

const stage = useStage();

async function freshIssue(name: string): Promise<{ repo: string; issue: Issue; items: string[] }> {
  const { sandbox } = stage();
  const repository = await sandbox.createRepository(ORG, { name });
  sandbox.addCollaborator(`${ORG}/${name}`, DEVELOPER, 'write');
  const issue = await until('the issue', () => baselineIssue(stage(), repository));
  await settled(stage());
  return { repo: `${ORG}/${name}`, issue, items: openItems(issue) };
}

const person = (login: string, repo: string) => {
  const { sandbox } = stage() as Stage;
  sandbox.createUser(login);
  sandbox.addCollaborator(repo, login, 'write');
  return sandbox.as(login);
};

test('a tick is done by who ticked', async () => {
  const { repo, issue, items } = await freshIssue('one-tick');
  await stage().sandbox.as(DEVELOPER).tick(repo, issue.number, `\`${items[0]}\``);
  await until('the name on the line', () => lineOf(issue, items[0]).includes(`done by @${DEVELOPER}`));
  expect(issue.body).toContain('1 done');
});

test('unticking opens the item again', async () => {
  const { repo, issue, items } = await freshIssue('untick');
  const developer = stage().sandbox.as(DEVELOPER);
  await developer.tick(repo, issue.number, `\`${items[0]}\``);
  await until('the tick', () => lineOf(issue, items[0]).includes('done by'));
  await developer.tick(repo, issue.number, `\`${items[0]}\``);
  await until('the item to open', () => !lineOf(issue, items[0]).includes('done by'));
});

test('striking through means not applicable', async () => {
  const { repo, issue, items } = await freshIssue('strike');
  const body = (issue.body ?? '').replace(/^(- \[ \] )(\*\*[^*]+\*\*)/m, '$1~~$2~~');
  await stage().sandbox.as(DEVELOPER).editIssueBody(repo, issue.number, body);
  await until('the state', () => lineOf(issue, items[0]).includes('not applicable'));
});

test('twenty ticks of five people cost two requests a burst, and none is lost', async () => {
  const { repo, issue, items } = await freshIssue('burst');
  const people = ['ann', 'bob', 'cho', 'dee', 'eve'].map((login) => person(login, repo));
  const chosen = items.slice(0, 10);
  await settled(stage());
  stage().sandbox.requests.clear();
  for (const [index, item] of chosen.entries()) {
    await people[index % people.length]?.tick(repo, issue.number, `\`${item}\``);
  }
  await until('all ticks', () => chosen.every((item) => lineOf(issue, item).includes('done by')));
  await settled(stage());
  for (const [index, item] of chosen.entries()) {
    expect(lineOf(issue, item)).toContain(`done by @${people[index % people.length]?.login}`);
  }
  // The first checks of the new repository come in these seconds as well.
  const ofIssue = stage().sandbox.requests.entries.filter(({ route }) => route.includes('/issues'));
  expect(ofIssue.length).toBeLessThanOrEqual(6);
});

test('a tick whose webhook never came is taken up with the next one, and named from the history', async () => {
  const { repo, issue, items } = await freshIssue('lost-tick');
  const ann = person('ann-two', repo);
  const { webhooks } = stage().sandbox;
  webhooks.lose({ event: 'issues.edited', times: 1, logged: false });
  await ann.tick(repo, issue.number, `\`${items[0]}\``);
  await webhooks.idle();
  await stage().sandbox.as(DEVELOPER).tick(repo, issue.number, `\`${items[1]}\``);
  await until('both', () => items.slice(0, 2).every((item) => lineOf(issue, item).includes('done by')));
  expect(lineOf(issue, items[0])).toContain('done by @ann-two');
  expect(lineOf(issue, items[1])).toContain(`done by @${DEVELOPER}`);
});

test('notes of people between our lines stay', async () => {
  const { repo, issue, items } = await freshIssue('notes');
  const note = 'Ann looks after this one until May.';
  const [first = ''] = (issue.body ?? '').match(/^## .*$/m) ?? [];
  await stage()
    .sandbox.as(DEVELOPER)
    .editIssueBody(repo, issue.number, (issue.body ?? '').replace(first, `${first}\n\n${note}`));
  await settled(stage());
  await stage().sandbox.as(DEVELOPER).tick(repo, issue.number, `\`${items[0]}\``);
  await until('the tick', () => lineOf(issue, items[0]).includes('done by'));
  expect(issue.body).toContain(note);
});

test('a body cleared by somebody comes back, with the states', async () => {
  const { repo, issue, items } = await freshIssue('cleared');
  const developer = stage().sandbox.as(DEVELOPER);
  await developer.tick(repo, issue.number, `\`${items[0]}\``);
  await until('the tick', () => lineOf(issue, items[0]).includes('done by'));
  await developer.editIssueBody(repo, issue.number, '');
  await until('the list', () => lineOf(issue, items[0]).includes('done by'));
});

function lineOf(issue: Issue, item: string | undefined): string {
  const lines = visibleBody(issue).split('\n');
  return lines.find((line) => line.includes(`\`${item}\``) && line.startsWith('- [')) ?? '';
}
