/**
 * `seaworthy scan` by itself: the build puts this file and all that it leads to into one, which loads in a fraction of the time
 * (scripts/bundle-scanner.js). Threads load the same file for what scans.
 */
import type { ExitCode } from './_contract.js';
import { runAsProcess } from './_frame.js';
import scan from './scan.js';

export * from '../infra/scan/scanner-program.js';

export async function main(argv: readonly string[]): Promise<ExitCode> {
  return await runAsProcess(argv, async () => ({ subcommands: new Map([[scan.name, scan]]), env: process.env }));
}
