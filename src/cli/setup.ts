/** `seaworthy setup`: registers the App through a page on this machine and writes its keys to `.env`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { systemClock } from '../core/clock.js';
import { parseArguments, portArgument } from './_arguments.js';
import { EXIT, type Subcommand } from './_contract.js';
import { reportError } from './_errors.js';
import { styleFor } from './_style.js';

const args = z.object({ port: portArgument, envFile: z.string().min(1, 'expects a file') });

export default {
  name: 'setup',
  summary: 'register the GitHub App and write its keys to .env',
  details:
    'Serves one page on 127.0.0.1 that takes you through GitHub’s registration form. On a remote machine choose a port and forward it: ssh -L 4000:127.0.0.1:4000 HOST.',
  options: [
    { flags: '-p, --port <number>', summary: 'port of the page; 0 takes any free one', default: '0' },
    { flags: '--env-file <file>', summary: 'where the keys are written', default: '.env' },
  ],
  examples: ['npx seaworthy setup', 'npx seaworthy setup --port 4000'],
  async run(raw, io) {
    const { port, envFile } = parseArguments(args, raw);
    const { startSetup } = await import('../web/setup/server.js');
    const { parseTemplate } = await import('../web/setup/manifest.js');
    const setup = await startSetup({
      template: parseTemplate(await readFile(path.join(io.packageFolder, 'app.yml'), 'utf8')),
      envFile: path.resolve(io.cwd, envFile),
      port,
      clock: systemClock,
      fetch,
      onDefect: (error) => reportError(error, io, { verbose: true }),
    });
    const style = styleFor(io);
    const stop = () => setup.close();
    io.signal.addEventListener('abort', stop, { once: true });
    if (io.signal.aborted) stop();
    io.stdout.write(`Open this page in a browser on this machine to register the GitHub App:\n\n`);
    io.stdout.write(`  ${style.bold(setup.url)}\n\n`);
    io.stdout.write(style.dim('The link works once. Ctrl-C stops; nothing is kept before the last step.\n'));

    const result = await setup.finished;
    io.signal.removeEventListener('abort', stop);
    if (result === undefined) return EXIT.interrupted;
    io.stdout.write(
      `\n${style.green('✓')} ${result.name} (App ID ${result.appId}) is registered; keys in ${result.envFile}\n`,
    );
    if (result.webhookSecretToPaste) {
      io.stdout.write(`  First: copy WEBHOOK_SECRET from that file into ${result.settingsUrl}\n`);
    }
    io.stdout.write(`  Next:  npm start, so that ${result.publicUrl} answers\n`);
    io.stdout.write(`  Then:  install it on your repositories: ${result.installUrl}\n`);
    return EXIT.ok;
  },
} satisfies Subcommand;
