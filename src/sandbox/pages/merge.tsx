/** The merge box under a pull request: the required checks, why it is blocked, and the buttons. */
import { CheckIcon, repoPath } from './parts.js';
import type { MergeBox, RepoName, RequiredCheckRow } from './view.js';

interface MergeProps {
  readonly name: RepoName;
  readonly number: number;
  readonly box: MergeBox;
}

/** The words under a check on GitHub, and the icon that goes with them. */
const STATES = {
  expected: { words: 'Expected — Waiting for status to be reported', check: { status: 'queued', conclusion: null } },
  pending: { words: 'In progress', check: { status: 'in_progress', conclusion: null } },
  failing: { words: 'Failing', check: { status: 'completed', conclusion: 'failure' } },
  passed: { words: 'Successful', check: { status: 'completed', conclusion: 'success' } },
} as const;

function Checks({ checks }: { readonly checks: readonly RequiredCheckRow[] }) {
  return (
    <ul class="required">
      {checks.map(({ name, app, state }) => (
        <li>
          <CheckIcon check={STATES[state].check} /> <strong>{name}</strong>
          <span class="muted grow">{STATES[state].words}</span>
          {app === null ? null : <span class="tag">{app}</span>}
          <span class="tag">Required</span>
        </li>
      ))}
    </ul>
  );
}

export function Merge({ name, number, box }: MergeProps) {
  const action = (how: string) => `${repoPath(name)}/pull/${number}/${how}`;
  const { queued } = box;
  if (queued !== null) {
    return (
      <section class="post" id="merge">
        <header>
          <strong class="grow">
            In the merge queue, {queued.position} of {queued.length}
          </strong>
          tested as
          <a class="mono" href={`${repoPath(name)}/commit/${queued.groupSha}`}>
            {queued.groupSha.slice(0, 7)}
          </a>
        </header>
        <Checks checks={queued.checks} />
        <form method="post" action={action('dequeue')} class="content">
          <button type="submit">Remove from queue</button>
        </form>
      </section>
    );
  }
  const how = box.needsQueue ? 'enqueue' : 'merge';
  return (
    <section class="post" id="merge">
      <header>
        <strong>{box.blocked === null ? 'This pull request can be merged' : 'Merging is blocked'}</strong>
      </header>
      <Checks checks={box.checks} />
      <form method="post" action={action(how)} class="content">
        {box.blocked === null ? null : <p class="bad">{box.blocked}</p>}
        <button type="submit" class="primary" disabled={box.blocked !== null}>
          {box.needsQueue ? 'Add to merge queue' : 'Merge pull request'}
        </button>
      </form>
    </section>
  );
}
