/** The stylesheet and the script of the pages: made by `npm run build`, read once, served for ever under the name of what they hold. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Hono } from 'hono';
import { StartError } from '../../../core/start-error.js';

/** Where pages find them. */
export interface AssetPaths {
  readonly style: string;
  readonly script: string;
}

export interface Assets {
  readonly paths: AssetPaths;
  /** Serves `/assets/*`. */
  readonly routes: Hono;
}

/** Of SHA-256, in hexadecimal: enough that no two builds share one. */
const HASH_LENGTH = 12;
/** A year, the most that RFC 9111 knows of as useful; another content has another name. */
const FOR_EVER = 'public, max-age=31536000, immutable';

const KINDS = [
  { part: 'style', name: 'dashboard', ending: 'css', type: 'text/css; charset=utf-8' },
  { part: 'script', name: 'dashboard', ending: 'js', type: 'text/javascript; charset=utf-8' },
] as const;

/** @throws StartError when they were not built */
export function loadAssets(folder: string = builtIn(import.meta.dirname)): Assets {
  const routes = new Hono();
  const paths = { style: '', script: '' };
  for (const { part, name, ending, type } of KINDS) {
    const text = readBuilt(path.join(folder, `${name}.${ending}`));
    const hash = createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH);
    const address = `/assets/${name}.${hash}.${ending}`;
    routes.get(address, (context) => context.body(text, 200, { 'content-type': type, 'cache-control': FOR_EVER }));
    paths[part] = address;
  }
  return { paths, routes };
}

/** The package's own `dist/`, whichever copy of this file runs: the built one, the source in a test, a bench's. */
function builtIn(folder: string): string {
  const parent = path.dirname(folder);
  if (existsSync(path.join(folder, 'package.json')) || parent === folder)
    return path.join(folder, 'dist/web/dashboard/assets');
  return builtIn(parent);
}

function readBuilt(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StartError(`${path.basename(file)} of the dashboard is not there. \`npm run build\` makes it.`, {
      cause,
    });
  }
}
