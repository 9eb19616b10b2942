/** Do pull requests bring new versions of what the project depends on? */
import { load, YAMLException } from 'js-yaml';
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { folderOf, manifestsOf } from './_sources/_ecosystems.js';
import { isDockerfile, isWorkflow } from './_sources/_names.js';
import { fieldsOf } from './_sources/_workflow.js';
import { texts } from './_sources/texts.js';
import { defineVerifier } from './_verifier.js';
import { block, CUT, listed } from './_words.js';

const DEPENDABOT = /^\.github\/dependabot\.ya?ml$/;
/** @see https://docs.renovatebot.com/configuration-options/ */
const RENOVATE = /^(?:(?:\.github\/|\.gitlab\/)?renovate\.json5?|\.renovaterc(?:\.json5?)?)$/;

/** What is in use: the names that Dependabot may call it by, and where it lies. */
interface Use {
  readonly names: readonly [string, ...string[]];
  readonly folder: string;
}

export default defineVerifier({
  question: 'Are new versions of all dependencies proposed by themselves?',
  reads: { texts },
  on: ['push'],
  judge({ texts: files }) {
    const paths = (files?.entries ?? []).map(({ path }) => path);
    const renovate = paths.find((path) => RENOVATE.test(path));
    if (renovate !== undefined) return met(`\`${renovate}\` sets up Renovate`);
    if (/"renovate"\s*:\s*\{/.test(files?.texts.get('package.json') ?? ''))
      return met('`package.json` sets up Renovate');
    const uses = usesOf(paths);
    const file = paths.find((path) => DEPENDABOT.test(path));
    if (file === undefined && files?.isWhole === false) return unknown(CUT);
    if (uses.length === 0) return notApplicable('nothing here lists dependencies');
    if (file === undefined) return unmet('neither Dependabot nor Renovate is set up', fixOf(uses, true));
    const text = files?.texts.get(file);
    if (text === undefined) return unknown(`\`${file}\` was not read`);
    const covered = coveredBy(text);
    if (typeof covered === 'string') return unknown(`\`${file}\` could not be read: ${covered}`);
    const missing = uses.filter(({ names }) => !names.some((name) => covered.has(name)));
    return missing.length === 0
      ? met(`\`${file}\` has an entry for ${listed(uses.map(({ names }) => names[0]))}`)
      : unmet(
          `\`${file}\` has no entry for ${listed(missing.map(({ names }) => names[0]))}`,
          fixOf(missing, covered.size === 0),
        );
  },
});

/** Each ecosystem once, at its highest place. */
function usesOf(paths: readonly string[]): readonly Use[] {
  const found: Use[] = manifestsOf(paths).map(({ path, ecosystem }) => ({
    names: ecosystem.dependabot,
    folder: folderOf(path),
  }));
  const dockerfile = paths.filter(isDockerfile).toSorted((a, b) => a.length - b.length)[0];
  if (dockerfile !== undefined) found.push({ names: ['docker'], folder: folderOf(dockerfile) });
  if (paths.some(isWorkflow)) found.push({ names: ['github-actions'], folder: '' });
  return [...new Map(found.toReversed().map((use) => [use.names[0], use])).values()].toReversed();
}

/** Ecosystems with an entry, or why the file cannot be read. */
function coveredBy(text: string): ReadonlySet<string> | string {
  let raw: unknown;
  try {
    raw = load(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return `not valid YAML: ${error.reason}`;
  }
  const { version, updates } = fieldsOf(raw);
  if (version !== 2) return 'its version is not 2';
  const entries: readonly unknown[] = Array.isArray(updates) ? updates : [];
  return new Set(entries.map((entry) => String(fieldsOf(entry)['package-ecosystem'])));
}

function fixOf(uses: readonly Use[], isNew: boolean): string {
  const entries = uses.flatMap(({ names, folder }) => [
    `  - package-ecosystem: ${names[0]}`,
    `    directory: ${/^[\w./-]*$/.test(folder) ? `/${folder}` : JSON.stringify(`/${folder}`)}`,
    '    schedule: { interval: weekly }',
  ]);
  return isNew
    ? `Commit this as \`.github/dependabot.yml\`:\n\n${block('yaml', 'version: 2', 'updates:', ...entries)}`
    : `Add below \`updates:\` in \`.github/dependabot.yml\`:\n\n${block('yaml', ...entries)}`;
}
