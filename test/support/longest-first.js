/** The order of the test files: those that start whole Apps first, so that no worker has a long one left when the others are done. */
import Sequencer from '@jest/test-sequencer';

const LONG = ['/test/chaos/', '/test/e2e/'];

export default class LongestFirst extends Sequencer {
  /** Jest's own order, by what earlier runs took and else by the size of the file, decides among equals. */
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONG.findIndex((folder) => path.replaceAll('\\', '/').includes(folder));
      return at === -1 ? LONG.length : at;
    };
    return super.sort(tests).toSorted((a, b) => rank(a) - rank(b));
  }
}
