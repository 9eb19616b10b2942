/** The licence of a repository: by its text, and by what GitHub recognises where the text says nothing to us. */
import { z } from 'zod';
import { defineSource } from '../_source.js';
import { licenceOf } from './_licences.js';
import { texts } from './texts.js';

export interface Licence {
  /** Files that hold licences, where people look for them. */
  readonly paths: readonly string[];
  /** As SPDX names them; empty when none is recognised. */
  readonly spdx: readonly string[];
  /** Whether the list of files is whole, and the texts were all read. */
  readonly isWhole: boolean;
}

const FILE = /^(?:LICEN[CS]E|COPYING|UNLICENSE)(?:[-.][\w.-]+)?$/i;
/** @see https://reuse.software/spec */
const REUSE = /^LICENSES\/(?<spdx>[\w.+-]+)\.(?:txt|md)$/;
/** GitHub's words for "there is one, and it is none that I know". */
const UNKNOWN = ['NOASSERTION', 'OTHER'];

const answer = z.object({ license: z.object({ spdx_id: z.string().nullable() }).nullish() });

export const licence = defineSource<Licence>({
  name: 'the licence',
  needs: { contents: 'read' },
  async read({ api, repository }, get) {
    const { value, where } = await get(texts);
    const paths = (value?.entries ?? []).filter(({ size }) => size > 0).map(({ path }) => path);
    const files = paths.filter((path) => FILE.test(path));
    const named = paths.flatMap((path) => REUSE.exec(path)?.groups?.spdx ?? []);
    const known = files.flatMap((path) => licenceOf(value?.texts.get(path) ?? '') ?? []);
    const found = {
      paths: [...files, ...paths.filter((path) => REUSE.test(path))],
      isWhole: value?.isWhole === true && !value.unread.some((path) => FILE.test(path)),
    };
    const spdx = [...new Set([...known, ...named])];
    if (spdx.length > 0 || found.paths.length === 0 || api === null || repository === null) {
      return { value: { ...found, spdx }, where };
    }
    const at = { owner: repository.owner, repo: repository.name };
    // The runner has asked this already: it costs nothing.
    const told = await api.get('/repos/{owner}/{repo}', at);
    const id = told.value === null ? null : answer.parse(told.value).license?.spdx_id;
    return { value: { ...found, spdx: id == null || UNKNOWN.includes(id) ? [] : [id] }, where };
  },
});
