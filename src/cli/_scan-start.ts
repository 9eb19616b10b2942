/** How `bin/seaworthy.js` starts `seaworthy scan`. The build makes a file of CommonJS of it: see decision 6. */
import { loadProgram, prepareForShortLife } from '../infra/scan/load-program.js';

export async function main(argv: readonly string[]): Promise<number> {
  prepareForShortLife();
  return await loadProgram().main(argv);
}
