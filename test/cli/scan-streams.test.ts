/** `seaworthy scan --stdin` and `--jsonl`, and SARIF; and the real process, for its exit codes and its pipes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { Readable } from 'node:stream';
import { ALNUM, random } from '../../src/domain/scanner/rules/_samples.js';
import { gitFolder } from '../support/git-folder.js';
import { play } from './_support/play.js';

const key = (seed: number): string => `sk_${'live'}_${random(ALNUM, 24, seed)}`;

test('--stdin is scanned as it comes, wherever it is cut', async () => {
  const bytes = Buffer.from(`${'é🎉 text\n'.repeat(50_000)}KEY=${key(1)}\n`);
  const cut = bytes.length - 20;
  const stdin = [bytes.subarray(0, 3), bytes.subarray(3, cut), bytes.subarray(cut)];
  const { exit, out } = await play(['scan', '--stdin', '--path', 'x.env', '--format', 'json'], { stdin });
  const start = 'é🎉 text\n'.length * 50_000 + 4;
  expect(JSON.parse(out)).toMatchObject({ findings: [{ path: 'x.env', line: 50_001, column: 5, start }] });
  expect(exit).toBe(1);
  expect(await play(['scan', '--stdin'])).toMatchObject({ exit: 0 });
});

test('--jsonl answers in order, offsets in UTF-16 units, and answers bad lines too', async () => {
  const text = `\ud800🎉é KEY=${key(1)}\n`;
  const lines = [
    JSON.stringify({ id: 'a', text, path: 'a.env' }),
    '{"id": broken',
    '',
    JSON.stringify({ id: 2, text: 'nothing' }),
    JSON.stringify({ text: 'no id' }),
    JSON.stringify({ id: 3, text: 5 }),
    JSON.stringify({ id: 4, text: '', path: 5 }),
    '[]',
    JSON.stringify({ id: 'last', text: `${'x '.repeat(500_000)}${key(2)}` }),
  ].join('\n');
  const { exit, out } = await play(['scan', '--jsonl'], { stdin: lines });
  const start = text.indexOf(key(1));
  const answers = out.trimEnd().split('\n');
  expect(answers.map((line) => JSON.parse(line))).toEqual([
    { id: 'a', findings: [{ rule: 'stripe-live-key', start, end: start + key(1).length, confidence: 'high' }] },
    { id: null, error: 'the line is no JSON' },
    { id: 2, findings: [] },
    { id: null, error: 'id is missing' },
    { id: 3, error: 'text is no string' },
    { id: 4, error: 'path is no string' },
    { id: null, error: 'the line is no JSON object' },
    { id: 'last', findings: [expect.objectContaining({ start: 1_000_000 })] },
  ]);
  expect(exit).toBe(2);
  const some = (seed: number) => `${JSON.stringify({ id: seed, text: seed % 3 === 0 ? key(seed) : 'x' })}\n`;
  const many = Array.from({ length: 5000 }, (_, index) => some(index)).join('');
  const parts = many.match(/.{1,1500}/gs)?.map((part) => Buffer.from(part)) ?? [];
  const long = await play(['scan', '--jsonl'], { stdin: parts });
  expect(
    long.out
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id: number }).id),
  ).toEqual(Array.from({ length: 5000 }, (_, index) => index));
  expect(long.exit).toBe(1);
});

test('SARIF has what code scanning reads, and hashes of places only', async () => {
  const at = gitFolder({ init: false });
  at.write('a b/c:d.env', `x\nKEY=${key(1)}\n`);
  const { exit, out } = await play(['scan', 'a b', 'nowhere', '--format', 'sarif'], { cwd: at.folder, env: at.env });
  at.remove();
  expect(exit).toBe(2);
  const sarif = JSON.parse(out);
  expect(sarif).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-schema-2.1.0') });
  const [run] = sarif.runs;
  const [rule] = run.tool.driver.rules;
  expect(run.tool.driver.name).toBe('Seaworthy');
  expect(rule).toMatchObject({
    id: 'stripe-live-key',
    shortDescription: { text: expect.any(String) },
    help: { text: expect.any(String) },
    defaultConfiguration: { level: 'error' },
    properties: { 'security-severity': expect.stringMatching(/^\d+\.\d$/) },
  });
  expect(URL.canParse(rule.helpUri)).toBe(true);
  expect(run.results).toEqual([
    expect.objectContaining({
      ruleId: rule.id,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b/c%3Ad.env' },
            region: { startLine: 2, startColumn: 5, endLine: 2, endColumn: 5 + key(1).length },
          },
        },
      ],
      partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/) },
    }),
  ]);
  expect(run.columnKind).toBe('utf16CodeUnits');
  expect(run.invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: expect.any(String) } }],
    },
  ]);
  expect(out).not.toContain(key(1).slice(6));
});

test('the real process: an answer before the next line is asked for, no colours in a pipe, exit codes', async () => {
  const bin = path.resolve('bin/seaworthy.js');
  const jsonl = spawn(process.execPath, [bin, 'scan', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(jsonl, 'exit');
  jsonl.stdin.write(`${JSON.stringify({ id: 1, text: key(1) })}\n`);
  const [first] = await once(jsonl.stdout.setEncoding('utf8'), 'data');
  expect(JSON.parse(first)).toMatchObject({ id: 1, findings: [{ rule: 'stripe-live-key' }] });
  jsonl.stdin.end();
  expect((await ended)[0]).toBe(1);

  const stdin = spawn(process.execPath, [bin, 'scan', '--stdin'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const out: string[] = [];
  stdin.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  stdin.stdin.end('nothing\n');
  expect((await once(stdin, 'close'))[0]).toBe(0);
  expect(out.join('')).toMatch(/^no secrets found · 1 file, 0\.0 MB in \d+\.\d s\n$/);
});

test.each(['--stdin', '--jsonl'])('%s is left while nothing comes', async (flag) => {
  const stop = new AbortController();
  const stdin = new Readable({ read: () => stop.abort() });
  expect(await play(['scan', flag], { stdin, signal: stop.signal })).toEqual({ exit: 130, out: '', err: '' });
});

test('the real process: a reader that goes away before the last line was written', async () => {
  const bin = path.resolve('bin/seaworthy.js');
  const jsonl = spawn(process.execPath, [bin, 'scan', '--jsonl'], { stdio: 'pipe' });
  const err: string[] = [];
  jsonl.stderr.setEncoding('utf8').on('data', (text: string) => err.push(text));
  const line = (id: number): string => `${JSON.stringify({ id, text: 'x = 1' })}\n`;
  // More answers than a pipe and a stream's own memory hold; and the input stays open.
  jsonl.stdin.on('error', () => undefined).write(Array.from({ length: 20_000 }, (_, id) => line(id)).join(''));
  await once(jsonl.stdout, 'data');
  jsonl.stdout.destroy();
  expect([...(await once(jsonl, 'close')), err.join('')]).toEqual([130, null, '']);
});
