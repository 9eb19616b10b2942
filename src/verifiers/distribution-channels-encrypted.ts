/** Can nobody in between swap what people download? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { isPublishing } from './_publishing.js';
import { documents } from './_sources/_documents.js';
import { stepsIn } from './_sources/_workflow.js';
import { texts } from './_sources/texts.js';
import { workflows } from './_sources/workflows.js';
import { defineVerifier } from './_verifier.js';
import { listed } from './_words.js';

const PLAIN =
  /\b(?:curl|wget|pip3? install|npm (?:i|install)|git clone|go get|brew install|docker pull|apt-get|deb)\b[^\n]*\b(?:http|git|ftp):\/\/(?!localhost|127\.|example\.)|--insecure\b|\bcurl\s+(?:-\w+\s+)*-\w*k\w*\s|--no-check-certificate\b|--trusted-host\b/;

export default defineVerifier({
  question: 'Is what people download published and fetched over encrypted channels only?',
  reads: { texts, workflows },
  on: ['push'],
  judge({ texts: files, workflows }) {
    const places =
      files === null
        ? []
        : [...documents(files, /./)].flatMap(([path, text]) =>
            text.split('\n').flatMap((line, index) => (PLAIN.test(line) ? [`${path}:${index + 1}`] : [])),
          );
    if (places.length > 0) {
      return unmet(
        `install instructions leave the download unprotected: ${listed(places)}`,
        'Write `https://` in these lines, remove options that switch off the check of certificates, and name a checksum: `sha256sum --check SHA256SUMS`.',
      );
    }
    const publishing = [
      ...new Set(
        stepsIn(workflows?.workflows ?? [])
          .filter(isPublishing)
          .map(({ workflow }) => workflow.path),
      ),
    ];
    return publishing.length > 0
      ? met(`${listed(publishing)} publishes to a registry or to GitHub, which answer over TLS only`)
      : unknown('no workflow publishes; from where people download takes a person to see');
  },
});
