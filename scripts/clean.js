/** Empties `dist/`: its folders are registries, and what was deleted in `src/` must not be found in them. */
import { rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
