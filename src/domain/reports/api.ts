/** `/api/v1/readiness`: its answer and its questions, each as one schema that types, checks and documents it. */
import { z } from 'zod';
import { RISK_LEVELS } from '../../core/risk.js';
import { CHART } from '../checklist/index.js';
import { issueUrl, type ReportedOrganisation, type ReportedService } from './service.js';

const GRADES = CHART.map(([letter]) => letter);

const count = () => z.int().min(0);
const day = () => z.iso.date();

export const serviceSchema = z.strictObject({
  id: z.int().describe("GitHub's number of the repository; it stays when the repository is renamed."),
  repository: z.string().describe('Owner and name, `harbour/quay`.'),
  private: z.boolean(),
  url: z.url().describe('The baseline issue, or the repository where there is none.'),
  ready: z.boolean().describe('Nothing that is required stands in the way of a launch.'),
  at_risk: z.boolean().describe('The launch is near or forecast to be missed, and the service is not ready.'),
  grade: z.enum(GRADES).nullable().describe('Null when nothing applies that could be graded.'),
  score: z.int().min(0).max(100).nullable(),
  risk: z.enum(RISK_LEVELS).nullable().describe('Null: nobody has said it.'),
  champion: z.string().nullable().describe('Login of who looks after the baseline.'),
  launch: z.strictObject({
    planned: day().nullable(),
    launched: day().nullable(),
    forecast: z
      .strictObject({ from: day(), to: day() })
      .nullable()
      .describe('When nothing required will be open, at the fastest and the slowest pace of the last weeks.'),
    unclear_because: z.string().nullable().describe('Why there is no forecast though something is in the way.'),
  }),
  items: z.strictObject({
    done: count(),
    verified: count(),
    waived: count(),
    stale: count(),
    open: count(),
    unknown: count(),
    not_applicable: count(),
  }),
  blockers: z.strictObject({
    count: count(),
    first: z
      .array(z.strictObject({ item: z.string().nullable(), text: z.string() }))
      .describe('The first few; `item` is null for what is no item, such as committed secrets.'),
  }),
  open_secrets: count(),
  as_of: z.iso.datetime().describe('How old these figures are.'),
});

export type ApiService = z.infer<typeof serviceSchema>;

export const answerSchema = z.strictObject({
  version: z.literal(1),
  organisation: z.string(),
  services: z.array(serviceSchema).describe('By id.'),
  next_cursor: z.string().nullable().describe('For the next page, as `cursor`; null at the end.'),
});

export type ApiAnswer = z.infer<typeof answerSchema>;

export const problemSchema = z.strictObject({ error: z.string().describe('One sentence for a person.') });

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const MOST = 100;
const PAGE = 50;

/** A place in the list that nobody needs to understand: the id of the last service before it. */
const cursor = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,30}$/)
  .transform((text, context) => {
    const id = Number(Buffer.from(text, 'base64url').toString('latin1'));
    if (Number.isSafeInteger(id) && id >= 0) return id;
    context.addIssue({ code: 'custom', message: 'Expected the `next_cursor` of an answer' });
    return z.NEVER;
  });

export const questionSchema = z.strictObject({
  ready: flag.optional().describe('Only services that are ready, or only those that are not.'),
  at_risk: flag.optional().describe('Only services whose launch is at risk, or only the others.'),
  grade: z.enum(GRADES).optional().describe('Only services with this grade; write the `+` of an A+ as `%2B`.'),
  risk: z
    .enum([...RISK_LEVELS, 'UNKNOWN'])
    .optional()
    .describe('Only services of this risk level.'),
  champion: z.string().max(100).optional().describe('Only services that this login looks after, in any case.'),
  launch_from: day().optional().describe('Only services whose launch is planned for this day or later.'),
  launch_to: day().optional().describe('Only services whose launch is planned for this day or earlier.'),
  search: z.string().max(100).optional().describe('Part of the name of the repository, in any case.'),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, `Expected 1 to ${MOST}`)
    .transform(Number)
    .refine((number) => number >= 1 && number <= MOST, `Expected 1 to ${MOST}`)
    .default(PAGE)
    .meta({ type: 'integer', minimum: 1, maximum: MOST, default: PAGE })
    .describe(`Services on a page, 1 to ${MOST}.`),
  cursor: cursor.default(0).describe('The `next_cursor` of the page before.'),
});

export type ApiQuestion = z.output<typeof questionSchema>;

export function cursorOf(id: number): string {
  return Buffer.from(String(id), 'latin1').toString('base64url');
}

/** The parameters of an address; the problem is one sentence for whoever wrote the program. */
export function readQuestion(
  parameters: URLSearchParams,
): { readonly question: ApiQuestion } | { readonly problem: string } {
  const names = [...parameters.keys()];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return { problem: `The parameter "${twice.slice(0, 50)}" is there more than once.` };
  const read = questionSchema.safeParse(Object.fromEntries(parameters));
  if (read.success) return { question: read.data };
  const [issue] = read.error.issues;
  if (issue?.code === 'unrecognized_keys')
    return { problem: `There is no parameter "${issue.keys[0]?.slice(0, 50)}". Known: ${PARAMETERS.join(', ')}.` };
  return { problem: `The parameter "${issue?.path.join('.')}" cannot be used: ${issue?.message}.` };
}

export const PARAMETERS = Object.keys(questionSchema.shape);

export function apiService(service: ReportedService, organisation: ReportedOrganisation): ApiService {
  const { readiness, forecast } = service;
  return {
    id: service.id,
    repository: `${service.owner}/${service.name}`,
    private: service.isPrivate,
    url: issueUrl(organisation, service),
    ready: readiness.isReady,
    at_risk: service.isAtRisk,
    grade: readiness.grade,
    score: readiness.score,
    risk: readiness.risk,
    champion: readiness.champion,
    launch: {
      planned: readiness.launchOn,
      launched: readiness.launchedOn,
      forecast: forecast?.kind === 'range' ? { from: forecast.from, to: forecast.to } : null,
      unclear_because: forecast?.kind === 'unclear' ? forecast.because : null,
    },
    items: {
      done: readiness.done,
      verified: readiness.verified,
      waived: readiness.waived,
      stale: readiness.stale,
      open: readiness.open,
      unknown: readiness.unknown,
      not_applicable: readiness.notApplicable,
    },
    blockers: {
      count: readiness.blockerCount,
      first: readiness.blockers.map(({ itemId, text }) => ({ item: itemId ?? null, text })),
    },
    open_secrets: readiness.openSecrets,
    as_of: readiness.computedAt.toISOString(),
  };
}
