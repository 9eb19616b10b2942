/** The catalogue as public pages. */
import path from 'node:path';
import { itemsOf } from '../../../src/domain/checklist/index.js';
import { readChecklists } from '../../../src/infra/catalogue.js';
import { ChecklistPage, ChecklistsPage } from '../../../src/web/dashboard/pages/checklists.js';
import { checklistsRoutes } from '../../../src/web/dashboard/routes/checklists.js';
import { frame, NOW } from './support/frame.js';

const { checklists } = await readChecklists(path.resolve('checklists'));
const all = [...checklists.values()];
const everybody = frame({ session: null, organisation: null });

test('every checklist is listed with its page', () => {
  const page = String(<ChecklistsPage frame={everybody} checklists={all} />);
  for (const { name } of all) expect(page).toContain(`href="/checklists/${name}"`);
  expect(page).toContain('Sign in');
});

test.each(all.map((checklist) => [checklist.name, checklist] as const))(
  'the page of %s has every item with its anchor, its why and no style attribute',
  (_, checklist) => {
    const page = String(<ChecklistPage frame={everybody} checklist={checklist} />);
    for (const { id } of itemsOf([checklist])) expect(page).toContain(`<article class="Box p-3 mb-3" id="${id}"`);
    expect(page).not.toContain(' style=');
    expect(page).not.toContain('<script>');
  },
);

const routes = checklistsRoutes({
  checklists: all,
  assets: everybody.assets,
  clock: { now: () => NOW },
  github: { url: 'https://github.com' },
});

test.each([
  ['/checklists', 200],
  ['/checklists/web-service', 200],
  ['/checklists/none', 404],
  ['/checklists/__proto__', 404],
])('%s answers %i', async (address, status) => {
  expect((await routes.request(address)).status).toBe(status);
});
