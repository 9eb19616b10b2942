/** What people's edits mean, case by case. */
import {
  type Attestation,
  attribute,
  type BodyEdit,
  type ItemState,
  itemsOf,
  parse,
  reconcile,
  render,
  withAttestations,
} from '../../../src/domain/checklist/index.js';
import { append, crlf, type Edit, insert, strike, tick, untick } from './support/people.js';
import { ASIDES, CHECKLISTS, NOW, STATES, view } from './support/sample.js';

const EARLIER = '2026-11-19T00:00:00Z';
const LATER = '2026-11-22T11:00:00Z';

/** Our body for `states`, edited by people, and what that leads to. */
function after(states: Readonly<Record<string, ItemState>>, ...edits: readonly Edit[]) {
  const base = render(view(states)).body;
  const current = edits.reduce((text, edit) => edit(text), base);
  return reconcile({ base: parse(base), current: parse(current), now: NOW, view: view(states) });
}

const brief = ({ itemId, via, to }: Attestation): string => `${itemId} ${via} -> ${to.kind}`;

test.each<[string, Readonly<Record<string, ItemState>>, readonly Edit[], readonly string[]]>([
  ['a tick', {}, [tick('hsts')], ['hsts tick -> done']],
  ['a tick with an upper-case X', {}, [(body) => tick('hsts')(body).replace('[x]', '[X]')], ['hsts tick -> done']],
  ['a tick in a body saved by a browser', {}, [tick('hsts'), crlf], ['hsts tick -> done']],
  ['line ends alone', {}, [crlf], []],
  ['two ticks', {}, [tick('hsts'), tick('csp')], ['hsts tick -> done', 'csp tick -> done']],
  ['a tick on an item whose risk is accepted', { hsts: STATES.waived }, [tick('hsts')], ['hsts tick -> done']],
  ['a tick on an item that is out of date', { hsts: STATES.stale }, [tick('hsts')], ['hsts tick -> done']],
  ['an untick', { hsts: STATES.done }, [untick('hsts')], ['hsts untick -> open']],
  ['an untick of what a verifier saw', { hsts: STATES.verified }, [untick('hsts')], ['hsts untick -> open']],
  ['a struck title', {}, [strike('hsts')], ['hsts strike -> not-applicable']],
  ['struck and ticked at once', {}, [strike('hsts'), tick('hsts')], ['hsts strike -> not-applicable']],
  ['a done item struck', { hsts: STATES.done }, [strike('hsts')], ['hsts strike -> not-applicable']],
  ['a click on the box of a struck item', { hsts: STATES.na }, [untick('hsts')], ['hsts untick -> open']],
  ['the strike taken away', { hsts: STATES.na }, [(body) => body.replaceAll('~~', '')], ['hsts unstrike -> open']],
  [
    'the whole line struck',
    {},
    [(body) => body.replace(/- \[ \] (\*\*Browsers.*)$/m, '- [ ] ~~$1~~')],
    ['hsts strike -> not-applicable'],
  ],
  ['a bullet of another kind', {}, [(body) => tick('hsts')(body).replace('- [x]', '* [x]')], ['hsts tick -> done']],
  [
    'a number in place of the bullet',
    {},
    [(body) => tick('hsts')(body).replace('- [x]', '1. [x]')],
    ['hsts tick -> done'],
  ],
  [
    'a ticked item whose title was rewritten',
    {},
    [tick('hsts'), (body) => body.replace('**Browsers', '**Ours')],
    ['hsts tick -> done'],
  ],
  [
    'a ticked item that lost its marker',
    {},
    [tick('hsts'), (body) => body.replace(' <!-- seaworthy:item=hsts -->', '')],
    ['hsts tick -> done'],
  ],
  [
    'an item put under another one, and ticked',
    {},
    [tick('sri'), (body) => body.replace('- [x]', '  - [x]')],
    ['sri tick -> done'],
  ],
  ['a ticked line in a quote', {}, [insert(0, '> - [x] **T** `hsts` <!-- seaworthy:item=hsts -->')], []],
  ['a ticked line in code', {}, [insert(0, '```\n- [x] **T** `hsts` <!-- seaworthy:item=hsts -->\n```')], []],
  ['everything deleted', { hsts: STATES.done }, [() => ''], []],
])('%s', (_name, states, edits, expected) => {
  expect(after(states, ...edits).attestations.map(brief)).toEqual(expected);
});

test.each<[string, Edit, readonly string[]]>([
  ['a deleted line', (body) => body.replace(/^- \[ \] .*item=csp -->$/m, ''), ['deleted csp']],
  ['a rewritten title', (body) => body.replace('The title of csp**', 'Nonsense**'), ['edited csp']],
  ['a lost marker', (body) => body.replace(' <!-- seaworthy:item=csp -->', ''), ['mangled csp']],
  ['a lost box', (body) => body.replace('- [ ] **The title of csp', '- **The title of csp'), ['mangled csp']],
  [
    'a copied line',
    (body) => `${body}\n- [ ] **The title of csp** \`csp\` · MAXIMUM · 4 h <!-- seaworthy:item=csp -->\n`,
    ['duplicated csp'],
  ],
  ['a forged item', (body) => `${body}\n- [x] **Mine** \`mine\` <!-- seaworthy:item=mine -->\n`, ['unknown mine']],
])('%s is mended, and said once', (_name, edit, expected) => {
  const decision = after({}, edit);
  expect(decision.repairs.map(({ kind, itemId }) => `${kind} ${itemId}`)).toEqual(expected);
  expect(decision.write).toBe(true);
  const written = parse(decision.rendered.body);
  expect(reconcile({ base: written, current: written, now: NOW, view: view() }).repairs).toEqual([]);
});

test.each<[string, Edit, string]>([
  [
    'at the end of a line',
    append('hsts', 'waiting for @ops, see #12'),
    '<!-- seaworthy:item=hsts --> waiting for @ops, see #12',
  ],
  [
    'in a line, before the marker',
    (body) =>
      body.replace('HIGH · 10 min <!-- seaworthy:item=hsts', 'HIGH · 10 min (Ann does it) <!-- seaworthy:item=hsts'),
    '<!-- seaworthy:item=hsts --> (Ann does it)',
  ],
  ['before everything', (body) => `Hello\n\n${body}`, 'Hello\n\n<!-- seaworthy:baseline=4711 -->'],
  [
    'in the header',
    (body) => body.replace('Best next', 'Ask Bob.\n\nBest next'),
    '<!-- seaworthy:header-end -->\n\nAsk Bob.\n\n##',
  ],
  [
    'under a heading',
    (body) => body.replace('web/headers -->', 'web/headers -->\n\nSoon.'),
    'web/headers -->\n\nSoon.\n\n- [ ]',
  ],
  [
    'under an item',
    (body) => body.replace('</details>', '</details>\n\n  Found:\n\n      code\n'),
    '</details>\n\n  Found:\n\n      code\n',
  ],
  [
    'in the folded part',
    (body) => body.replace('  Do this:', '  Not on Fridays.\n\n  Do this:'),
    '</details>\n\n  Not on Fridays.\n',
  ],
  [
    'between two items',
    (body) => body.replace('- [ ] **The title of csp', '\nNext week:\n\n- [ ] **The title of csp'),
    '</details>\n\nNext week:\n\n- [ ] **The title of csp',
  ],
  ['at the end', (body) => `${body}\n## Ours\n\n- [x] own task\n`, '</details>\n\n## Ours\n\n- [x] own task\n'],
])('a note %s is kept', (_name, edit, expected) => {
  const { attestations, repairs, rendered } = after({}, edit);
  expect({ attestations, repairs }).toEqual({ attestations: [], repairs: [] });
  expect(rendered.body).toContain(expected);
});

test('a line with our marker and none of our words is mended, and its words stay', () => {
  const { repairs, rendered } = after({}, (body) => `${body}\n- [ ] my own words <!-- seaworthy:item=csp -->\n`);
  expect(repairs.map(({ kind }) => kind)).toEqual(['duplicated', 'edited']);
  expect(rendered.body).toContain('\n- [ ] my own words\n');
});

test('notes follow their item when somebody reorders', () => {
  const { rendered, repairs } = after({ hsts: STATES.done, csp: STATES.done }, append('csp', 'with a note'), (body) => {
    const lines = body.split('\n');
    const at = lines.findIndex((line) => line.includes('item=hsts'));
    [lines[at], lines[at + 1]] = [lines[at + 1] ?? '', lines[at] ?? ''];
    return lines.join('\n');
  });
  expect(repairs).toEqual([{ kind: 'moved', itemId: 'hsts' }]);
  expect(rendered.body.indexOf('item=hsts')).toBeLessThan(rendered.body.indexOf('item=csp --> with a note'));
});

test('what is known beside the state is no edit of anybody, and an older page with it takes no tick back', () => {
  const of = (states: Readonly<Record<string, ItemState>>, isKnown: boolean) =>
    view(states, isKnown ? { asides: ASIDES } : {});
  const [before, known, done] = [of({}, false), of({}, true), of({ csp: STATES.done, sri: STATES.done }, true)];
  const [plain, told, ticked] = [before, known, done].map((each) => render(each).body);
  const said = (base = '', current = '', now = known) => {
    const { attestations, repairs, notes } = reconcile({
      base: parse(base),
      current: parse(current),
      now: NOW,
      view: now,
    });
    // An older header is none of these lines' business.
    const onLines = notes.filter(({ at }) => at !== 'header');
    return { attestations, repairs: repairs.filter(({ kind }) => kind !== 'overwritten'), notes: onLines };
  };
  const nothing = { attestations: [], repairs: [], notes: [] };
  expect(said(plain, plain)).toEqual(nothing);
  expect(said(told, plain)).toEqual(nothing);
  expect(said(told, told, before)).toEqual(nothing);
  expect(said(ticked, plain, done)).toEqual(nothing);
  expect(said(ticked, told, done)).toEqual(nothing);
  expect(said(ticked, untick('csp')(ticked ?? ''), done).attestations.map(brief)).toEqual(['csp untick -> open']);
});

test('a page that was loaded before our last write takes no tick back', () => {
  const old = render(view()).body;
  const base = render(view({ hsts: STATES.done })).body;
  const decision = reconcile({
    base: parse(base),
    current: parse(tick('csp')(old)),
    now: NOW,
    view: view({ hsts: STATES.done }),
  });
  expect(decision.attestations.map(brief)).toEqual(['csp tick -> done']);
  expect(decision.states.get('hsts')).toEqual(STATES.done);
  expect(decision.repairs).toEqual([{ kind: 'overwritten', itemId: 'hsts' }]);
  expect(decision.write).toBe(true);
});

test('the item of a checklist that no longer applies goes, and its notes stay', () => {
  const base = append('csp', 'keep me')(render(view()).body);
  const checklists = view().checklists.filter(({ name }) => name === 'repo');
  const decision = reconcile({ base: parse(base), current: parse(base), now: NOW, view: { ...view(), checklists } });
  expect(decision.repairs).toEqual([]);
  expect(decision.rendered.body).not.toContain('item=csp');
  expect(decision.rendered.body).toContain('keep me');
});

describe('who did it', () => {
  const base = render(view()).body;
  const one = tick('hsts')(base);
  const two = tick('csp')(one);
  const edit = (from: string, to: string, by: string, at: string): BodyEdit => ({ from, to, by, at });
  const decide = (current: string, edits: readonly BodyEdit[], states: Readonly<Record<string, ItemState>> = {}) =>
    reconcile({ base: parse(base), current: parse(current), edits, now: NOW, view: view(states) });
  const who = (attestations: readonly Attestation[]) => attestations.map(({ itemId, by, at }) => [itemId, by, at]);

  test('comes from the edit that made the change', () => {
    const decision = decide(two, [edit(one, two, 'mona', LATER), edit(base, one, 'octocat', EARLIER)]);
    expect(who(decision.attestations)).toEqual([
      ['hsts', 'octocat', EARLIER],
      ['csp', 'mona', LATER],
    ]);
    expect(decision.states.get('csp')).toEqual({ kind: 'done', by: 'mona', at: LATER });
  });

  test('is nobody when no edit explains it, until one does', () => {
    const first = decide(two, [edit(base, one, 'octocat', EARLIER)]);
    expect(who(first.attestations)).toEqual([
      ['hsts', 'octocat', EARLIER],
      ['csp', null, NOW],
    ]);
    const written = parse(first.rendered.body);
    const second = reconcile({
      base: written,
      current: written,
      edits: [edit(one, two, 'mona', LATER)],
      now: NOW,
      view: { ...view(), states: first.states },
    });
    expect(who(second.attestations)).toEqual([['csp', 'mona', LATER]]);
  });

  test('comes from the edit history when webhooks were lost', () => {
    const { attestations, states } = decide(two, []);
    const named = attribute(attestations, [
      { editor: 'mona', editedAt: LATER, body: two },
      { editor: 'octocat', editedAt: EARLIER, body: one },
      { editor: 'seaworthy[bot]', editedAt: '2026-11-01T00:00:00Z', body: base },
    ]);
    expect(who(named)).toEqual([
      ['hsts', 'octocat', EARLIER],
      ['csp', 'mona', LATER],
    ]);
    expect(withAttestations(states, named).get('hsts')).toEqual({ kind: 'done', by: 'octocat', at: EARLIER });
  });

  test('stays nobody when the history does not reach back', () => {
    const { attestations } = decide(one, []);
    expect(attribute(attestations, [{ editor: 'mona', editedAt: LATER, body: one }])).toEqual(attestations);
  });

  test('a tick that a write of ours crossed is not lost', () => {
    const decision = decide(base, [edit(base, one, 'octocat', LATER)]);
    expect(who(decision.attestations)).toEqual([['hsts', 'octocat', LATER]]);
    expect(decision.write).toBe(true);
  });

  test('the same edit delivered twice says nothing new', () => {
    const edits = [edit(base, one, 'octocat', LATER)];
    const first = decide(one, edits);
    const written = parse(first.rendered.body);
    const again = reconcile({
      base: written,
      current: written,
      edits,
      now: NOW,
      view: { ...view(), states: first.states },
    });
    expect(again).toMatchObject({ attestations: [], write: false });
  });

  test('an edit that arrives after a newer one does not undo it', () => {
    const unticked = decide(base, [edit(one, base, 'mona', LATER)]);
    expect(unticked.attestations).toEqual([]);
    const late = reconcile({
      base: parse(base),
      current: parse(base),
      edits: [edit(base, one, 'octocat', EARLIER)],
      now: NOW,
      view: { ...view(), states: unticked.states },
    });
    expect(late.attestations).toEqual([]);
  });

  test('a body of null on either side of an edit is read as empty', () => {
    expect(decide(base, [{ from: null, to: null, by: 'mona', at: LATER }]).attestations).toEqual([]);
  });
});

describe('an item that is in the last body and goes', () => {
  const [gone] = itemsOf(CHECKLISTS);
  const left = CHECKLISTS.slice(1);
  const base = render(view()).body;
  const merged = (...edits: readonly Edit[]) =>
    reconcile({
      base: parse(base),
      current: parse(edits.reduce((text, edit) => edit(text), base)),
      gone: gone === undefined ? [] : [gone],
      now: NOW,
      view: view({}, { checklists: left }),
    });

  test('what was said of it counts, and it is written no more', () => {
    const { attestations, states, rendered } = merged(tick('hsts'));
    expect(attestations.map(brief)).toEqual(['hsts tick -> done']);
    expect(states.get('hsts')).toMatchObject({ kind: 'done' });
    expect(rendered.body).not.toContain('hsts');
  });

  test.each([
    ['after it', insert(200, 'A note.')],
    ['on its line', append('hsts', 'A note.')],
    ['in its line', (body: string) => body.replace(' <!-- seaworthy:item=hsts', ' A note.$&')],
  ])('a note %s stays', (_, edit) => {
    expect(merged(edit).rendered.body).toContain('A note.');
  });

  test('untouched it leaves nothing behind', () => {
    const { attestations, notes } = merged();
    expect([attestations, notes]).toEqual([[], []]);
  });
});
