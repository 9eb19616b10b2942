/** Reactions to issues and comments. */
import { react } from '../actions/comments.js';
import { invalid, notFound } from '../api-error.js';
import { type ApiCall, noContent, type Reply, type Route } from '../http/call.js';
import { REACTIONS, type Reaction } from '../state/model.js';
import { reactionView } from '../views/issue.js';
import { pathComment } from './comments.js';
import { pathIssue } from './issues.js';

type Subject = Pick<Reaction, 'subject' | 'subjectId'>;

function list(call: ApiCall, { subject, subjectId }: Subject): Reply {
  const content = call.query('content');
  const reactions = [...call.world.state.reactions.values()].filter(
    (reaction) =>
      reaction.subject === subject &&
      reaction.subjectId === subjectId &&
      (content === null || reaction.content === content),
  );
  return call.paged(reactions, (reaction) => reactionView(call.world, reaction));
}

function create(call: ApiCall, subject: Subject): Reply {
  const content = call.choice('Reaction', 'content', REACTIONS);
  if (content === undefined) throw invalid({ resource: 'Reaction', field: 'content', code: 'missing_field' });
  const { reaction, created } = react(call.world, call.actor, { ...subject, content });
  return { status: created ? 201 : 200, json: reactionView(call.world, reaction) };
}

/** Only one's own. */
function remove(call: ApiCall, { subject, subjectId }: Subject): Reply {
  const reaction = call.world.state.reactions.get(call.id('reaction_id'));
  if (reaction?.subject !== subject || reaction.subjectId !== subjectId) throw notFound();
  if (reaction.login !== call.actor.user.login) throw notFound();
  call.world.state.reactions.delete(reaction.id);
  return noContent();
}

function family(path: string, subject: (call: ApiCall) => Subject): Route[] {
  return [
    { method: 'GET', path, caller: 'any', handle: (call) => list(call, subject(call)) },
    { method: 'POST', path, caller: 'any', handle: (call) => create(call, subject(call)) },
    {
      method: 'DELETE',
      path: `${path}/{reaction_id}`,
      caller: 'any',
      handle: (call) => remove(call, subject(call)),
    },
  ];
}

const routes: readonly Route[] = [
  ...family('/repos/{owner}/{repo}/issues/{issue_number}/reactions', (call) => ({
    subject: 'issue',
    subjectId: pathIssue(call).id,
  })),
  ...family('/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', (call) => ({
    subject: 'comment',
    subjectId: pathComment(call).id,
  })),
];

export default routes;
