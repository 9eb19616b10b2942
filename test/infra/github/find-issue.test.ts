/** Our issue is recognised by its marker, whatever people did to its title and label. */
import type { Issue, Issues } from '../../../src/infra/github/gateway.js';
import { baselineMarker, findBaselineIssue } from '../../../src/infra/github/find-issue.js';

const repo = { id: 9, owner: 'octo', name: 'harbor' };
const mark = { label: 'security-baseline', creator: 'seaworthy[bot]' };

const issue = (number: number, change: Partial<Issue> = {}): Issue => ({
  id: number,
  nodeId: `I_${number}`,
  number,
  title: 'renamed by somebody',
  body: `text\n${baselineMarker(9)}`,
  state: 'open',
  labels: ['security-baseline'],
  author: { id: 7, login: 'seaworthy[bot]', type: 'Bot' },
  appId: 42,
  isPullRequest: false,
  url: '',
  createdAt: new Date(0),
  updatedAt: new Date(0),
  ...change,
});

function listing(all: readonly Issue[]): Pick<Issues, 'list'> & { readonly asked: object[] } {
  const asked: object[] = [];
  return {
    asked,
    async *list(_repo, filter) {
      asked.push(filter);
      const { label, creator } = filter;
      yield* all
        .filter((one) => label === undefined || one.labels.includes(label))
        .filter((one) => one.author?.login === creator);
    },
  };
}

test.each<[string, Issue[], number | undefined, number]>([
  ['the only one', [issue(1)], 1, 1],
  ['none', [], undefined, 2],
  ['label taken off', [issue(1, { labels: [] })], 1, 2],
  ['marker of another repository', [issue(1, { body: baselineMarker(99) })], undefined, 2],
  ['same marker written by a person', [issue(1, { author: { id: 1, login: 'mallory', type: 'User' } })], undefined, 2],
  ['closed one before an open one', [issue(1, { state: 'closed' }), issue(2)], 2, 1],
  ['two open ones', [issue(3), issue(4)], 3, 1],
  ['closed only', [issue(1, { state: 'closed' }), issue(2, { state: 'closed' })], 1, 1],
])('%s', async (_name, all, number, requests) => {
  const issues = listing(all);
  expect((await findBaselineIssue(issues, repo, mark))?.number).toBe(number);
  expect(issues.asked).toHaveLength(requests);
});
