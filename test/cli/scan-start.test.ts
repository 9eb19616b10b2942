/**
 * `seaworthy scan` as it is installed: one file with what V8 compiled of it. Whatever became of the latter, and whichever V8 reads
 * it, the findings are the same.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ALNUM, random } from '../../src/domain/scanner/rules/_samples.js';

const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const installed = path.join(folder, 'installed');
const at = (name: string): string => path.join(installed, 'dist/infra/scan', name);
const PARTS = ['scan-start.cjs', 'scan-worker.cjs', 'scanner-bundle.cjs', 'scanner-bundle.compiled'];

/** More files than one thread is started for. */
const sources = path.join(folder, 'sources');
mkdirSync(sources);
for (let index = 0; index < 70; index += 1) {
  writeFileSync(path.join(sources, `${index}.env`), `KEY=${['sk', 'live', random(ALNUM, 24, index)].join('_')}\n`);
}

beforeEach(() => {
  rmSync(installed, { recursive: true, force: true });
  // Nothing else is needed, no package either.
  for (const part of ['bin', 'package.json', 'dist/cli/_main.js', ...PARTS.map((name) => `dist/infra/scan/${name}`)]) {
    cpSync(path.resolve(part), path.join(installed, part), { recursive: true });
  }
});

interface Ran {
  readonly findings: readonly { readonly path: string; readonly title: string }[];
  /** What V8 said of what was compiled, for each thread that the program was loaded in. */
  readonly rejected: readonly string[];
}

/** Tells what V8 says of a script's compiled form. */
const TELL = `
const vm = require('node:vm');
vm.Script = class extends vm.Script {
  constructor(...given) {
    super(...given);
    require('node:fs').writeSync(2, 'rejected: ' + this.cachedDataRejected + '\\n');
  }
};`;

function scan(what: string, ...flags: string[]): Ran {
  const tell = path.join(folder, 'tell.cjs');
  writeFileSync(tell, TELL);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', tell, ...flags, path.join(installed, 'bin/seaworthy.js'), 'scan', '--format', 'json', what],
    { encoding: 'utf8' },
  );
  const rejected = [...stderr.matchAll(/rejected: (\w+)/g)].map(([, said = '']) => said);
  expect({ status, stderr: stderr.replaceAll(/rejected: \w+\n/g, '') }).toEqual({ status: 1, stderr: '' });
  return { findings: (JSON.parse(stdout) as Ran).findings, rejected };
}

const expected = Array.from({ length: 70 }, (_, index) => `${index}.env`).sort();
const found = ({ findings }: Ran): string[] => findings.map((finding) => path.basename(finding.path)).sort();

test('what the build compiled is taken, by the process and by its threads', () => {
  const ran = scan(sources);
  expect(found(ran)).toEqual(expected);
  expect(new Set(ran.rejected)).toEqual(new Set(['false']));
  expect(ran.rejected.length).toBeGreaterThan(1);
});

test('one file starts no thread', () => {
  expect(scan(path.join(sources, '7.env'))).toMatchObject({ findings: [{}], rejected: ['false'] });
});

const flip = (name: string, offset: number): void => {
  const bytes = readFileSync(at(name));
  bytes.writeUInt8(bytes.readUInt8(offset) ^ 1, offset);
  writeFileSync(at(name), bytes);
};

test.each<[name: string, change: () => void]>([
  ['is missing', () => rmSync(at('scanner-bundle.compiled'))],
  ['is empty', () => writeFileSync(at('scanner-bundle.compiled'), '')],
  ['is damaged', () => flip('scanner-bundle.compiled', 2_000_000)],
])('without it, where it %s, the findings are the same', (_, change) => {
  change();
  const ran = scan(sources);
  expect(found(ran)).toEqual(expected);
  expect(new Set(ran.rejected)).toEqual(new Set(['undefined']));
});

test('another V8 does not take it, and finds the same', () => {
  const ran = scan(sources, '--no-use-ic');
  expect(found(ran)).toEqual(expected);
  expect(new Set(ran.rejected)).toEqual(new Set(['true']));
});

test('what was compiled of another program of the same length is not run', () => {
  const program = readFileSync(at('scanner-bundle.cjs'), 'utf8');
  const [first] = scan(path.join(sources, '7.env')).findings;
  const title = first?.title ?? '';
  const other = title.replace(/^./, 'X');
  writeFileSync(at('scanner-bundle.cjs'), program.replaceAll(title, other));
  expect(scan(path.join(sources, '7.env'))).toMatchObject({ findings: [{ title: other }], rejected: ['undefined'] });
});

test('a program that cannot be read is no answer', () => {
  writeFileSync(at('scanner-bundle.cjs'), '}{');
  const { status, stderr } = spawnSync(process.execPath, [path.join(installed, 'bin/seaworthy.js'), 'scan', sources]);
  expect(status).toBe(2);
  expect(stderr.toString()).toMatch(/^error .*SyntaxError/s);
});

test.each([
  ['nothing was built', 'dist'],
  ['a build did not get to its end', 'dist/infra/scan/scanner-bundle.cjs'],
])('where %s, that is said', (_, part) => {
  rmSync(path.join(installed, part), { recursive: true });
  const run = () =>
    execFileSync(process.execPath, [path.join(installed, 'bin/seaworthy.js'), 'scan'], { stdio: 'pipe' });
  expect(run).toThrow('Seaworthy is not built yet');
});
