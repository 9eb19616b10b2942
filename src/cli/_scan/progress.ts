/** A bar on a terminal, once the work has taken a second; whoever prints clears it before. */
import type { Io } from '../_contract.js';
import { styleFor } from '../_style.js';
import { grouped } from './report.js';

export interface Progress {
  /** `total` is undefined as long as nobody knows it. */
  show(done: number, total: number | undefined, bytes: number): void;
  clear(): void;
}

const QUIET_MS = 1000;
const EVERY_MS = 100;
const WIDTH = 24;
const ERASE = '\r\u001b[K';

/** @param now milliseconds of a clock that only goes forward. */
export function progressOn(io: Pick<Io, 'stdout' | 'isTTY' | 'env'>, now: () => number): Progress {
  if (!io.isTTY || io.env.TERM === 'dumb') return { show: () => undefined, clear: () => undefined };
  const style = styleFor(io);
  const began = now();
  let next = began + QUIET_MS;
  let isShown = false;
  return {
    show: (done, total, bytes) => {
      const time = now();
      if (time < next) return;
      next = time + EVERY_MS;
      isShown = true;
      const speed = (bytes / 1000 / Math.max(1, time - began)).toFixed(0);
      const text = `${grouped(done)}${total === undefined ? '' : ` of ${grouped(total)}`} · ${(bytes / 1e6).toFixed(0)} MB · ${speed} MB/s`;
      io.stdout.write(`${ERASE}${bar(done, total)}${style.dim(text)}`);
    },
    clear: () => {
      if (isShown) io.stdout.write(ERASE);
      isShown = false;
    },
  };
}

function bar(done: number, total: number | undefined): string {
  if (total === undefined || total === 0) return '';
  const full = Math.min(WIDTH, Math.floor((WIDTH * done) / total));
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} `;
}
