/** The import table of the design, enforced: which folder of `src/` may import from which. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const SRC = path.resolve('src');

/** Folder -> folders it may import besides itself. `types:` allows `import type` only. The longest matching prefix rules. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  core: [],
  'domain/checklist': ['core'],
  'domain/life': ['core', 'domain/checklist'],
  // A policy names checklists and items: docs/decisions/0004-policy.md.
  'domain/policy': ['core', 'domain/checklist'],
  // What is to come follows from the same counts that the issue shows.
  'domain/outlook': ['core', 'domain/checklist', 'domain/life'],
  'domain/evidence': ['core'],
  'domain/inventory': ['core'],
  'domain/scanner': ['core'],
  'domain/site': ['core'],
  // A verdict becomes the state of an item.
  'domain/verification': ['core', 'domain/checklist'],
  'domain/readiness': ['core', 'domain'],
  'domain/reports': ['core', 'domain'],
  'infra/db': ['core', 'types:domain'],
  // A finding is named as commands name it.
  'infra/db/dashboard': ['core', 'infra/db', 'types:domain', 'domain/scanner/finding'],
  'infra/queue': ['core', 'infra/db', 'types:domain'],
  'infra/github': ['core', 'types:domain'],
  'infra/net': ['core', 'types:domain'],
  // The workers of its pool run the engine; the output of git is read as fetched changes are.
  'infra/scan': ['core', 'domain/scanner', 'infra/github/changes/byte-reader'],
  'infra/catalogue.ts': ['core', 'domain/checklist'],
  // A working copy is read with the git of whoever has it.
  verifiers: ['core', 'domain', 'infra/github', 'infra/net', 'infra/scan/local-git'],
  flows: ['core', 'domain', 'infra'],
  handlers: ['core', 'domain', 'infra', 'flows'],
  commands: ['core', 'domain', 'infra', 'flows'],
  chores: ['core', 'domain', 'infra', 'flows'],
  'web/intake': ['core', 'infra/queue', 'infra/db'],
  web: ['core', 'domain', 'infra'],
  // A page shows what the issue shows, by the same reading: docs/decisions/0015-dashboard.md.
  'web/dashboard': ['core', 'domain', 'infra', 'flows'],
  cli: ['core', 'domain', 'infra', 'commands', 'verifiers', 'web', 'sandbox', 'config'],
  sandbox: ['core'],
  'config.ts': ['core', 'config'],
  config: ['core'],
  // Hands verifiers what they look at, so that flows need not know them.
  'ask-verifiers.ts': ['core', 'domain', 'infra', 'flows', 'verifiers'],
  // Gives the pages the commands, which they may not know.
  'act.ts': ['*'],
  'run-job.ts': ['*'],
  'app.ts': ['*'],
  'serve.ts': ['*'],
  'main.ts': ['*'],
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const FROM = /^\s*(?:import|export)\s(?<type>type\s)?[^;]*?from\s+'(?<spec>\.[^']+)'|import\('(?<dyn>\.[^']+)'\)/gms;

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(FROM)].map((match) => ({
    file: path.relative(SRC, file),
    target: path
      .relative(SRC, path.resolve(path.dirname(file), match.groups?.spec ?? match.groups?.dyn ?? ''))
      .replace(/\.js$/, '.ts'),
    typeOnly: match.groups?.type !== undefined,
  }));
}

function folderOf(file: string): string | undefined {
  return Object.keys(TABLE)
    .filter((prefix) => file === prefix || file.startsWith(`${prefix}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function isAllowed({ file, target, typeOnly }: Import): boolean {
  const from = folderOf(file);
  if (from === undefined) return false;
  if (from.includes('/') || !from.endsWith('.ts')) {
    if (target.startsWith(`${from}/`))
      return folderOf(target) === from || (TABLE[from] ?? []).includes('*') || from === 'web';
  }
  return (TABLE[from] ?? []).some((rule) => {
    if (rule === '*') return true;
    const [allowed, typesOnly] = rule.startsWith('types:') ? [rule.slice(6), true] : [rule, false];
    return (
      (target === allowed || target === `${allowed}.ts` || target.startsWith(`${allowed}/`)) && (!typesOnly || typeOnly)
    );
  });
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts') && !file.endsWith('.test.tsx'))
  .map((file) => path.join(SRC, file));

test('every file of src/ lies in a folder of the table', () => {
  expect(files.map((file) => path.relative(SRC, file)).filter((file) => folderOf(file) === undefined)).toEqual([]);
});

test('every import follows the table', () => {
  const broken = files.flatMap(importsOf).filter((entry) => !isAllowed(entry));
  expect(broken.map(({ file, target }) => `${file} imports ${target}`)).toEqual([]);
});

test.each([
  ['domain/checklist/a.ts', 'infra/db/b.ts', false, false],
  ['infra/db/a.ts', 'domain/scanner/b.ts', true, true],
  ['infra/db/a.ts', 'domain/scanner/b.ts', false, false],
  ['handlers/a.ts', 'handlers/b.ts', false, true],
  ['handlers/a.ts', 'commands/b.ts', false, false],
  ['handlers/a.ts', 'verifiers/b.ts', false, false],
  ['sandbox/a.ts', 'infra/github/b.ts', false, false],
])('%s importing %s (type only: %s) is allowed: %s', (file, target, typeOnly, allowed) => {
  expect(isAllowed({ file, target, typeOnly })).toBe(allowed);
});

test('handlers, commands and verifiers read neither the clock nor the environment', () => {
  const reads = files.filter((file) => {
    const relative = path.relative(SRC, file);
    if (/^config\.ts$|^core\/clock\.ts$|^cli\/|^sandbox\//.test(relative)) return false;
    return /process\.env|Date\.now\(\)|new Date\(\)|Math\.random\(\)/.test(readFileSync(file, 'utf8'));
  });
  expect(reads.map((file) => path.relative(SRC, file))).toEqual([]);
});
