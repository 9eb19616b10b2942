/** `seaworthy demo`: Seaworthy at work on a local GitHub, told in steps; nothing leaves this machine. */
import { once } from 'node:events';
import { parseArguments } from './_arguments.js';
import { EXIT, type Subcommand } from './_contract.js';
import { styleFor } from './_style.js';
import { z } from 'zod';

const options = z.object({
  exit: z.boolean().default(false),
  json: z.boolean().default(false),
  port: z.coerce.number().int().min(0).max(65_535),
});

interface StepResult {
  readonly name: string;
  readonly ok: boolean;
  readonly ms: number;
}

const demo: Subcommand = {
  name: 'demo',
  summary: 'show Seaworthy at work on a local GitHub, without any account',
  details:
    'Starts a local GitHub and the App on loopback, plays the main path with real git pushes, says what happened and stays up to be explored.',
  options: [
    { flags: '--exit', summary: 'play and exit: 0 only if every step held' },
    { flags: '--json', summary: 'print {"steps":[{"name","ok","ms"}],"failed":n} last' },
    { flags: '--port <number>', summary: 'port of the local GitHub; 0 takes any free one', default: '0' },
  ],
  examples: ['npx seaworthy demo', 'npx seaworthy demo --exit --json'],
  async run(args, io) {
    const { exit, json, port } = parseArguments(options, args);
    const style = styleFor(io);
    const say = (text: string) => io.stdout.write(`${text}\n`);
    const [{ DEVELOPER, ORG, setStage }, { story }] = await Promise.all([
      import('./_demo/stage.js'),
      import('./_demo/story.js'),
    ]);
    say(style.bold('Seaworthy demo: a local GitHub and the App, on this machine only.'));
    const stage = await setStage({ packageFolder: io.packageFolder, port });
    const results: StepResult[] = [];
    try {
      say(`  GitHub (sandbox) ${stage.sandbox.url}\n  Seaworthy        ${stage.app.url}\n`);
      for (const step of story(stage)) {
        const began = performance.now();
        const result = await step
          .run()
          .catch((error: unknown) => ({ failed: error instanceof Error ? error.message : String(error) }));
        const ms = Math.round(performance.now() - began);
        const ok = !('failed' in result);
        results.push({ name: step.name, ok, ms });
        say(`${ok ? style.green('ok') : style.red('NO')}  ${step.name} ${style.dim(`(${ms} ms)`)}`);
        say(
          `    ${'failed' in result ? result.failed : result.says}${'link' in result && result.link ? `\n    ${style.dim(result.link)}` : ''}`,
        );
        if (!ok || io.signal.aborted) break;
      }
      const failed = results.filter(({ ok }) => !ok).length;
      if (failed > 0) say(`\nThe App's last words:\n${stage.app.log.slice(-15).join('\n')}`);
      if (!exit && failed === 0 && !io.signal.aborted) {
        say(
          `\nOpen ${stage.sandbox.url} and try it: tick a box, comment \`/baseline help\`, push a key. Ctrl-C ends it.\n` +
            `For managers: ${stage.app.url}/o/${ORG}, signed in as ${DEVELOPER}.\n` +
            `To push: git clone ${stage.sandbox.pushUrl(`${ORG}/payments`, DEVELOPER)}`,
        );
        await once(io.signal, 'abort');
      }
      if (json) say(JSON.stringify({ steps: results, failed }));
      return failed === 0 ? EXIT.ok : EXIT.negative;
    } finally {
      await stage.close();
    }
  },
};
export default demo;
