#!/usr/bin/env node
/** The command line; `npm ci` builds what it runs. */
import { existsSync } from 'node:fs';

const argv = process.argv.slice(2);
const built = (name) => new URL(`../dist/cli/${name}`, import.meta.url);
if (existsSync(built('_main.js'))) {
  // Most often asked for, by hooks for instance, and so with a start of its own.
  const { main } = await import(built(argv[0] === 'scan' ? '_scan-start.js' : '_main.js').href);
  process.exitCode = await main(argv);
} else {
  process.stderr.write(
    'error Seaworthy is not built yet. Run `npm ci`, or `npm run build` when that was done before.\n',
  );
  process.exitCode = 2;
}
