/** Content Security Policy: what a page may load and run, so that an injected script does nothing. */
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { type Outcome, outcome } from '../outcome.js';
import { headerOf, type Page, valuesOf } from '../site.js';
import { equivalentsOf } from '../html.js';

/** Directive to sources, in lower case but for hashes and nonces; of a directive said twice the first counts. */
export type Policy = ReadonlyMap<string, readonly string[]>;

const FIX =
  "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Directives that browsers know; a policy with none of them is none. @see https://www.w3.org/TR/CSP3/#csp-directives */
const DIRECTIVES = new Set([
  'base-uri',
  'block-all-mixed-content',
  'child-src',
  'connect-src',
  'default-src',
  'fenced-frame-src',
  'font-src',
  'form-action',
  'frame-ancestors',
  'frame-src',
  'img-src',
  'manifest-src',
  'media-src',
  'object-src',
  'report-to',
  'report-uri',
  'require-trusted-types-for',
  'sandbox',
  'script-src',
  'script-src-attr',
  'script-src-elem',
  'style-src',
  'style-src-attr',
  'style-src-elem',
  'trusted-types',
  'upgrade-insecure-requests',
  'worker-src',
]);

const PASSIVE = ['img-src', 'media-src'];
const ACTIVE = [
  'child-src',
  'connect-src',
  'default-src',
  'font-src',
  'form-action',
  'frame-src',
  'manifest-src',
  'object-src',
  'script-src',
  'style-src',
  'worker-src',
];
/** Sources that let in what an attacker chooses. */
const ANYTHING = new Set(['*', 'http:', 'https:', 'http://*', 'https://*', 'data:']);

/** The policies of a page, each of which holds. `where`: browsers ignore some directives in a meta element. */
export function policiesOf(page: Page, where: 'header' | 'anywhere'): readonly Policy[] {
  const headers = valuesOf(page, 'content-security-policy').flatMap((value) => value.split(','));
  const metas = where === 'header' ? [] : equivalentsOf(page, 'content-security-policy');
  return [...headers, ...metas].map(parsePolicy).filter((policy) => policy.size > 0);
}

/** Hosts and keywords in lower case; hashes and nonces as they are. */
function parsePolicy(text: string): Policy {
  const { directives } = new CspParser(text).csp;
  return new Map(
    Object.entries(directives).map(([name, sources = []]) => [
      name,
      sources.map((source) => (/^'(?:nonce|sha\d{3})-/i.test(source) ? source : source.toLowerCase())),
    ]),
  );
}

/** What else csp_evaluator finds in the policies of a page, worst first and none twice, in its own words; at most five. */
export function adviceOn(page: Page): readonly string[] {
  const texts = [
    ...valuesOf(page, 'content-security-policy').flatMap((value) => value.split(',')),
    ...equivalentsOf(page, 'content-security-policy'),
  ];
  const findings = texts
    .flatMap((text) => new CspEvaluator(new CspParser(text).csp).evaluate())
    .filter(({ severity }) => severity <= Severity.MEDIUM)
    .toSorted((a, b) => a.severity - b.severity)
    .map(({ directive, value, description }) => `${[directive, value].filter(Boolean).join(' ')}: ${description}`);
  return [...new Set(findings.map((line) => line.replaceAll(/\s+/g, ' ').slice(0, 300)))].slice(0, 5);
}

/** Each policy of several holds, so the strictest decides. */
export function judgeCsp(page: Page): Outcome<'csp'> {
  const all = policiesOf(page, 'anywhere');
  if (all.length === 0) {
    if (headerOf(page, 'content-security-policy-report-only') !== null)
      return outcome(
        'csp',
        'not-implemented-but-reporting-enabled',
        'The policy only reports and holds nothing back',
        FIX,
      );
    return outcome('csp', 'not-implemented', 'Content-Security-Policy is not sent', FIX);
  }
  const outcomes = all.map(judgePolicy).toSorted((a, b) => b.modifier - a.modifier);
  return outcomes[0] ?? outcome('csp', 'header-invalid', 'The policy cannot be read', FIX);
}

function judgePolicy(policy: Policy): Outcome<'csp'> {
  if (![...policy.keys()].some((name) => DIRECTIVES.has(name)))
    return outcome('csp', 'header-invalid', 'The policy has no directive that browsers know', FIX);
  const scripts = effective(policy, ['script-src', 'default-src']);
  const styles = effective(policy, ['style-src', 'default-src']);
  const objects = effective(policy, ['object-src', 'default-src']);
  const open =
    runsAnything(scripts) ?? (objects === null ? 'object-src is not limited' : broadest(objects, 'object-src'));
  if (open !== null) return outcome('csp', 'implemented-with-unsafe-inline', `Injected scripts run: ${open}`, FIX);
  const clear = ACTIVE.find((name) => policy.get(name)?.some(isClear) === true);
  if (clear !== undefined) return outcome('csp', 'implemented-with-insecure-scheme', `${clear} allows http`, FIX);
  if (scripts?.includes("'unsafe-eval'") === true || styles?.includes("'unsafe-eval'") === true)
    return outcome('csp', 'implemented-with-unsafe-eval', "Text is run as code: 'unsafe-eval'", FIX);
  const passive = PASSIVE.find((name) => policy.get(name)?.some(isClear) === true);
  if (passive !== undefined)
    return outcome('csp', 'implemented-with-insecure-scheme-in-passive-content-only', `${passive} allows http`, FIX);
  if (styles === null || letsInline(styles) || styles.some((source) => ANYTHING.has(source)))
    return outcome('csp', 'implemented-with-unsafe-inline-in-style-src-only', 'Injected styles are shown', FIX);
  if (isNone(policy.get('default-src')))
    return outcome('csp', 'implemented-with-no-unsafe-default-src-none', "Nothing unsafe, and default-src is 'none'");
  return outcome('csp', 'implemented-with-no-unsafe', 'Nothing unsafe', FIX);
}

/** The sources that hold for what the first name is about; null when nothing limits it. */
function effective(policy: Policy, names: readonly string[]): readonly string[] | null {
  const name = names.find((one) => policy.has(one));
  return name === undefined ? null : (policy.get(name) ?? []);
}

/** Why injected scripts run; null when they do not. */
function runsAnything(scripts: readonly string[] | null): string | null {
  if (scripts === null) return 'neither script-src nor default-src is there';
  if (letsInline(scripts)) return "'unsafe-inline' in script-src";
  // With 'strict-dynamic' browsers look at nonces and hashes only.
  return scripts.includes("'strict-dynamic'") && scripts.some(isPinned) ? null : broadest(scripts, 'script-src');
}

function broadest(sources: readonly string[], name: string): string | null {
  const broad = sources.find((source) => ANYTHING.has(source));
  return broad === undefined ? null : `${name} allows ${broad}`;
}

/** Where a nonce or hash stands, browsers ignore 'unsafe-inline'. */
const letsInline = (sources: readonly string[]): boolean =>
  sources.includes("'unsafe-inline'") && !sources.some(isPinned);
const isPinned = (source: string): boolean => /^'(?:nonce-|sha(?:256|384|512)-)/i.test(source);
const isClear = (source: string): boolean => source === 'http:' || source.startsWith('http://') || source === 'ftp:';
const isNone = (sources: readonly string[] | undefined): boolean => sources?.length === 1 && sources[0] === "'none'";
