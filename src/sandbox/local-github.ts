/** The sandbox as everybody starts it: behind the contract, with its pages. */
import { createContract } from './contract/contract.js';
import type { Violation } from './contract/types.js';
import { createPages } from './pages/pages.js';
import { sandboxView } from './pages-view/sandbox-view.js';
import { startSandbox } from './sandbox.js';
import type { ApiRequest, Sandbox, SandboxOptions } from './types.js';

export interface LocalGitHub extends Sandbox {
  /** Requests that GitHub would not have taken, as far as its description tells. A good App causes none. */
  readonly violations: readonly Violation[];
}

export interface LocalGitHubOptions extends Omit<SandboxOptions, 'validate' | 'pages'> {
  /** Sees every API request before it is judged or carried out, which waits for a promise. */
  readonly onRequest?: (request: ApiRequest) => void | Promise<void>;
}

/**
 * Starts a sandbox whose API refuses what GitHub would refuse and whose pages can be clicked.
 * @throws Error when the port is taken or the key is no RSA key.
 */
export async function startLocalGitHub({ onRequest, ...options }: LocalGitHubOptions): Promise<LocalGitHub> {
  const contract = createContract();
  const sandbox = await startSandbox({
    ...options,
    validate: async (request) => {
      await onRequest?.(request);
      return contract.validate(request);
    },
    pages: (server, started) => {
      server.route('/', createPages(sandboxView(started)));
    },
  });
  return Object.assign(sandbox, { violations: contract.violations });
}
