/** secretlint with its recommended rules, as fast as it can be: its core alone, on files that are in memory already. */
import './silent-profiler.js';
import path from 'node:path';
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import type { File } from './corpus.js';

/** Scans the files one after the other; returns how many messages there are. */
export async function lint(files: readonly File[]): Promise<number> {
  let messages = 0;
  for (const { path: name, bytes } of files) {
    const result = await lintSource({
      source: {
        filePath: `/${name}`,
        ext: path.extname(name),
        content: Buffer.from(bytes).toString('utf8'),
        contentType: 'text',
      },
      options: { config: { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] } },
    });
    messages += result.messages.length;
  }
  return messages;
}
