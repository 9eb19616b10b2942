/** All that a thread needs to scan. The build puts this file and what it leads to into one, which `load-scanner.ts` loads. */
export { createEngine } from '../../domain/scanner/engine.js';
export { prepareKeywords } from '../../domain/scanner/keywords.js';
export { loadRules } from '../../domain/scanner/registry.js';
export { LocalGitError } from './local-git.js';
export { inputScanner } from './scan-input.js';
export { sliceScanner } from './slice-scan.js';
