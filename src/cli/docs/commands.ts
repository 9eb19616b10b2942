/** `docs/generated/commands.md`: every `/baseline` command, who may use it, and an example. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { acceptCommand, whoWords } from '../../commands/_command.js';
import { loadFolder } from '../../core/load-folder.js';
import { GENERATED, type GeneratedPage, table } from './_page.js';

const COMMANDS = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../commands');

export default {
  file: 'docs/generated/commands.md',
  async render() {
    const commands = await loadFolder(COMMANDS, acceptCommand);
    const rows = [...commands.values()].map((command) => [
      `\`/baseline ${command.usage}\``,
      command.summary,
      whoWords(command),
      `\`/baseline ${[command.name, command.examples[0]].filter(Boolean).join(' ')}\``,
    ]);
    return `${GENERATED}\n\n${INTRODUCTION}\n\n${table(['command', 'what it does', 'who', 'example'], rows)}\n`;
  },
} satisfies GeneratedPage;

const INTRODUCTION = `# Commands

Comment them on the baseline issue, each on a line of its own. Commands in quotes, code and links are not read; on an edited comment only
new lines run.`;
