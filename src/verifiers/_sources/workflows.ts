/** The workflows of a repository, and the composite actions it keeps beside them. */
import { defineSource } from '../_source.js';
import { isWorkflow } from './_names.js';
import { readWorkflow, type Workflow } from './_workflow.js';
import { texts } from './texts.js';

export interface Workflows {
  readonly workflows: readonly Workflow[];
  /** Paths of those that could not be read, with the reason: `not valid YAML: …`. */
  readonly broken: ReadonlyMap<string, string>;
  /** False where the list of files was cut. */
  readonly isWhole: boolean;
  /** Configuration of another system that builds and tests: nothing here looks into it. */
  readonly elsewhere: readonly string[];
}

const OTHER_CI =
  /^(?:\.gitlab-ci\.yml|\.travis\.yml|Jenkinsfile|azure-pipelines\.ya?ml|appveyor\.yml|\.appveyor\.yml|\.drone\.yml|\.woodpecker\.ya?ml|\.cirrus\.yml|bitbucket-pipelines\.yml|\.circleci\/config\.yml|\.buildkite\/.+|\.woodpecker\/.+|\.semaphore\/.+|\.prow\.yaml)$/;

export const workflows = defineSource<Workflows>({
  name: 'the workflows',
  needs: { contents: 'read' },
  async read(_, get) {
    const { value, where } = await get(texts);
    const broken = new Map<string, string>();
    const found: Workflow[] = [];
    for (const [path, text] of value?.texts ?? []) {
      if (!isWorkflow(path)) continue;
      const read = readWorkflow(path, text);
      if (typeof read === 'string') broken.set(path, read);
      else found.push(read);
    }
    for (const path of value?.unread.filter(isWorkflow) ?? []) broken.set(path, 'too large, or one of too many');
    const elsewhere = value?.entries.map(({ path }) => path).filter((path) => OTHER_CI.test(path)) ?? [];
    return { value: { workflows: found, broken, isWhole: value?.isWhole ?? true, elsewhere }, where };
  },
});
