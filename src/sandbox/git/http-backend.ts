/** Hands one smart-HTTP request to `git http-backend` and turns its CGI answer into a response. */
import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { gitEnvironment } from './run.js';

export interface BackendRequest {
  /** The folder of the bare repositories. */
  readonly root: string;
  /** `/<folder>.git/info/refs` and the like. */
  readonly path: string;
  /** Who pushes; a login that `git` passes to its hooks. */
  readonly user: string;
  /** Waits for the end, so that what a push changed can be looked at before the answer leaves. */
  readonly whole: boolean;
}

const HEADER_END = /\r?\n\r?\n/;

function cgiEnvironment(request: Request, { root, path, user }: BackendRequest): Record<string, string> {
  const url = new URL(request.url);
  const header = (name: string) => request.headers.get(name);
  const optional = {
    CONTENT_TYPE: header('content-type'),
    CONTENT_LENGTH: header('content-length'),
    HTTP_CONTENT_ENCODING: header('content-encoding'),
    GIT_PROTOCOL: header('git-protocol'),
  };
  return {
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: path,
    QUERY_STRING: url.search.slice(1),
    REQUEST_METHOD: request.method,
    REMOTE_USER: user,
    ...Object.fromEntries(Object.entries(optional).filter((entry): entry is [string, string] => entry[1] !== null)),
  };
}

function parseHead(head: string): { status: number; headers: Headers } {
  const headers = new Headers();
  let status = 200;
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim();
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10);
    else if (name !== '') headers.set(name, value);
  }
  return { status, headers };
}

/** Reads up to the blank line after the headers; what came after it in the same chunk is put back. */
async function readHead(out: Readable): Promise<string> {
  let seen = Buffer.alloc(0);
  for await (const chunk of out.iterator({ destroyOnReturn: false })) {
    seen = Buffer.concat([seen, chunk as Buffer]);
    const text = seen.toString('latin1');
    const end = HEADER_END.exec(text);
    if (end === null) continue;
    const rest = seen.subarray(end.index + end[0].length);
    if (rest.length > 0) out.unshift(rest);
    return text.slice(0, end.index);
  }
  throw new Error('git http-backend ended without an answer');
}

/** @throws Error when git cannot be started or says nothing. */
export async function httpBackend(request: Request, options: BackendRequest): Promise<Response> {
  const child = spawn('git', ['http-backend'], { env: gitEnvironment(cgiEnvironment(request, options)) });
  request.signal.addEventListener('abort', () => child.kill(), { once: true });
  const closed = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  closed.catch(() => child.kill());
  child.stderr.resume();
  // git stops reading when it has seen enough; the rest of the body is of no interest then.
  child.stdin.on('error', () => child.stdin.destroy());
  const body = request.body === null ? Readable.from([]) : Readable.fromWeb(request.body as NodeReadableStream);
  body.on('error', () => child.kill());
  body.pipe(child.stdin);
  const { status, headers } = parseHead(await readHead(child.stdout));
  if (!options.whole) {
    // Node's type of a web stream and the global one are one class under two declarations.
    return new Response(Readable.toWeb(child.stdout) as unknown as ReadableStream<Uint8Array>, { status, headers });
  }
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  await closed;
  return new Response(Buffer.concat(chunks), { status, headers });
}
