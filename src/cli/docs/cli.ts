/** `docs/generated/cli.md`: every subcommand as its own `--help` prints it. */
import { declare, EXIT_CODES } from '../_program.js';
import { loadSubcommands } from '../_registry.js';
import { GENERATED, type GeneratedPage, table } from './_page.js';

export default {
  file: 'docs/generated/cli.md',
  async render() {
    const visible = [...(await loadSubcommands()).values()].filter((subcommand) => !subcommand.hidden);
    const sections = visible.map((subcommand) => {
      const io = { stdout: { write: () => true }, stderr: { write: () => true } };
      const help = declare(subcommand, io, async () => undefined).configureHelp({ helpWidth: 100 });
      const examples = (subcommand.examples ?? []).map((example) => `$ ${example}`).join('\n');
      const usage = help
        .helpInformation()
        .trim()
        .replace(/^Usage: /, 'Usage: seaworthy ');
      return `## seaworthy ${subcommand.name}\n\n\`\`\`text\n${usage}\n\`\`\`${examples ? `\n\n\`\`\`shell\n${examples}\n\`\`\`` : ''}`;
    });
    const codes = table(
      ['exit code', 'meaning'],
      EXIT_CODES.map(([code, meaning]) => [String(code), meaning]),
    );
    return `${GENERATED}\n\n# Command line\n\n\`NO_COLOR\` is respected; \`--verbose\` prints what caused an error.\n\n${codes}\n\n${sections.join('\n\n')}\n`;
  },
} satisfies GeneratedPage;
