/** A test file uses PGlite's WebAssembly for seconds: V8's optimising compiler is not paid back, and took a quarter of a database's start and first queries. */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--liftoff-only');
