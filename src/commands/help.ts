/** `/baseline help`: what can be said, or how one command works. */
import { UserError } from '../core/user-error.js';
import { type Command, defineCommand, whoWords } from './_command.js';
import { nearest, quoteWord } from './_suggest.js';

export default defineCommand<string | null>({
  name: 'help',
  summary: 'Lists what you can say, or explains one command',
  usage: 'help [command]',
  whoCanUse: 'anyone',
  examples: ['', 'status'],
  rejects: ['status now'],
  parse(args) {
    if (/\s/.test(args)) throw new UserError('Name one command at most: `/baseline help status`.');
    return args === '' ? null : args.toLowerCase();
  },
  async run(topic, { commands }) {
    if (topic === null) return listOf([...commands.values()]);
    const command = commands.get(topic);
    if (command) return details(command);
    const near = nearest(topic, commands.keys());
    throw new UserError(`There is no command ${quoteWord(topic)}.${near === null ? '' : ` Did you mean \`${near}\`?`}`);
  },
});

function listOf(commands: readonly Command[]): string {
  const rows = commands.map(
    (command) => `| \`/baseline ${escapeCell(command.usage)}\` | ${command.summary} | ${whoWords(command)} |`,
  );
  return ['| say | what it does | who |', '| --- | --- | --- |', ...rows].join('\n');
}

function details(command: Command): string {
  const example = `/baseline ${command.name} ${command.examples[0] ?? ''}`.trim();
  return `\`/baseline ${command.usage}\`: ${command.summary.toLowerCase()}. For ${whoWords(command)}. Example: \`${example}\``;
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|');
}
