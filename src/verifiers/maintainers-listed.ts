/** Is it public who can reach the sensitive parts of the project? */
import { documentedVerifier } from './_documented.js';
import { block } from './_words.js';

export default documentedVerifier({
  question: 'Is it listed who maintains the project?',
  what: 'list of maintainers',
  file: /(?:^|\/)(?:MAINTAINERS|OWNERS)(?:[-.][\w.-]+)?$/i,
  heading: /maintainer|core team|project (?:lead|team)|committers|steering|who reaches|people with access/i,
  holds: /@[\w-]+|github\.com\/[\w-]+|[\w.+-]+@[\w-]+\.\w|^\s*(?:[-*|]|\d+\.)\s*\S/m,
  fix: `Commit this as \`MAINTAINERS.md\`, with the people that you have:\n\n${block('markdown', '| Who | Reaches |', '|--|--|', '| @octocat | repository admin, npm publish, domain |', '| @hubot | merge, releases |')}`,
});
