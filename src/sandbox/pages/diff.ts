/** Reads one file's unified diff into numbered lines, so that annotations can stand where they belong. */

export interface DiffLine {
  readonly kind: 'hunk' | 'context' | 'added' | 'removed' | 'note';
  readonly oldLine: number | null;
  readonly newLine: number | null;
  readonly text: string;
}

export function readPatch(patch: string): DiffLine[] {
  let oldLine = 0;
  let newLine = 0;
  return patch
    .replace(/\n$/, '')
    .split('\n')
    .map((line): DiffLine => {
      const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
      if (hunk !== null) {
        oldLine = Number(hunk[1]);
        newLine = Number(hunk[2]);
        return { kind: 'hunk', oldLine: null, newLine: null, text: line };
      }
      const text = line.slice(1);
      if (line.startsWith('+')) return { kind: 'added', oldLine: null, newLine: newLine++, text };
      if (line.startsWith('-')) return { kind: 'removed', oldLine: oldLine++, newLine: null, text };
      if (line.startsWith('\\')) return { kind: 'note', oldLine: null, newLine: null, text };
      return { kind: 'context', oldLine: oldLine++, newLine: newLine++, text };
    });
}
