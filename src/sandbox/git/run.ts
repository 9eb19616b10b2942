/** Runs git: arguments as an array, never a shell, an environment that no configuration of this machine reaches. */
import { spawn } from 'node:child_process';

/** What every git of the sandbox runs with: nobody's identity, configuration, prompts or language. */
export function gitEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return {
    // How git itself is found; nothing else of the caller's environment gets through.
    PATH: process.env.PATH,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
    ...extra,
  };
}

export class GitError extends Error {
  override readonly name = 'GitError';
  constructor(
    readonly args: readonly string[],
    readonly code: number | null,
    readonly stderr: string,
  ) {
    super(`git ${args[0] ?? ''} ended with ${code}: ${stderr.trim()}`);
  }
}

export interface GitOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that are answers, not failures; 0 when absent. */
  readonly accept?: readonly number[];
}

/**
 * Runs git on a bare repository and returns what it wrote.
 * @throws GitError when it ends with an exit code that is not accepted.
 */
export async function git(gitDir: string, args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const child = spawn('git', args, { env: gitEnvironment({ GIT_DIR: gitDir, ...options.env }) });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdin.on('error', (error: NodeJS.ErrnoException) => {
    // git may end before it has read everything; its exit code tells whether that was an error.
    if (error.code !== 'EPIPE') child.kill();
  });
  child.stdin.end(options.input ?? '');
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (!(options.accept ?? [0]).includes(code ?? -1)) {
    throw new GitError(args, code, Buffer.concat(errors).toString('utf8'));
  }
  return Buffer.concat(out);
}

/** The same, as text without the trailing newline. */
export async function gitText(gitDir: string, args: readonly string[], options: GitOptions = {}): Promise<string> {
  return (await git(gitDir, args, options)).toString('utf8').replace(/\n$/, '');
}

/** Output in lines, none for empty output. */
export async function gitLines(gitDir: string, args: readonly string[], options: GitOptions = {}): Promise<string[]> {
  const text = await gitText(gitDir, args, options);
  return text === '' ? [] : text.split('\n');
}
