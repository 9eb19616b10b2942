/** The part of the story that managers see: a dozen services with weeks of history, and the pages that tell of them. */
import path from 'node:path';
import { UserError } from '../../core/user-error.js';
import { readChecklists } from '../../infra/catalogue.js';
import { openDatabase } from '../../infra/db/open.js';
import type { Repository } from '../../sandbox/state/model.js';
import { DATA } from './app-process.js';
import { layHistory } from './fleet/lay.js';
import { PLANS, WEEKS } from './fleet/plans.js';
import { baselineIssue, hold, settled } from './look.js';
import { DEVELOPER, ORG, type Stage } from './stage.js';
import type { Step } from './story.js';
import { until } from './until.js';

/** Seconds: GitHub takes about one new issue a second from an App. */
const OPENED_WITHIN = 90;

export function dashboard(stage: Stage): readonly Step[] {
  return [
    {
      name: `a dozen services bring ${WEEKS} weeks of history, made up`,
      async run() {
        await stage.app.stop();
        const repositories: Repository[] = [];
        for (const { name } of PLANS)
          repositories.push(await stage.sandbox.createRepository(ORG, { name, private: true }));
        await layDown(
          stage,
          repositories.map(({ id }) => id),
        );
        // What GitHub could not deliver meanwhile is asked for at the start.
        await stage.restart({ VERIFIERS: 'on' });
        await until(
          'their issues',
          () => repositories.every((one) => baselineIssue(stage, one) !== undefined),
          OPENED_WITHIN,
        );
        await settled(stage);
        return { says: `each has its issue, as it stands after ${WEEKS} weeks`, link: `${stage.sandbox.url}/${ORG}` };
      },
    },
    {
      name: 'a manager signs in with GitHub and sees what launches when, and what is in the way',
      async run() {
        const page = await signIn(stage, DEVELOPER);
        const organisation = await page(`/o/${ORG}`);
        const missing = PLANS.filter(({ name }) => !organisation.includes(`/o/${ORG}/r/${name}"`));
        hold(missing.length === 0, `everything is listed (${missing.map(({ name }) => name).join(', ')})`);
        const launches = await page(`/o/${ORG}/launches`);
        hold(/at risk/i.test(launches), 'the launches say what is at risk');
        return { says: 'every service with its grade, launch date, forecast and champion', link: `${stage.app.url}/` };
      },
    },
  ];
}

/** While the App is stopped: the embedded database is for one process at a time. */
async function layDown(stage: Stage, ids: readonly number[]): Promise<void> {
  const { checklists, problems } = await readChecklists(path.join(stage.packageFolder, 'checklists'));
  if (problems.length > 0) throw new UserError('The checklists cannot be used: `npx seaworthy lint` says why.');
  const db = await openDatabase({ dataFolder: path.join(stage.folder, DATA) });
  try {
    const services = PLANS.flatMap((plan, index) => {
      const id = ids[index];
      return id === undefined ? [] : [{ id, plan }];
    });
    await layHistory(db.kysely, services, { checklists, now: new Date() });
  } finally {
    await db.close();
  }
}

/** Signs in as a browser does, on the pages of both; answers what reads a page. @throws Error when a page does not come */
async function signIn(stage: Stage, login: string): Promise<(path: string) => Promise<string>> {
  const cookies = new Map<string, string>();
  const get = async (address: string | URL) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { headers: { cookie }, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  };
  const toGitHub = await get(`${stage.app.url}/login?to=%2F`);
  const authorized = await fetch(toGitHub.headers.get('location') ?? '', {
    method: 'POST',
    body: new URLSearchParams({ login }),
    redirect: 'manual',
  });
  const back = await get(authorized.headers.get('location') ?? '');
  if (back.status !== 303) throw new Error(`${login} cannot sign in: ${back.status}`);
  return async (path) => {
    const answer = await get(`${stage.app.url}${path}`);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return answer.text();
  };
}
