/** `docs/generated/permissions.md`: every permission, what it is for, and what happens without it. */
import { TIERS } from '../../core/permissions.js';
import { GENERATED, type GeneratedPage, table } from './_page.js';

export default {
  file: 'docs/generated/permissions.md',
  render() {
    const sections = TIERS.map((tier) => {
      const rows = tier.permissions.map(({ label, key, access, reason, without, events }) => [
        `${label}<br>\`${key}: ${access}\``,
        reason,
        without,
        events.map((event) => `\`${event}\``).join(', '),
      ]);
      return `## ${tier.title}\n\n${tier.summary}\n\n${table(HEADER, rows)}`;
    });
    return `${GENERATED}\n\n${INTRODUCTION}\n\n${sections.join('\n\n')}\n`;
  },
} satisfies GeneratedPage;

const HEADER = ['permission', 'what for', 'without it', 'events it brings'];

const INTRODUCTION = `# Permissions

Set-up asks for the core tier and for the tiers you choose. A permission can be added later in the App's settings: GitHub then asks an
owner of each installation to accept it, and until then what needs it is shown as unknown, never as passed.`;
