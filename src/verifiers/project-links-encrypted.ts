/** Are the project's own documents free of links that anybody in between can change? */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { documents } from './_sources/_documents.js';
import { texts } from './_sources/texts.js';
import { defineVerifier } from './_verifier.js';
import { block, CUT, listed, shellWord } from './_words.js';

const LINK = /\b(?:http|git|ftp):\/\/(?<host>\[[^\]\s]+\]|[\w.-]+)(?::\d+)?[^\s<>()[\]"'`]*/g;
/** Machines of one's own, names that belong to nobody, and names of formats that nobody opens. */
const NO_LINK =
  /^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|169\.254\.|\[|host\b|HOST\b|(?:[\w-]+\.)*example(?:\.(?:com|org|net))?$|[\w.-]+\.(?:local|localhost|test|internal|invalid)$|(?:www\.)?w3\.org$|schemas?\.|xmlns\.|purl\.org$|json-schema\.org$|maven\.apache\.org$|java\.sun\.com$|[\w-]+$)/i;
const LEGAL = /(?:^|\/)(?:LICEN[CS]E|COPYING|UNLICENSE|NOTICE)/i;

export default defineVerifier({
  question: 'Do the documents link over encrypted connections only?',
  reads: { texts },
  on: ['push'],
  judge({ texts: files }) {
    if (files === null) return notApplicable('there are no files');
    const looked = [...documents(files, /./)].filter(([path]) => !LEGAL.test(path));
    const plain = looked.flatMap(([path, text]) =>
      text
        .split('\n')
        .flatMap((line, index) =>
          [...line.matchAll(LINK)]
            .filter(({ groups }) => !NO_LINK.test(groups?.host ?? ''))
            .map(([url]) => ({ path, url, shown: `${url} (${path}:${index + 1})` })),
        ),
    );
    if (plain.length > 0) {
      const paths = [...new Set(plain.map(({ path }) => path))].slice(0, 5).map(shellWord);
      const command = `sed -i -E 's#http://(${hostsOf(plain)})#https://\\1#g' ${paths.join(' ')}`;
      return unmet(
        `not encrypted: ${listed(plain.map(({ shown }) => shown))}`,
        `See that each answers over https, then:\n\n${block('sh', command)}`,
      );
    }
    if (!files.isWhole) return unknown(CUT);
    return looked.length === 0
      ? notApplicable('there are no documents')
      : met(`no document of the ${looked.length} that were read links over plain http, git or ftp`);
  },
});

function hostsOf(plain: readonly { readonly url: string }[]): string {
  const hosts = plain.map(({ url }) => new URL(url).hostname.replaceAll('.', '\\.'));
  return [...new Set(hosts)].slice(0, 5).join('|');
}
