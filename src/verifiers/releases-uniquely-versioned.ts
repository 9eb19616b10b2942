/** Does every release have a version of its own? */
import { met, unmet } from '../domain/verification/verdict.js';
import { code, joined } from './_phrases.js';
import { ofReleases } from './_settings.js';

/** Names that are moved from release to release, and such as have no number at all. */
const MOVED = /^(?:latest|nightly|edge|dev|stable|current|snapshot)\b|^\D*$/i;

export default ofReleases('Does every release have a version of its own?', (newest, all) => {
  const moved = all.filter(({ tag }) => MOVED.test(tag));
  if (moved.length === 0) return met(`the last ${all.length} have a version each, ${code(newest.tag)} the newest`);
  return unmet(
    `no versions: ${joined(moved.map(({ tag }) => code(tag)))}`,
    'Tag each release with its own version, `git tag -s v1.4.2 -m v1.4.2`, and tick **Settings > General > Releases > Enable release immutability**.',
  );
});
