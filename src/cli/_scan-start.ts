/** How `bin/seaworthy.js` starts `seaworthy scan`: from the one file that the build makes of it, or from its modules. */
import { loadProgram, prepareForShortLife } from '../infra/scan/load-scanner.js';

export async function main(argv: readonly string[]): Promise<number> {
  prepareForShortLife();
  const program = loadProgram() ?? (await import('./_scan-main.js'));
  return await program.main(argv);
}
