/** `npm run test:chaos -- --rounds N [--seed S]`: more rounds than `npm test` plays, from another seed each time. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '50' }, seed: { type: 'string' } } });
const seed = values.seed ?? String(Math.floor(Math.random() * 1_000_000_000));
process.stdout.write(`${values.rounds} rounds from seed ${seed}\n`);
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const { status } = spawnSync(process.execPath, [...jest, 'test/chaos'], {
  stdio: 'inherit',
  env: { ...process.env, CHAOS_ROUNDS: values.rounds, CHAOS_SEED: seed },
});
process.exitCode = status ?? 1;
