/** What a build has made of the checklists is the same as reading them, and only stands in for just these texts. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readChecklists } from '../../src/infra/catalogue.js';

/** As built: beside it lies what the build made. */
const built = (await import(path.resolve('dist/infra/catalogue.js'))) as { readChecklists: typeof readChecklists };

let folder: string;
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'seaworthy-catalogue-')), 'checklists');
  await cp('checklists', folder, { recursive: true });
});
afterEach(() => rm(path.dirname(folder), { recursive: true }));

test('the build keeps all of them as they are read', async () => {
  await expect(readFile('dist/checklists.json', 'utf8')).resolves.not.toBe('');
  expect(await built.readChecklists(folder)).toStrictEqual(await readChecklists(folder));
});

test('an edited checklist is read anew, and its problems are told', async () => {
  const file = path.join(folder, 'secrets.yml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^title: .*$/m, 'title: Another title'));
  expect((await built.readChecklists(folder)).checklists.get('secrets')?.title).toBe('Another title');
  await writeFile(file, text.replace(/^title: .*$/m, 'heading: none'));
  expect((await built.readChecklists(folder)).problems).not.toEqual([]);
});

test('a checklist taken away is not in the catalogue', async () => {
  await rm(path.join(folder, 'mvsp.yml'));
  expect((await built.readChecklists(folder)).checklists.has('mvsp')).toBe(false);
});
