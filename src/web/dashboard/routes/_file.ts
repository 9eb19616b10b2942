/** Files to take away: named for whoever saves them, written for as long as somebody reads. */
import type { Context } from 'hono';
import type { Log } from '../../../core/log.js';
import type { DashboardEnv } from '../access/env.js';

/** @param type with its charset @param name with its ending; the organisation's comes before it */
export function nameFile(context: Context<DashboardEnv>, type: string, name: string): void {
  // Logins have letters, digits and hyphens; what has not is left out of a header.
  const account = context.get('organisation').account.replace(/[^\w-]/g, '');
  context.header('content-type', type);
  context.header('content-disposition', `attachment; filename="${account}-${name}"`);
}

/** A part at a time: not all of it would fit into memory. What fails on the way breaks the transfer off: half a file is none. */
export function sendParts(context: Context<DashboardEnv>, parts: AsyncIterable<string>, log: Log): Response {
  return context.body(ReadableStream.from(encoded(parts, log)));
}

async function* encoded(parts: AsyncIterable<string>, log: Log): AsyncGenerator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  try {
    for await (const part of parts) yield encoder.encode(part);
  } catch (error) {
    log.error({ err: error }, 'a file could not be written to its end');
    // Its message reaches whoever reads the file.
    throw new Error('The file could not be written to its end');
  }
}
