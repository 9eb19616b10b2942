/** `docs/generated/config.md`: every environment variable. */
import { VARIABLE_NAMES, VARIABLES, type Variable } from '../../config/variables.js';
import { GENERATED, type GeneratedPage, table } from './_page.js';

export default {
  file: 'docs/generated/config.md',
  render() {
    const groups = [...new Set(VARIABLE_NAMES.map((name) => VARIABLES[name].group))];
    const sections = groups.map((group) => {
      const names = VARIABLE_NAMES.filter((name) => VARIABLES[name].group === group);
      return `## ${group}\n\n${table(HEADER, names.map(rowOf))}`;
    });
    return `${GENERATED}\n\n${INTRODUCTION}\n\n${sections.join('\n\n')}\n`;
  },
} satisfies GeneratedPage;

const HEADER = ['variable', 'what it is', 'value', 'default'];

const INTRODUCTION = `# Configuration

Seaworthy is configured by environment variables. A \`.env\` file in the working directory is read as well; what is really set in the
environment wins. Empty counts as unset. Every problem is listed at once when Seaworthy starts, and the values of secrets (🔒) are never printed.`;

function rowOf(name: keyof typeof VARIABLES): string[] {
  const variable: Variable = VARIABLES[name];
  const marks = `${variable.secret ? ' 🔒' : ''}${variable.required ? ' (required)' : ''}`;
  return [
    `\`${name}\`${marks}`,
    variable.summary,
    variable.expected,
    variable.default ? `\`${variable.default}\`` : '',
  ];
}
