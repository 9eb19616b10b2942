/** Runs `git` without a shell, without anybody's configuration, hooks or prompts, and with limits of time and space. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough, pipeline, type Readable, type Writable } from 'node:stream';
import { GitFailed } from '../errors.js';
import { ByteReader } from './byte-reader.js';

export interface Remote {
  /** Without credentials. */
  readonly url: string;
  /** An installation token; none for a public or local repository. */
  readonly token?: string;
}

export interface GitLimits {
  /** Milliseconds for everything done in one copy. */
  readonly time: number;
  /** Bytes that one copy may take on disk. */
  readonly size: number;
}

/** Of our own environment git sees only these: where programs, proxies and certificates are. */
const PASSED_ON = [
  'PATH',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
];
const STDERR_KEPT = 2000;
const LOOK_AT_SIZE_EVERY = 500;

/** A bare repository in `folder`; its process calls share one deadline. */
export class Git {
  readonly #environment: Record<string, string>;
  readonly #secrets: readonly string[];
  readonly #deadline: AbortSignal;

  constructor(
    readonly folder: string,
    remote: Remote,
    environment: Readonly<Record<string, string | undefined>>,
    readonly limits: GitLimits,
  ) {
    const basic = Buffer.from(`x-access-token:${remote.token ?? ''}`).toString('base64');
    this.#secrets = remote.token === undefined ? [] : [remote.token, basic];
    this.#environment = gitEnvironment(folder, remote, basic, environment);
    this.#deadline = AbortSignal.timeout(limits.time);
  }

  /** Runs to its end and gives its output, which has to be small. @throws GitFailed */
  async run(args: readonly string[], input = ''): Promise<Buffer> {
    const running = this.start(args);
    running.write(input);
    const parts: Buffer[] = [];
    for await (const part of running.output) parts.push(part);
    await running.end();
    return Buffer.concat(parts);
  }

  /** Brings objects into the copy; killed when it grows past its size limit. @throws GitFailed */
  async fetch(args: readonly string[], input = ''): Promise<void> {
    const running = this.start(['fetch', ...args]);
    const isTooLarge = async () => (await this.size()) > this.limits.size;
    const watch = setInterval(() => {
      void isTooLarge().then((tooLarge) => tooLarge && running.stop('size'));
    }, LOOK_AT_SIZE_EVERY);
    try {
      running.write(input);
      running.output.resume();
      await running.end();
      if (await isTooLarge()) throw new GitFailed('fetch', 'size', `over ${this.limits.size} bytes`);
    } finally {
      clearInterval(watch);
    }
  }

  /** Bytes of what was fetched into the copy. */
  size(): Promise<number> {
    return sizeOf(path.join(this.folder, 'objects', 'pack'));
  }

  /** Starts a command whose output is read as it comes. Call `end` or `stop` in any case. */
  start(args: readonly string[]): Running {
    const command = args.find((arg) => !arg.startsWith('-')) ?? 'git';
    const child = spawn('git', [...args], {
      cwd: this.folder,
      env: this.#environment,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true, // Its own group, so that helpers like git-remote-https end with it.
    });
    return new Running(child, command, this.#deadline, this.#secrets);
  }
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** One running command. */
export class Running {
  readonly output: Readable;
  readonly #child: Child;
  readonly #exit: Promise<number | null>;
  #stderr = '';
  #stopped: 'time' | 'size' | 'done' | undefined;

  constructor(
    child: Child,
    readonly command: string,
    deadline: AbortSignal,
    readonly secrets: readonly string[],
  ) {
    this.#child = child;
    // Node discards what nobody reads yet when a child ends, so somebody has to read from the first moment on.
    this.output = pipeline(child.stdout, new PassThrough(), () => undefined);
    const onDeadline = () => this.stop('time');
    if (deadline.aborted) onDeadline();
    deadline.addEventListener('abort', onDeadline, { once: true });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_KEPT * 2);
    });
    // A command that ends early closes its input; its exit code tells why.
    child.stdin.on('error', () => undefined);
    this.#exit = new Promise((resolve) => {
      child.once('error', (error) => {
        this.#stderr += error.message;
        resolve(-1);
      });
      child.once('close', (code) => resolve(code));
    }).then((code) => {
      deadline.removeEventListener('abort', onDeadline);
      return code as number | null;
    });
  }

  reader(): ByteReader {
    return new ByteReader(this.output);
  }

  /** All of its input. */
  write(input: string): void {
    this.#child.stdin.end(input);
  }

  /** A part of its input. */
  ask(input: string): void {
    this.#child.stdin.write(input);
  }

  /** Waits for its end. @throws GitFailed when it did not end well */
  async end(): Promise<void> {
    const code = await this.#exit;
    if (code === 0 || this.#stopped === 'done') return;
    const detail = scrub(this.#stderr, this.secrets).trim().slice(-STDERR_KEPT);
    throw new GitFailed(this.command, this.#stopped ?? reasonOf(detail), detail);
  }

  /** Kills it and its helpers; `done` means that nothing more was wanted from it. */
  stop(why: 'time' | 'size' | 'done'): void {
    if (why === 'done') this.output.destroy();
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#stopped ??= why;
    if (this.#child.pid === undefined) return;
    try {
      process.kill(-this.#child.pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** The token reaches git through its environment only: not the command line, not the URL, not a file. */
function gitEnvironment(
  folder: string,
  { url, token }: Remote,
  basic: string,
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const { protocol, origin } = new URL(url);
  const config: [string, string][] = [
    ['remote.origin.url', url],
    ['protocol.allow', 'never'],
    [`protocol.${protocol.slice(0, -1)}.allow`, 'always'],
    ['protocol.version', '2'],
    ['fetch.unpackLimit', '1'],
    ['core.hooksPath', '/dev/null'],
    ['core.attributesFile', '/dev/null'],
    ['core.bigFileThreshold', '100m'],
    ['credential.helper', ''],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ['fetch.recurseSubmodules', 'false'],
    ['http.lowSpeedLimit', '1000'],
    ['http.lowSpeedTime', '30'],
    ['advice.detachedHead', 'false'],
  ];
  if (token !== undefined) config.push([`http.${origin}/.extraHeader`, `Authorization: Basic ${basic}`]);
  const passed = PASSED_ON.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(passed),
    HOME: folder,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: 'false',
    GIT_CONFIG_COUNT: String(config.length),
    ...Object.fromEntries(
      config.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
}

function reasonOf(detail: string): GitFailed['reason'] {
  if (/Authentication failed|could not read (Username|Password)|error: 40[13]/i.test(detail)) return 'refused';
  if (/not found|not our ref|does not appear to be a git repository|couldn't find remote ref/i.test(detail)) {
    return 'missing';
  }
  return 'failed';
}

function scrub(text: string, secrets: readonly string[]): string {
  return secrets.reduce((scrubbed, secret) => scrubbed.replaceAll(secret, '***'), text);
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  // A temporary file may be gone by the time it is looked at.
  const sizes = await Promise.all(
    names.map((name) =>
      stat(path.join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
