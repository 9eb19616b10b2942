/** Runs `git` in somebody's own repository: with its index and configuration, but no program it names and no network. */
import { spawn } from 'node:child_process';
import { PassThrough, pipeline, type Readable, type Writable } from 'node:stream';

/** Git is missing, or a command did not end well; the message is git's own first sentence. */
export class LocalGitError extends Error {
  constructor(
    readonly reason: 'not installed' | 'no repository' | 'failed',
    message: string,
  ) {
    super(message);
  }
}

/** Where git runs, and with which environment: all that another thread needs to run it there as well. */
export interface Repository {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface LocalGit {
  readonly repository: Repository;
  /** Runs to its end and gives its output, which has to be small. @throws LocalGitError */
  run(...args: string[]): Promise<Buffer>;
  /** Starts a command that goes on answering what is written to it; `take` gets its output as it comes, and may not keep a chunk. */
  converse(args: readonly string[], take: (chunk: Buffer) => void): LocalDialogue;
  /** Starts a command whose output is read as it comes. Call `stop` in any case. */
  start(...args: string[]): LocalCommand;
}

export interface LocalCommand {
  readonly input: Writable;
  readonly output: Readable;
  /** Waits for its end. @throws LocalGitError when it did not end well */
  end(): Promise<void>;
  /** Nothing more is wanted from it. */
  stop(): void;
}

export interface LocalDialogue {
  ask(question: string): void;
  /** Waits for its end. @throws LocalGitError when it did not end well */
  end(): Promise<void>;
  /** Nothing more is wanted from it. */
  stop(): void;
}

const STDERR_KEPT = 4000;

/** Configuration that would run programs, or print what no machine reads. */
const SETTINGS = ['core.fsmonitor=false', 'log.showSignature=false', 'core.quotePath=true'];

/**
 * Git in `folder`. The whole environment goes on: a pre-commit hook's index is named there.
 * @param signal ends what runs.
 */
export function localGit(
  folder: string | Buffer,
  environment: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): LocalGit {
  const env = {
    ...environment,
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // Objects that a partial clone lacks are missing, not fetched.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    // What a commit really holds: a replacement would hide it, and a setting would change the form of the answers.
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null',
    GIT_DIFF_OPTS: undefined,
  };
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const launch = (args: readonly string[]) => {
    const child = spawn('git', [...settings, ...args], {
      cwd: folder.toString(),
      env,
      signal,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (stderr.length < STDERR_KEPT) stderr += text;
    });
    // A command that ends early closes its input; its exit code tells why.
    child.stdin.on('error', () => undefined);
    let stopped = false;
    const ended = new Promise<LocalGitError | undefined>((resolve) => {
      child.once('error', (error: NodeJS.ErrnoException) => {
        resolve(
          error.code === 'ENOENT' ? new LocalGitError('not installed', 'git is not installed') : failed(error.message),
        );
      });
      child.once('close', (code) => resolve(code === 0 || stopped ? undefined : failed(stderr)));
    });
    return {
      child,
      end: async () => {
        const error = await ended;
        if (error !== undefined) throw error;
      },
      stop: () => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        stopped = true;
        child.kill('SIGKILL');
      },
    };
  };
  const start = (...args: string[]): LocalCommand => {
    const { child, end, stop } = launch(args);
    // Node discards what nobody reads yet when a child ends, so somebody has to read from the first moment on.
    return { input: child.stdin, output: pipeline(child.stdout, new PassThrough(), () => undefined), end, stop };
  };
  return {
    repository: { folder: folder.toString(), environment },
    start,
    converse: (args, take) => {
      const { child, end, stop } = launch(args);
      child.stdout.on('data', take);
      return { ask: (question) => void child.stdin.write(question), end, stop };
    },
    run: async (...args) => {
      const command = start(...args);
      command.input.end();
      const parts: Buffer[] = [];
      for await (const part of command.output) parts.push(part as Buffer);
      await command.end();
      return Buffer.concat(parts);
    },
  };
}

function failed(stderr: string): LocalGitError {
  const sentence = (stderr.split('\n').find((line) => line.trim() !== '') ?? 'git failed').replace(
    /^(?:fatal|error): /,
    '',
  );
  const isElsewhere = /not a git repository|must be run in a work tree/.test(sentence);
  return new LocalGitError(isElsewhere ? 'no repository' : 'failed', sentence);
}
