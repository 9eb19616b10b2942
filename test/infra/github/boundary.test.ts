/** Octokit and Probot are known in `src/infra/github/` only; everything else takes our own small interfaces. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const MAY = /^infra\/github\/|^(app|serve)\.ts$/;

test('nobody else imports Octokit or Probot', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
  const importing = files.filter((file) =>
    /from '(?:@octokit\/|probot')/.test(readFileSync(path.join('src', file), 'utf8')),
  );
  expect(importing).toContain('infra/github/octokit.ts');
  expect(importing.filter((file) => !MAY.test(file))).toEqual([]);
});
