/** Is TLS set up as Mozilla's intermediate profile says, as far as connecting shows? */
import { isPage, type Site } from '../domain/site/site.js';
import { type Judgement, met, unknown, unmet } from '../domain/verification/verdict.js';
import { worstSite } from './_site.js';
import { sites } from './_sources/sites.js';
import { defineVerifier } from './_verifier.js';

/** @see https://wiki.mozilla.org/Security/Server_Side_TLS */
const INTERMEDIATE =
  /^(?:TLS_(?:AES_128_GCM_SHA256|AES_256_GCM_SHA384|CHACHA20_POLY1305_SHA256)|(?:ECDHE-(?:ECDSA|RSA)|DHE-RSA)-(?:AES128-GCM-SHA256|AES256-GCM-SHA384|CHACHA20-POLY1305))$/;
const CURRENT = new Set(['TLSv1.2', 'TLSv1.3']);
const GENERATOR = 'Take the lines for your server from https://ssl-config.mozilla.org/ (intermediate).';

export default defineVerifier({
  question: "Is TLS set up as Mozilla's intermediate or modern profile says?",
  reads: { sites },
  on: [],
  judge: ({ sites }) => worstSite(sites, (_, site) => judgeTls(site)),
});

function judgeTls({ https, speaksOldTls }: Site): Judgement {
  if (!isPage(https)) return unmet(`there is no https: ${https.because}`, GENERATOR);
  const { tls } = https;
  if (tls === null) return unmet(`https leads back to http, to ${https.url}`, 'Do not redirect from https to http.');
  if (!tls.isTrusted) return unmet(`the certificate is not good (${tls.problem})`, 'Renew the certificate.');
  if (!CURRENT.has(tls.protocol)) return unmet(`the newest version that it speaks is ${tls.protocol}`, GENERATOR);
  if (speaksOldTls === true) return unmet('it still speaks TLS 1.1 or older', GENERATOR);
  if (!INTERMEDIATE.test(tls.cipher)) return unmet(`it chose the cipher suite ${tls.cipher}`, GENERATOR);
  if (speaksOldTls === null) return unknown('whether it still speaks old versions of TLS could not be seen');
  const until = tls.validTo === null ? '' : `, the certificate is good until ${tls.validTo.toISOString().slice(0, 10)}`;
  return met(`${tls.protocol} with ${tls.cipher}, 1.1 and older are refused${until}; other ciphers were not tried`);
}
