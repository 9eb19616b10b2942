/** The pool, with the workers of the build: order, failures of one input, and what a pool that ends has not looked at. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Pool from '../../../src/infra/scan/scan-pool.js';
import { KEY, slackToken, stripeKey } from '../../domain/scanner/_samples.js';

const { createScanPool }: typeof Pool = await import(pathToFileURL(path.resolve('dist/infra/scan/scan-pool.js')).href);

const pool = createScanPool({ workers: 2, key: KEY });
const folder = mkdtempSync(path.join(tmpdir(), 'scan-pool-'));
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

async function outcomesOf(inputs: Iterable<Pool.ScanInput>): Promise<Pool.ScanOutcome[]> {
  const outcomes: Pool.ScanOutcome[] = [];
  for await (const outcome of pool.scanAll(inputs)) outcomes.push(outcome);
  return outcomes;
}

const found = (outcome: Pool.ScanOutcome | undefined): unknown =>
  outcome === undefined || 'error' in outcome
    ? outcome
    : outcome.scan.findings.map(({ ruleId, path }) => [ruleId, path]);

test('files and bytes come back in order, whoever was faster', async () => {
  const inputs = Array.from({ length: 300 }, (_, index): Pool.ScanInput => {
    const file = path.join(folder, `${index}.txt`);
    const text = `${'x\n'.repeat(index % 7 === 0 ? 100_000 : 1)}${index % 3 === 0 ? slackToken : 'nothing'}\n`;
    if (index % 2 === 0) return { bytes: new TextEncoder().encode(text), path: `${index}.txt` };
    writeFileSync(file, text);
    return { file, path: `${index}.txt` };
  });
  const outcomes = await outcomesOf(inputs);
  expect(outcomes.map(({ input }) => input)).toEqual(inputs);
  expect(outcomes.map(found)).toEqual(
    inputs.map(({ path: name }, index) => (index % 3 === 0 ? [['slack-bot-token', name]] : [])),
  );
});

test('a file larger than a chunk is read in pieces', async () => {
  const file = path.join(folder, 'large.txt');
  writeFileSync(file, `${'line of text\n'.repeat(400_000)}${stripeKey}\n${'x'.repeat(4_200_000)} ${slackToken}`);
  const [outcome] = await outcomesOf([{ file }]);
  expect(outcome).toMatchObject({
    bytes: 400_000 * 13 + stripeKey.length + 1 + 4_200_001 + slackToken.length,
    scan: {
      findings: [
        { line: 400_001, column: 1 },
        { line: 400_002, column: 4_200_002 },
      ],
    },
  });
});

test('bytes move to the worker where they are all of their memory, and are copied else', async () => {
  const alone = new TextEncoder().encode(stripeKey).slice();
  const part = Buffer.from(`xx ${stripeKey}`).subarray(3);
  expect((await outcomesOf([{ bytes: alone }, { bytes: part }])).map(found)).toEqual([
    [['stripe-live-key', undefined]],
    [['stripe-live-key', undefined]],
  ]);
  expect([alone.byteLength, part.toString()]).toEqual([0, stripeKey]);
});

test('what cannot be read fails, and nothing else', async () => {
  const fifo = path.join(folder, 'fifo');
  execFileSync('mkfifo', [fifo]);
  const bytes = Buffer.from(slackToken);
  const outcomes = await outcomesOf([
    { file: folder },
    { bytes },
    { file: path.join(folder, 'nowhere') },
    { file: fifo },
  ]);
  expect(outcomes).toMatchObject([
    { error: { message: expect.stringContaining('is no file') } },
    { scan: { findings: [{ ruleId: 'slack-bot-token' }] } },
    { error: { message: 'it does not exist' } },
    { error: { message: expect.stringContaining('is no file') } },
  ]);
});

test('only a bounded number of inputs is taken ahead', async () => {
  let taken = 0;
  function* inputs(): Generator<Pool.ScanInput> {
    for (; taken < 5_000; taken += 1) yield { bytes: Buffer.from('nothing') };
  }
  const outcomes = pool.scanAll(inputs());
  await outcomes.next();
  expect(taken).toBeLessThan(600);
  await outcomes.return();
});

test('a few small inputs are scanned here, and no thread is started for them', async () => {
  let here = 0;
  const other = createScanPool({
    workers: 1,
    key: KEY,
    here: async () => ({ answer: () => (here += 1) }),
  });
  const count = async (inputs: readonly Pool.ScanInput[]): Promise<number> => {
    const before = here;
    let outcomes = 0;
    for await (const outcome of other.scanAll(inputs)) outcomes += 'error' in outcome ? 0 : 1;
    expect(outcomes).toBe(inputs.length);
    return here - before;
  };
  const small = { bytes: Buffer.from('nothing') };
  expect(await count([small, small])).toBe(2);
  expect(await count(Array.from({ length: 100 }, () => small))).toBe(0);
  expect(await count([{ bytes: Buffer.alloc(2_000_000, 'nothing\n') }])).toBe(0);
  await other.close();
});

test('a pool that is closed looks at nothing, and says so', async () => {
  const other = createScanPool({ workers: 2, key: KEY });
  await other.close();
  expect(await other.scanBatch([{ text: slackToken }])).toMatchObject([{ error: { message: 'The pool is closed' } }]);
});

test('a worker that ends fails what it had, and what comes after', async () => {
  const other = createScanPool({ workers: 1, key: KEY });
  other.start(1);
  const outcomes = other.scanAll(Array.from({ length: 100 }, () => ({ bytes: Buffer.from(slackToken) })));
  const first = outcomes.next();
  await other.close();
  const rest: unknown[] = [(await first).value];
  for await (const outcome of outcomes) rest.push(outcome);
  expect(rest).toHaveLength(100);
  expect(rest.at(-1)).toMatchObject({ error: { message: 'A worker ended before its work was done' } });
  expect(
    rest.every(
      (outcome) => typeof outcome === 'object' && outcome !== null && ('error' in outcome || 'scan' in outcome),
    ),
  ).toBe(true);
});

test.each([
  ['no worker', { workers: 0, key: KEY }],
  ['a short key', { workers: 1, key: KEY.subarray(0, 8) }],
])('%s is refused', (_, options) => {
  expect(() => createScanPool(options)).toThrow(RangeError);
});
