/** How `bin/seaworthy.js` starts `seaworthy scan`. The build makes a file of CommonJS of it: loading an ES module takes 10 ms. */
import { loadProgram, prepareForShortLife } from '../infra/scan/load-program.js';

export async function main(argv: readonly string[]): Promise<number> {
  prepareForShortLife();
  return await loadProgram().main(argv);
}
