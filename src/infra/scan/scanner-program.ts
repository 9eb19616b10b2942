/** All that a thread needs to scan. The build puts this file and what it leads to into one, which `load-scanner.ts` loads. */
export { loadEngine } from './load-engine.js';
export { LocalGitError } from './local-git.js';
export { inputScanner } from './scan-input.js';
export { sliceScanner } from './slice-scan.js';
