/** Every command of the folder keeps the contract it declares. */
import path from 'node:path';
import { acceptCommand, ROLES } from '../../src/commands/_command.js';
import { loadFolder } from '../../src/core/load-folder.js';
import { UserError } from '../../src/core/user-error.js';

const commands = [...(await loadFolder(path.resolve('src/commands'), acceptCommand)).values()];

const parses = commands.flatMap((command) => command.examples.map((args) => [command, args] as const));
const rejects = commands.flatMap((command) => command.rejects.map((args) => [command, args] as const));

test('there are commands', () => {
  expect(commands.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'help',
      'status',
      'rotated',
      'false-positive',
      'done',
      'undo',
      'na',
      'accept-risk',
      'approve',
      'evidence',
      'refresh',
    ]),
  );
});

test.each(parses.map(([command, args]) => [`/baseline ${command.name} ${args}`, command, args] as const))(
  '%s parses',
  (_, command, args) => {
    expect(() => command.parse(args)).not.toThrow();
  },
);

test.each(rejects.map(([command, args]) => [`/baseline ${command.name} ${args.slice(0, 60)}`, command, args] as const))(
  '%s is refused with a helpful answer',
  (_, command, args) => {
    expect(() => command.parse(args)).toThrow(UserError);
  },
);

test.each(commands.map((command) => [command.name, command] as const))('%s says what it is', (_, command) => {
  expect(command.summary).toMatch(/^[A-Z][^.]+$/);
  expect(command.usage.startsWith(command.name)).toBe(true);
  expect([...ROLES, 'approver']).toContain(command.whoCanUse);
});
