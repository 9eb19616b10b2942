/** Beginnings that are one vendor's alone, of credentials whose form is fixed: its rule has the only word on what begins so. */
import { literal } from './_literal.js';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Told by themselves. */
const PREFIXES = [
  ...words(`
    gho_ ghp_ ghr_ ghs_ ghu_ github_pat_ glpat- gldt- glrt- glrtr- glptt- gloas- glcbt- glft- glimt- glagent- glsoat- glffct-
    glwt- GR1348941 ATATT3 ATCTT3 ATBB BBDC- gto_ npm_ pypi-AgE rubygems_ dckr_pat_ dckr_oat_ CLOJARS_ jsrp_ packagist_ ovsxp_
    ovsxat_ NpmToken. DockerToken. NuGetToken. AKCp CCIPAT_ CCIPRJ_ bkua_ bkct_ bkar_ bkaa_ bxt_ sgp_ slk_ sgd_ sktsec_
    snyk_uat. snyk_sat. depot_project_ depot_org_ depot_user_`),
  ...words(`
    AIza GOCSPX- ya29. 1//0 da2- amzn.mws. amzn1.oa2-cs. Atza| Atzr| AVNS_ LTAI AQVN bce-v3/ cfut_ cfat_ cfk_ dop_v1_ doo_v1_
    dor_v1_ nfp_ nfc_ nfo_ nfu_ nfb_ fo1_ fm2_ fm1r_ fm1a_ hvs. hvb. hvr. pul- tskey- dp.pt. dp.st. dp.ct. dp.sa. dp.scim.
    dp.audit. sbp_ sb_secret_ pscale_ napi_ npg_ CCDB1_ AstraCS: mdb_sa_ ucat_ ddp_ ddo_ dnsimple_a_ dnsimple_u_ rnd_ sha256~
    vcp_ vci_ vca_ vcr_ vck_ vercel_blob_ xau_ ico- pnu_ pnb_ ptr_ retool_01 AGE-SECRET-KEY-`),
  ...words(`
    sk_live_ sk_test_ sk_prod_ sk_dev_ rk_live_ rk_test_ whsec_ sq0atp- sq0csp- sandbox-sq0 access_token$ duffel_live_ duffel_test_
    klarna_live_api_ klarna_test_api_ pdl_ persona_production_ persona_sandbox_ polar_oat_ polar_pat_ polar_at_ polar_cs_ rzp_live_
    rzp_test_ shippo_ EZAK EZTK shpat_ shpca_ shppa_ shpss_ shpua_ shptka_ atkn_ APP_USR- Mid-server- SB-Mid-server- skey_ xnd_
    secret-token: SG. xkeysib- xsmtpsib- mlsn. xapp- sec-c- secret-live- secret-test- pk_prod_ dk_prod_ dk_test_`),
  ...words(`
    sk-ant- sk-proj- sk-svcacct- sk-admin- sk-or-v1- sk-lf- sk-ws- sk-helicone- sk_car_ sk_e2b_ e2b_ hf_ api_org_ gsk_ r8_ xai- pplx-
    nvapi- pcsk_ pckey_ lsv2_ ls__ tvly- csk- llx- jina_ KGAT_ rpa_ tgp_v1_ wandb_v1_ crsr_ bb_live_ bb_test_ apify_api_
    apify_proxy_ flp_`),
  ...words(`
    NRAK- NRII- NRIQ- NRRA- NRAA- NRJS- sntrys_ sntryu_ glsa_ glc_ hcaik_ lin_api_ lin_oauth_ lin_wh_ ntn_ figd_ figu_ figur_ figo_
    figoh_ PMAK- PMAT- CFPAT- tfp_ phx_ phs_ xaat- xapt- cxtp_ cxup_ dbtc_ dbtu_ essu_ apiv3_ hbp_ hbu_ jca_ os_v2_ rdme_
    samsara_api_ signkey- tr_dev_ tr_prod_ tr_stg_ tr_preview_ tr_pat_ waka_ IGAA IGQV IGQW RGAPI- WPL_AP akab- aio_ BBFF- BBUS-
    cxakp_ cal_live_ configcat-sdk-1/ configcat-proxy/ fio-u- sess- api_live. api_sandbox. HRKU- FLWSECK`),
].map(literal);

/** Told with what follows, since the beginning alone is a word. */
const FORMS = [
  'A[KS]IA[A-Z0-9]{4}',
  'sq[apu]_[0-9a-f]{8}',
  'dt0[a-z]\\d{2}\\.',
  'xox[abcdeprs][-.]',
  'pat-(?:na|eu|ap)\\d-',
  'access-(?:production|sandbox)-',
  'pat[A-Za-z0-9]{14}\\.',
  're_[A-Za-z0-9]{8}_',
  'secret[_-][A-Za-z0-9]{20}',
  '(?:sdk|api|mob)-[0-9a-f]{8}-',
  'v1\\.0-[0-9a-f]{20}',
  'sk\\.eyJ',
  'sl\\.(?:u\\.)?[AB]',
  'A3-[A-Z0-9]{6}-',
  'KEY01[0-9A-F]{8}',
  'oy2[a-z0-9]{20}',
  'sk-[A-Za-z0-9]{16}',
  'EAA[A-Za-z0-9]{40}',
  '00D[A-Za-z0-9]{12}!',
  'AK(?:LT|ID)[A-Za-z0-9]{20}',
  'API-[A-Z0-9]{20}',
  '(?:APP_USR|TEST)-\\d{12}',
  '(?:PRD|SBX)-[0-9a-f]{12}',
  '(?:live|sandbox)_[A-Za-z0-9_-]{25}',
  '(?:key-|fc-|SK|SEC|dapi|dose|dkea|dsapi|ddbt|ATTA|(?:[cps]k|cs|cu|cal|kit|[ps]k1)_)[0-9a-f]{12}',
  '(?:CG-|md-|as-|fw_|dub_|ser\\.|[ps]at\\.)[A-Za-z0-9_-]{10}',
  'K00\\d[A-Za-z0-9+/]{12}',
  '(?:cio|fnA|4b1d|cflt|SCW|EAAA|pa-)[A-Za-z0-9_-]{16}',
  'private_[A-Za-z0-9+/]{12}',
  'AAAA[A-Za-z0-9_-]{7}:',
  'AQ\\.A[A-Za-z0-9_-]{4}',
  'y[0-3]_[A-Za-z0-9_-]{12}',
  'mfa\\.[A-Za-z0-9_-]{12}',
  'pk_\\d{5,12}_',
  '\\d{8,10}:AA[A-Za-z0-9_-]{16}',
  '[0-9a-f]{28,34}-us\\d',
  '(?:eu01xx)?[0-9a-f]{20,40}NRAL',
];

const BEGINS = new RegExp(`^(?:${[...PREFIXES, ...FORMS].join('|')})`, 'i');

/** With letters in front a prefix is still told where a sign ends it. */
const LONG = PREFIXES.filter((prefix) => /^[^\\]{3,}[_-]$/.test(prefix));
const BEGINS_LATER = new RegExp(`^[A-Za-z0-9]{1,4}(?:${LONG.join('|')})`);

/**
 * True for what begins as a vendor's credential, whatever follows: too short, too long, or with a character too much, in front
 * or inside, it is none.
 */
export function beginsAsVendors(value: string): boolean {
  return BEGINS.test(value) || BEGINS_LATER.test(value);
}
