/** `/baseline champion`: who cares for the security of this service. */
import { changeService } from '../flows/change-service.js';
import { defineCommand } from './_command.js';
import { mustSee, parseLogin } from './_person.js';

const EXAMPLE = '/baseline champion @octocat';

export default defineCommand<{ login: string | null }>({
  name: 'champion',
  summary: "Names the person who looks after this service's security; `none` clears it",
  usage: 'champion <@user|none>',
  whoCanUse: 'write',
  examples: ['@octocat', 'none'],
  rejects: ['', 'octocat', '@octo cat', '@-octocat', '@org/team'],
  parse(args) {
    return { login: args.toLowerCase() === 'none' ? null : parseLogin(args, EXAMPLE) };
  },
  async run({ login }, subject, context) {
    if (login !== null) await mustSee(login, subject, context);
    await changeService(
      subject.repository,
      'service.champion',
      ({ champion }) => (champion === login ? null : { champion: login }),
      subject,
      context,
    );
    return null;
  },
});
