/** `/baseline done`: somebody did it, and perhaps says where it can be seen. */
import type { ItemState } from '../domain/checklist/index.js';
import { changeItem } from '../flows/change-item.js';
import { defineCommand } from './_command.js';
import { demandAttester, findItem, parseItemId } from './_item.js';
import { kept, LONGEST, limited } from './_reason.js';

const EXAMPLE = '/baseline done hsts https://example.com/pull/12';

export default defineCommand<{ item: string; evidence: string | null }>({
  name: 'done',
  summary: 'Records that an item is done, with evidence if you have some',
  usage: 'done <item> [link or words]',
  whoCanUse: 'write',
  orAssigned: ({ item }) => item,
  examples: ['hsts https://example.com/pull/12', 'hsts', '`hsts` seen in the browser of three people'],
  rejects: ['', '!', 'two_words', `hsts ${'x'.repeat(LONGEST + 1)}`],
  parse(args) {
    const [word, ...rest] = args.split(' ');
    const item = parseItemId(word, EXAMPLE);
    const evidence = limited(rest.join(' ').trim(), 'Evidence');
    return { item, evidence: evidence === '' ? null : evidence };
  },
  async run(args, subject, context) {
    const { item } = await findItem(args.item, subject, context);
    await demandAttester(item, subject, `done ${item.id}`, context);
    const proof = args.evidence === null ? {} : { evidence: kept(args.evidence, context) };
    const done: ItemState = { kind: 'done', by: subject.by, at: subject.at.toISOString(), ...proof };
    // What a verifier saw needs no word; and who did it first did it.
    const isSaid = (from: ItemState) => from.kind === 'verified' || (from.kind === 'done' && args.evidence === null);
    const change = { by: subject.by, via: 'done', to: (from: ItemState) => (isSaid(from) ? from : done) };
    await changeItem(subject.repository, item.id, change, context);
    return null;
  },
});
