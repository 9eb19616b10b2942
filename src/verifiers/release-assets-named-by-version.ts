/** Does every released file show which release it belongs to? */
import { met, unmet } from '../domain/verification/verdict.js';
import { code, joined } from './_phrases.js';
import { isAbout } from './_assets.js';
import { ofReleases } from './_settings.js';

export default ofReleases('Does every released file show which release it belongs to?', ({ tag, assets }) => {
  const version = /\d[\w.+-]*/.exec(tag)?.[0] ?? tag;
  const files = assets.map(({ name }) => name).filter((name) => !isAbout(name));
  if (files.length === 0) return met(`${code(tag)} holds archives of the source only, which GitHub names by the tag`);
  const unnamed = files.filter((name) => !name.includes(version));
  if (unnamed.length === 0) return met(`all files of ${code(tag)} carry ${code(version)} in their names`);
  return unmet(
    `of ${code(tag)}, without the version: ${joined(unnamed.map(code))}`,
    `Write the version into the names, \`app-${version}-linux-amd64.tar.gz\`, in the workflow that uploads them.`,
  );
});
