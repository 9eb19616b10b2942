/** Does the newest release come with a list of what is in it? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { code } from './_phrases.js';
import { isAbout, isSbom } from './_assets.js';
import { ofReleases } from './_settings.js';

export default ofReleases('Does the newest release come with a list of what is in it?', ({ tag, assets }) => {
  const sbom = assets.find(({ name }) => isSbom(name));
  if (sbom !== undefined) return met(`${code(tag)} comes with ${code(sbom.name)}`);
  if (assets.every(({ name }) => isAbout(name))) {
    return unknown(`${code(tag)} holds no compiled files; what is published elsewhere cannot be seen from here`);
  }
  return unmet(
    `${code(tag)} has compiled files, and no SBOM`,
    `Run \`syft scan dir:. -o cyclonedx-json=app.cdx.json && gh release upload '${tag.replaceAll("'", '')}' app.cdx.json\`, in the release workflow from now on.`,
  );
});
