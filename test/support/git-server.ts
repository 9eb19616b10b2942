/** A real bare repository for a test, and a real smart HTTP server before it that asks for a token. */
import { execFileSync, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface GitServer {
  readonly url: string;
  /** `git http-backend` requests so far, as `GET /x.git/info/refs`. */
  readonly requests: string[];
  close(): Promise<void>;
}

/** Serves every repository below `root`; with a token only to those who bring it. */
export async function serveGit(root: string, token?: string): Promise<GitServer> {
  const requests: string[] = [];
  const expected = `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url?.split('?')[0]}`);
    if (token !== undefined && request.headers.authorization !== expected) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
      return;
    }
    backend(root, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function backend(root: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    env: {
      ...gitEnvironment(root),
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
  });
  request.pipe(child.stdin);
  child.stdin.on('error', () => undefined);
  let head: Buffer | undefined = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    if (head === undefined) {
      response.write(chunk);
      return;
    }
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    const fields = head.toString('latin1', 0, end).split('\r\n');
    const headers = Object.fromEntries(fields.map((field) => field.split(/:\s*/, 2)));
    response.writeHead(Number.parseInt(headers.Status ?? '200', 10), headers);
    response.write(head.subarray(end + 4));
    head = undefined;
  });
  child.stdout.on('end', () => response.end());
}

export interface TestRepository {
  /** Holds the repository, `repo.git`. */
  readonly root: string;
  /** A working copy. */
  readonly work: string;
  git(...args: string[]): string;
  /** Commits everything in the working copy; gives the commit's id. */
  commit(message: string): string;
  /** Makes a branch of many commits at once, each adding one line; gives their ids, oldest first. */
  grow(branch: string, commits: number): string[];
  /** Sends `ref` to the bare repository. */
  push(...args: string[]): void;
  remove(): void;
}

/** A working copy with a bare repository beside it that serves parts, as GitHub's do. */
export function createRepository(): TestRepository {
  const root = mkdtempSync(path.join(tmpdir(), 'seaworthy-git-'));
  const work = path.join(root, 'work');
  const bare = path.join(root, 'repo.git');
  const run = (cwd: string, args: string[]) =>
    execFileSync('git', args, {
      cwd,
      env: gitEnvironment(root),
      encoding: 'utf8',
      stdio: 'pipe',
      maxBuffer: 1e9,
    }).trim();
  run(root, ['init', '--quiet', '--bare', '--initial-branch=main', bare]);
  run(bare, ['config', 'uploadpack.allowFilter', 'true']);
  run(bare, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
  run(root, ['init', '--quiet', '--initial-branch=main', work]);
  run(work, ['remote', 'add', 'origin', bare]);
  return {
    root,
    work,
    git: (...args) => run(work, args),
    commit: (message) => {
      run(work, ['add', '--all']);
      run(work, ['commit', '--quiet', '--allow-empty', '-m', message]);
      return run(work, ['rev-parse', 'HEAD']);
    },
    grow: (branch, commits) => {
      const parts = Array.from({ length: commits }, (_, index) => {
        const text = Array.from({ length: (index % 50) + 1 }, (_line, line) => `line ${line}\n`).join('');
        const file = `M 100644 inline ${Math.floor(index / 50)}.txt\ndata ${text.length}\n${text}\n`;
        return `commit refs/heads/${branch}\ncommitter Somebody <somebody@example.com> ${index} +0000\ndata 1\nm\n${file}`;
      });
      execFileSync('git', ['fast-import', '--quiet'], {
        cwd: work,
        env: gitEnvironment(root),
        input: parts.join('\n'),
      });
      return run(work, ['rev-list', '--reverse', branch]).split('\n');
    },
    push: (...args) => {
      run(work, ['push', '--quiet', 'origin', ...args]);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function gitEnvironment(home: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    // Asked for a password, git would wait for the person at the terminal, and this process with it.
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'Somebody',
    GIT_AUTHOR_EMAIL: 'somebody@example.com',
    GIT_COMMITTER_NAME: 'Somebody',
    GIT_COMMITTER_EMAIL: 'somebody@example.com',
  };
}
