#!/usr/bin/env node
/** The command line; `npm ci` builds what it runs. CommonJS, since Node.js takes 10 ms longer to start with an ES module. */
const { existsSync } = require('node:fs');

const argv = process.argv.slice(2);

/** `scan` is what hooks run, and so has a start of its own. */
async function run() {
  // Of what nothing works without, the build makes this last.
  if (!existsSync(`${__dirname}/../dist/infra/scan/scanner-bundle.cjs`)) {
    process.stderr.write(
      'error Seaworthy is not built yet. Run `npm ci`, or `npm run build` when that was done before.\n',
    );
    return 2;
  }
  const command =
    argv[0] === 'scan' ? require('../dist/infra/scan/scan-start.cjs') : await import('../dist/cli/_main.js');
  return await command.main(argv);
}

// Of what nobody catches Node.js makes a 1, which means findings.
process.on('uncaughtException', (error) => {
  process.stderr.write(`error ${error.stack}\n`);
  process.exit(2);
});

run().then((exitCode) => {
  process.exitCode = exitCode;
});
