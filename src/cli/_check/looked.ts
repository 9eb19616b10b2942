/** What a check looks at, wherever it lies. */
import type { Verdict } from '../../domain/verification/verdict.js';
import type { Visibility } from '../../domain/checklist/visibility.js';
import type { Tree } from '../../verifiers/_source.js';

export interface Looked {
  /** A folder or an address. */
  readonly where: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly tree: Tree;
  /** Verdicts by the verifier's name; a name without one has no verifier that could look from here. */
  ask(names: ReadonlySet<string>): Promise<ReadonlyMap<string, Verdict>>;
  close(): Promise<void>;
}
