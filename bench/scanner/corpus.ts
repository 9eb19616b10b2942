/** What the scanner is measured on: sources of `node_modules`, and the rules' own samples planted among them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Rule } from '../../src/domain/scanner/rule.js';

const LARGEST_FILE = 2e6;
const SOURCE = /\.(?:[cm]?[jt]s|json|md|ya?ml|css|html|map)$/;

export interface File {
  /** As git would name it. */
  readonly path: string;
  /** Absolute, for those that lie on disk. */
  readonly file?: string;
  readonly bytes: Uint8Array;
}

/** Source files below `folder` in the order of their names, until there are `most` bytes. */
export function sources(folder: string, most: number): File[] {
  const files: File[] = [];
  let total = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = path.join(folder, name);
    if (!SOURCE.test(name)) continue;
    const facts = statSync(file);
    if (!facts.isFile() || facts.size > LARGEST_FILE) continue;
    const bytes = readFileSync(file);
    files.push({ path: name, file, bytes });
    total += bytes.length;
    if (total >= most) break;
  }
  return files;
}

/** Samples that must be found, each in a file of its own: as many as `most` of each rule. */
export function planted(rules: readonly Rule[], most = Infinity): File[] {
  return rules.flatMap((rule) =>
    rule
      .matches()
      .slice(0, most)
      .map(({ text, path: name }, index) => ({
        path: name ?? `planted/${rule.id}-${index}.txt`,
        bytes: Buffer.from(text),
      })),
  );
}

export const megabytes = (files: readonly File[]): number =>
  files.reduce((sum, { bytes }) => sum + bytes.length, 0) / 1e6;
