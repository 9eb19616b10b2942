/** All that a thread needs to scan. */
export { loadEngine } from './load-engine.js';
export { LocalGitError } from './local-git.js';
export { inputScanner } from './scan-input.js';
export { sliceScanner } from './slice-scan.js';
