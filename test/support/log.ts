/** A log that a test can read, and wait on: a line says that something is over, so nobody has to sleep. */
import type { Log } from '../../src/core/log.js';

export interface Line {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface TestLog extends Log {
  readonly lines: readonly Line[];
  /** Resolves once `count` lines fit. */
  seen(fits: (line: Line) => boolean, count?: number): Promise<void>;
}

export function testLog(): TestLog {
  const lines: Line[] = [];
  const waiting = new Set<() => void>();
  const write = (level: Line['level']) => (fields: object, message: string) => {
    lines.push({ level, message, fields: fields as Record<string, unknown> });
    for (const check of waiting) check();
  };
  return {
    lines,
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    seen: (fits, count = 1) =>
      new Promise((resolve) => {
        const check = () => {
          if (lines.filter(fits).length < count) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
  };
}
