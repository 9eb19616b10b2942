/** A stage per test file: sandbox and App, with a look at what must never happen when it closes. */
import path from 'node:path';
import { setStage, type Stage, type StageOptions } from '../../src/cli/_demo/stage.js';
import { copyDataFolder } from './prepared.js';

export {
  baselineIssue,
  checkOn,
  commentsOn,
  issuesOf,
  openItems,
  reactionsTo,
  settled,
  visibleBody,
} from '../../src/cli/_demo/look.js';
export { DEVELOPER, ORG, SECURITY, type Stage } from '../../src/cli/_demo/stage.js';
export { until } from '../../src/cli/_demo/until.js';
export { clone } from '../../src/cli/_demo/working-copy.js';

export const PACKAGE = path.resolve('.');
const QUICK_APP = path.join(PACKAGE, 'test/support/quick-app.js');

/** Milliseconds for sandbox and App on a busy machine. */
export const START_LIMIT = 120_000;

/**
 * An App of the tests lives for seconds: what V8 would optimise, PGlite's WebAssembly above all, never pays for its compilation.
 * Without these a start and its first jobs take half as much processor time again.
 */
const SHORT_LIVED = ['--liftoff-only', '--no-opt'];

/** A stage whose App need not make its database first: that takes four seconds, and has tests of its own. */
export function setTestStage(options: Partial<StageOptions> = {}): Promise<Stage> {
  return setStage({
    packageFolder: PACKAGE,
    program: QUICK_APP,
    nodeOptions: SHORT_LIVED,
    ...(options.databaseUrl === undefined ? { makeData: copyDataFolder } : {}),
    ...options,
  });
}

/** Starts a stage before all tests of the file, and checks after them that no request broke GitHub's contract. */
export function useStage(options: Partial<StageOptions> = {}): () => Stage {
  let stage: Stage | undefined;
  let setting: Promise<Stage> | undefined;
  beforeAll(async () => {
    setting = setTestStage(options);
    stage = await setting;
  }, START_LIMIT);
  // One that came too late for its tests is closed as well: its App would outlive them, and keep the test runner from its end.
  afterAll(async () => {
    const set = await setting;
    await set?.close();
    expect(set?.violations()).toEqual([]);
  });
  return () => {
    if (stage === undefined) throw new Error('The stage is not set yet');
    return stage;
  };
}
