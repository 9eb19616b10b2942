/** One HTTP POST on a fresh connection, with a deadline over everything: how GitHub calls a webhook. */
import http from 'node:http';
import https from 'node:https';

export interface PostResult {
  /** 0 when there was no answer. */
  readonly statusCode: number;
  /** `OK`, or why not, as the delivery log says it. */
  readonly status: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Never rejects: a refused connection or a missed deadline is a result too. Redirects are not followed. */
export function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<PostResult> {
  const deadline = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const nothing = { headers: {}, body: '' };
  return new Promise((resolve) => {
    const fail = () => {
      const late = deadline.aborted;
      resolve({ ...nothing, statusCode: late ? 504 : 502, status: late ? 'timed out' : 'failed to connect to host' });
    };
    const send = url.startsWith('https:') ? https.request : http.request;
    const options = {
      method: 'POST',
      agent: false,
      signal: deadline,
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    };
    const request = send(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', fail);
      response.on('end', () => {
        const code = response.statusCode ?? 0;
        resolve({
          statusCode: code,
          status: code >= 200 && code < 300 ? 'OK' : `Invalid HTTP Response: ${code}`,
          headers: Object.fromEntries(Object.entries(response.headers).map(([key, value]) => [key, String(value)])),
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    request.on('error', fail);
    request.end(body);
  });
}
