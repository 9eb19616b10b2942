/** The whole command line: finds the subcommands, and runs the one that is asked for. */
import type { ExitCode } from './_contract.js';
import { runAsProcess } from './_frame.js';
import { loadFor } from './_registry.js';

export async function main(argv: readonly string[]): Promise<ExitCode> {
  return await runAsProcess(argv, async () => {
    const subcommands = await loadFor(argv);
    const isAnybodys = subcommands.get(argv[0] ?? '')?.anybodysFolder === true;
    return { subcommands, env: isAnybodys ? process.env : (await import('../config.js')).environment(process.cwd()) };
  });
}
