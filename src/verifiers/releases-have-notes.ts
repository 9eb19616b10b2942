/** Does each release say what changed? */
import { met, unmet } from '../domain/verification/verdict.js';
import { code, joined } from './_phrases.js';
import { ofReleases } from './_settings.js';

export default ofReleases('Does each release say what changed?', (newest, all) => {
  const silent = all.filter(({ notes }) => notes === '');
  const [first] = silent;
  if (first === undefined) return met(`the last ${all.length} have notes, ${code(newest.tag)} the newest`);
  return unmet(
    `without notes: ${joined(silent.map(({ tag }) => code(tag)))}`,
    `Run \`gh release edit '${first.tag.replaceAll("'", '')}' --notes-file NOTES.md\`, and create the next with \`--generate-notes\`.`,
  );
});
