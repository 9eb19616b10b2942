/** `seaworthy docs`: writes the generated pages, or tells which are out of date. For work on Seaworthy itself. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { errorCode } from '../core/error-code.js';
import { loadFolder } from '../core/load-folder.js';
import { parseArguments } from './_arguments.js';
import { EXIT, type Subcommand } from './_contract.js';
import type { GeneratedPage } from './docs/_page.js';

const PAGES = path.join(path.dirname(fileURLToPath(import.meta.url)), 'docs');

const args = z.object({ check: z.boolean().default(false) });

export default {
  name: 'docs',
  summary: 'write the generated pages',
  hidden: true,
  options: [{ flags: '--check', summary: 'write nothing; exit 1 when a page is out of date' }],
  async run(raw, io) {
    const { check } = parseArguments(args, raw);
    const stale: string[] = [];
    for (const page of (await loadPages()).values()) {
      const file = path.join(io.packageFolder, page.file);
      const text = await page.render();
      if (text === (await readIfThere(file))) continue;
      stale.push(page.file);
      if (!check) {
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, text);
      }
    }
    for (const file of stale) io.stdout.write(`${check ? 'out of date' : 'written'}: ${file}\n`);
    if (check && stale.length > 0) io.stderr.write('Run `npm run docs` and commit what it writes.\n');
    return check && stale.length > 0 ? EXIT.negative : EXIT.ok;
  },
} satisfies Subcommand;

/** Every page of `src/cli/docs/`. */
export async function loadPages(): Promise<ReadonlyMap<string, GeneratedPage>> {
  return await loadFolder(PAGES, (candidate) => {
    const page = candidate as Partial<GeneratedPage> | undefined;
    if (typeof page?.render !== 'function' || !page.file) throw new TypeError('its default export is no page');
    return page as GeneratedPage;
  });
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
