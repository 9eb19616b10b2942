/** Where no address that people name is asked. */
import type { WebAccess } from '../../src/infra/net/web.js';

const nowhere = async () => {
  throw new Error('No address is asked here');
};

export const NO_WEB: WebAccess = { fetch: nowhere, fetchFromOutside: nowhere };
