/** The Dockerfiles of what a project ships, and the compose files beside them. */
import { defineSource } from '../_source.js';
import { type Dockerfile, readDockerfile } from './_dockerfile.js';
import { isBuildFile, isDockerfile } from './_names.js';
import { texts } from './texts.js';

export interface Dockerfiles {
  readonly dockerfiles: readonly Dockerfile[];
  /** Texts of compose files, by path. */
  readonly composed: ReadonlyMap<string, string>;
  /** There, and not looked at: too large or too many. */
  readonly unread: readonly string[];
  readonly isWhole: boolean;
}

export const dockerfiles = defineSource<Dockerfiles>({
  name: 'the Dockerfiles',
  needs: { contents: 'read' },
  async read(_, get) {
    const { value, where } = await get(texts);
    const files = [...(value?.texts ?? [])].filter(([path]) => isBuildFile(path));
    return {
      value: {
        dockerfiles: files.filter(([path]) => isDockerfile(path)).map(([path, text]) => readDockerfile(path, text)),
        composed: new Map(files.filter(([path]) => !isDockerfile(path))),
        unread: value?.unread.filter(isBuildFile) ?? [],
        isWhole: value?.isWhole ?? true,
      },
      where,
    };
  },
});
