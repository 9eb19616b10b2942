/** `seaworthy scan --stdin`: one input of any size, scanned as it comes. */
import { addAbortSignal } from 'node:stream';
import { createStreamScanner } from '../../domain/scanner/stream-scanner.js';
import type { Io } from '../_contract.js';
import type { Session } from './session.js';
import type { ScanTools } from './tools.js';

export async function scanStdin(session: Session, tools: ScanTools, path: string | undefined, io: Io): Promise<void> {
  const scanner = createStreamScanner(await tools.engine(), tools.key, path === undefined ? {} : { path });
  let bytes = 0;
  for await (const chunk of addAbortSignal(io.signal, io.stdin)) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    scanner.push(part);
    bytes += part.length;
    session.progress(undefined);
  }
  await session.take(path ?? '<stdin>', bytes, scanner.end());
}
