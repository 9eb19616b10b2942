/** The sandbox as everybody starts it: behind the contract, with its pages. */
import { createContract } from './contract/contract.js';
import type { Violation } from './contract/types.js';
import { createPages } from './pages/pages.js';
import { sandboxView } from './pages-view/sandbox-view.js';
import { startSandbox } from './sandbox.js';
import type { Sandbox, SandboxOptions } from './types.js';

export interface LocalGitHub extends Sandbox {
  /** Requests that GitHub would not have taken, as far as its description tells. A good App causes none. */
  readonly violations: readonly Violation[];
}

/**
 * Starts a sandbox whose API refuses what GitHub would refuse and whose pages can be clicked.
 * @throws Error when the port is taken or the key is no RSA key.
 */
export async function startLocalGitHub(options: Omit<SandboxOptions, 'validate' | 'pages'>): Promise<LocalGitHub> {
  const contract = createContract();
  const sandbox = await startSandbox({
    ...options,
    validate: contract.validate,
    pages: (server, started) => {
      server.route('/', createPages(sandboxView(started)));
    },
  });
  return Object.assign(sandbox, { violations: contract.violations });
}
