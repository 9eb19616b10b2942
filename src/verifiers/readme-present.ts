/** Can a newcomer begin with what the README says? */
import { documentedVerifier } from './_documented.js';
import { block } from './_words.js';

export default documentedVerifier({
  question: 'Does a README say how to install and use it?',
  what: 'README that shows how to install and use it',
  file: /^(?:\.github\/|docs\/)?README(?:\.\w+)?$/i,
  holds:
    /^(?:#{1,6}|=+)\s.*(?:install|usage|using|use\b|getting started|quick ?start|set ?up|run|how to|example)|^\s*(?:```|~~~|\$ )/im,
  fix: `Add to \`README.md\`, with your own commands:\n\n${block('markdown', '## Install', '```sh', 'npm install NAME', '```', '## Use', '```sh', 'npx NAME --help', '```')}`,
});
