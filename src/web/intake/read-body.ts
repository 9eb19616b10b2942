/** The raw bytes of a request, up to a limit. */

/** GitHub does not send more. @see https://docs.github.com/webhooks/webhook-events-and-payloads */
export const BODY_LIMIT = 25 * 1024 * 1024;

/** Answers null when there is more than `limit` bytes; what comes beyond is not read. */
export async function readBody(request: Request, limit = BODY_LIMIT): Promise<Uint8Array | null> {
  const announced = request.headers.get('content-length');
  if (announced !== null) {
    if (!(Number(announced) <= limit)) return null;
    // The HTTP parser holds the sender to the length announced; in-process callers are held to it here.
    const body = new Uint8Array(await request.arrayBuffer());
    return body.length <= limit ? body : null;
  }
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
