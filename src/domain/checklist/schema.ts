/** What a checklist file may hold. Unknown keys are errors, and so is Markdown that would be taken for ours in the issue. */
import { z } from 'zod';
import { RISK_LEVELS } from '../../core/risk.js';
import { DETAILS_END, DETAILS_START } from './item-line.js';
import { type Checklist, LEVELS, TIERS } from './item.js';
import { parseMarkdown, unwrap, walk } from './markdown.js';
import { sealNote } from './seal.js';

const PLAIN =
  'No checkboxes, raw HTML, headings, unclosed code blocks or @names outside code: they would act in the issue that this is shown in';

const slug = z
  .string()
  .max(40, 'At most 40 characters')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Expected a short slug in kebab case, such as "deps-auto"');

const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'Expected some text')
    .max(longest, `At most ${longest} characters`)
    .regex(/^[^\n\r]*$/, 'Expected a single line');

const markdown = (longest: number) =>
  z
    .string()
    .trim()
    .min(1, 'Expected some text')
    .max(longest, `At most ${longest} characters`)
    .refine(isPlainMarkdown, PLAIN)
    .transform(unwrap);

const httpsLink = z
  .url({ protocol: /^https$/, error: 'Expected a link that starts with https://' })
  .max(300, 'At most 300 characters');

/** Another baseline's control, such as `OSPS-AC-03.01`, `MVSP-2.2`, `WEBSEC-INF-3`. */
const control = z
  .string()
  .max(30, 'At most 30 characters')
  .regex(/^[A-Z][A-Z0-9]*-[A-Z0-9]+(?:[-.][A-Z0-9]+)*$/, 'Expected the id of a control, such as "MVSP-2.2"');

const item = z.strictObject({
  id: slug,
  title: line(120),
  why: markdown(600),
  how: markdown(4000),
  level: z.enum(LEVELS, { error: `Expected one of ${LEVELS.join(', ')}` }),
  risk: z.enum(RISK_LEVELS, { error: `Expected one of ${RISK_LEVELS.join(', ')}` }),
  effort: z.int('Expected whole minutes').min(1, 'Expected at least one minute').max(4800, 'At most 4800 minutes'),
  evidence: line(300).refine(isPlainMarkdown, PLAIN),
  references: z.array(httpsLink).min(1, 'Expected at least one link').max(5, 'At most five links'),
  satisfies: z.array(control).max(20, 'At most 20 controls'),
  verify: slug.exactOptional(),
  approve: z.literal('security').exactOptional(),
  tier: z.literal(TIERS, { error: 'Expected 1, 2 or 3' }).exactOptional(),
  only: z.enum(['public', 'private']).exactOptional(),
  maxAge: z
    .int('Expected whole days')
    .min(1, 'Expected at least one day')
    .max(1100, 'At most three years')
    .exactOptional(),
  retired: z.literal(true).exactOptional(),
});

const section = z.strictObject({
  id: slug,
  title: line(80),
  items: z.array(item).min(1, 'Expected at least one item'),
});

export const checklistSchema: z.ZodType<Checklist> = z.strictObject({
  name: slug,
  title: line(80),
  summary: line(300),
  sections: z.array(section).min(1, 'Expected at least one section'),
});

/**
 * HTML, a mention (`&#64;` is an at sign too), a heading of either kind, a checkbox: without one of these characters a text can
 * hold none of them. Most texts have none, and reading Markdown is two thirds of the time that a catalogue takes.
 */
const MAY_ACT = /[<@&#]|\[[\sx]\]|[=-]\s*$/im;

/** True for Markdown that stands under an item without being read as an item, an end of ours, or the rest of the issue. */
function isPlainMarkdown(text: string): boolean {
  if (text.includes(DETAILS_START) || text.includes(DETAILS_END) || sealNote(text) !== text) return false;
  if (!MAY_ACT.test(text)) return true;
  return [...walk(parseMarkdown(text))].every((node) => {
    if (node.type === 'text') return !/@[a-z0-9]/i.test(node.value);
    if (node.type === 'listItem') return typeof node.checked !== 'boolean';
    return node.type !== 'html' && node.type !== 'heading';
  });
}
