import { problemText } from '../../src/domain/checklist/index.js';
import { readChecklists } from '../../src/infra/catalogue.js';
test('clean', async () => {
  const { problems } = await readChecklists('checklists');
  expect(problems.map(problemText)).toEqual([]);
});
