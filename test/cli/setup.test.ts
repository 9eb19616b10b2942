/** `seaworthy setup` as a process of its own: what it prints, and how it ends. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXIT, type Io } from '../../src/cli/_contract.js';
import setup from '../../src/cli/setup.js';
import { createBrowser } from '../web/setup/browser.js';
import { startFakeGitHub } from '../web/setup/fake-github.js';

const ARGUMENTS = { port: '0', envFile: '.env' };

/** Runs it; `url` settles when the link is printed. */
function start(cwd: string) {
  const stop = new AbortController();
  let output = '';
  let found: (url: string) => void;
  const url = new Promise<string>((resolve) => {
    found = resolve;
  });
  const write = (text: string) => {
    output += text;
    const link = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(output)?.[0];
    if (link !== undefined) found(link);
  };
  const io: Io = {
    stdin: process.stdin,
    stdout: { write },
    stderr: { write },
    env: {},
    cwd,
    packageFolder: process.cwd(),
    isTTY: false,
    signal: stop.signal,
  };
  return { exitCode: setup.run(ARGUMENTS, io), url, stop, output: () => output };
}

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'seaworthy-cli-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

test('ends by itself once the keys are written, and says what comes next', async () => {
  const github = await startFakeGitHub();
  const run = start(cwd);
  const browser = createBrowser();
  const form = await browser.open(await run.url);
  const review = await browser.submit(form, { publicUrl: 'https://seaworthy.example.com', githubUrl: github.url });
  await browser.submit(await browser.submit(review));

  expect(await run.exitCode).toBe(EXIT.ok);
  expect(run.output()).toContain('(App ID 4711) is registered');
  expect(run.output()).toContain(`${github.url}/apps/seaworthy-app/installations/new`);
  expect(run.output()).not.toContain(github.webhookSecret);
  expect(readdirSync(cwd)).toEqual(['.env']);
  github.close();
});

test('Ctrl-C ends it with nothing written', async () => {
  const run = start(cwd);
  await run.url;
  run.stop.abort();
  expect(await run.exitCode).toBe(EXIT.interrupted);
  expect(readdirSync(cwd)).toEqual([]);
});

test.each(['http', '70000', '-1'])('port %s is refused', async (port) => {
  const io = { cwd } as Io;
  await expect(setup.run({ ...ARGUMENTS, port }, io)).rejects.toThrow('--port expects a number from 0 to 65535');
});
