/** Real code to learn from: the sources in `node_modules`, in which values given to secret-like names are no secrets. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const SOURCE = /\.(?:[cm]?[jt]sx?|json|md|ya?ml|html|py|sh|go|h|c|cc|toml)$/;
const MINIFIED = /\.min\.|\.map$|package-lock|\/(?:umd|dist|chunks)\//;
/** The largest files are tables, generated or bundles. */
const LARGEST = 200_000;
/** Names of this very trade: their samples and rules hold what looks like secrets. */
const TRADE = /secretlint|recheck/;

export interface Source {
  readonly path: string;
  readonly text: string;
}

/** At most `most` files, spread evenly over all of `folder`; another `offset`, 0 to 1, gives others. */
export function sourcesIn(folder: string, most: number, offset = 0): Source[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => SOURCE.test(name) && !MINIFIED.test(name) && !TRADE.test(name))
    .toSorted();
  const step = Math.max(1, names.length / most);
  const sources: Source[] = [];
  for (let at = offset * step; at < names.length; at += step) {
    const name = names[Math.floor(at)] ?? '';
    const full = path.join(folder, name);
    const stats = statSync(full);
    if (stats.isFile() && stats.size < LARGEST) sources.push({ path: name, text: readFileSync(full, 'utf8') });
  }
  return sources;
}
