/** Is what is released under an open-source licence as well, by its own word? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { isOpen } from './_sources/_licences.js';
import { isAside } from './_sources/_names.js';
import { licence } from './_sources/licence.js';
import { texts } from './_sources/texts.js';
import { defineVerifier } from './_verifier.js';
import { CUT, LICENCE_FIX, listed } from './_words.js';

/** Where each kind of package says it. */
const STATED: readonly (readonly [file: RegExp, licence: RegExp])[] = [
  [/(?:^|\/)(?:package|composer)\.json$/, /"license"\s*:\s*"(?<spdx>[^"]+)"/],
  [/(?:^|\/)(?:Cargo|pyproject)\.toml$/, /^license\s*=\s*(?:\{\s*text\s*=\s*)?["'](?<spdx>[^"']+)["']/m],
];
const UNPUBLISHED = /"private"\s*:\s*true|^publish\s*=\s*false/m;

export default defineVerifier({
  question: 'Do the packages that are released state an open-source licence?',
  reads: { texts, licence },
  on: ['push'],
  judge({ texts, licence }) {
    const stated = [...(texts?.texts ?? [])].flatMap(([path, text]) => {
      const kind = STATED.find(([file]) => file.test(path));
      if (kind === undefined || isAside(path) || UNPUBLISHED.test(text)) return [];
      return [{ path, spdx: kind[1].exec(text)?.groups?.spdx ?? null }];
    });
    const closed = stated.filter(({ spdx }) => spdx !== null && !isOpen(spdx));
    if (closed.length > 0) {
      return unmet(
        `not open source: ${listed(closed.map(({ path, spdx }) => `${path}: ${spdx ?? ''}`))}`,
        'State the licence by its SPDX id, for npm: `npm pkg set license=Apache-2.0`',
      );
    }
    const named = stated.flatMap(({ path, spdx }) => (spdx === null ? [] : [`${path}: ${spdx}`]));
    if (named.length > 0) return met(`stated in ${listed(named)}`);
    const { spdx = [], paths = [], isWhole = true } = licence ?? {};
    if (spdx.length > 0 && spdx.every(isOpen))
      return met(`no package says otherwise than the LICENSE file: ${spdx.join(' and ')}`);
    if (spdx.length > 0) return unmet(`${spdx.join(' and ')} is not open source`, LICENCE_FIX);
    if (paths.length > 0) return unknown(`${listed(paths)} is no licence that Seaworthy or GitHub recognises`);
    return isWhole ? unmet('no package and no LICENSE file states one', LICENCE_FIX) : unknown(CUT);
  },
});
