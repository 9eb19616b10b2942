#!/usr/bin/env node
/** The command line; `npm ci` builds what it runs. */
import { existsSync } from 'node:fs';

const built = new URL('../dist/cli/_main.js', import.meta.url);
if (existsSync(built)) {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.stderr.write(
    'error Seaworthy is not built yet. Run `npm ci`, or `npm run build` when that was done before.\n',
  );
  process.exitCode = 2;
}
