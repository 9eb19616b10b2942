/** `kill -9` at a random moment between "202" and "written to GitHub", then a restart: the work is done, once. On PGlite. */
import { chaosTests } from './chaos.js';

chaosTests();
