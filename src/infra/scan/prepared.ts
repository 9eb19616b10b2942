/** What a build keeps of the keywords. The one file that it makes has another module in the place of this one: it gives what is kept. */
import type { PreparedKeywords } from '../../domain/scanner/keywords.js';

export function preparedKeywords(): PreparedKeywords | undefined {
  return undefined;
}
