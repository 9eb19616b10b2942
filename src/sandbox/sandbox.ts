/** The local GitHub: a stateful server on loopback that the demo and every end-to-end test run on. */
export type * from './types.js';
