/** Scans files and blobs on several threads. */
import type { FileScan } from '../../domain/scanner/scan-file.js';

/** A file that the worker reads itself, in pieces; or bytes, whose memory goes over to the worker. */
export type ScanInput =
  | { readonly file: string; readonly path?: string }
  | { readonly bytes: Uint8Array; readonly path?: string };

/** What came of one input. An input that could not be looked at has an error: it never passes silently. */
export type ScanOutcome<I extends ScanInput = ScanInput> =
  | { readonly input: I; readonly bytes: number; readonly scan: FileScan }
  | { readonly input: I; readonly error: Error };

export interface ScanPool {
  /** Outcomes in the order of the inputs, of which only a bounded number is taken ahead. */
  scanAll<I extends ScanInput>(inputs: Iterable<I> | AsyncIterable<I>): AsyncIterable<ScanOutcome<I>>;
  close(): Promise<void>;
}

export interface ScanPoolOptions {
  /** Threads beside the caller's. */
  readonly workers: number;
  /** For the fingerprints, 16 bytes or more. */
  readonly key: Uint8Array;
}
