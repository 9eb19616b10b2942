/** Limits that GitHub enforces and its OpenAPI description does not say; each would otherwise surface only in production. */
import type { OperationId } from './permissions.js';
import type { FieldError } from './types.js';

type Body = Readonly<Record<string, unknown>>;
type Limit = (body: Body) => readonly Problem[];
type Problem = readonly [field: string, code: FieldError['code'], message: string];

/** Issue and comment bodies, in characters; counted as UTF-16 units, the strictest reading. */
export const BODY_CHARACTERS = 65_536;
/** Check-run summary and text: documented as characters, counted by the server as bytes (github/docs#35252). */
export const CHECK_OUTPUT_BYTES = 65_535;
/** Annotation message and raw_details: 64 KB, as the description's text has it. */
const ANNOTATION_BYTES = 64 * 1024;

function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function maxChars(body: Body, field: string, limit: number, at = field): Problem[] {
  const value = body[field];
  if (typeof value !== 'string' || value.length <= limit) return [];
  return [[at, 'custom', `${at} is too long (maximum is ${limit} characters)`]];
}

function maxBytes(body: Body, field: string, limit: number, at: string): Problem[] {
  const value = body[field];
  if (typeof value !== 'string' || Buffer.byteLength(value) <= limit) return [];
  return [[at, 'custom', `${at} exceeds a maximum bytesize of ${limit}`]];
}

function notBlank(body: Body, field: string): Problem[] {
  const value = body[field];
  return typeof value === 'string' && value.trim() === '' ? [[field, 'missing_field', `${field} can't be blank`]] : [];
}

function labelNames(body: Body): Problem[] {
  const labels = Array.isArray(body.labels) ? body.labels : [];
  return labels.flatMap((label) => {
    const name = isBody(label) ? label.name : label;
    return typeof name === 'string' && name.length > 50
      ? [['labels', 'custom', 'name is too long (maximum is 50 characters)'] as const]
      : [];
  });
}

function annotation(entry: Body): Problem[] {
  const { start_line: start, end_line: end } = entry;
  const backwards = typeof start === 'number' && typeof end === 'number' && (start < 1 || end < start);
  const columns = entry.start_column !== undefined || entry.end_column !== undefined;
  return [
    ...maxChars(entry, 'title', 255, 'annotations.title'),
    ...maxBytes(entry, 'message', ANNOTATION_BYTES, 'annotations.message'),
    ...maxBytes(entry, 'raw_details', ANNOTATION_BYTES, 'annotations.raw_details'),
    ...(backwards
      ? [['annotations.end_line', 'invalid', 'lines count from 1 and end_line is not before start_line'] as const]
      : []),
    ...(columns && start !== end
      ? [['annotations.start_column', 'invalid', 'columns need start_line and end_line to be the same'] as const]
      : []),
  ];
}

const checkRun: Limit = (body) => {
  const output = isBody(body.output) ? body.output : {};
  const annotations = Array.isArray(output.annotations) ? output.annotations.filter(isBody) : [];
  const problems: Problem[] = [
    ...maxChars(output, 'title', 255, 'output.title'),
    ...maxBytes(output, 'summary', CHECK_OUTPUT_BYTES, 'output.summary'),
    ...maxBytes(output, 'text', CHECK_OUTPUT_BYTES, 'output.text'),
    ...annotations.flatMap(annotation),
    ...notBlank(body, 'name'),
  ];
  if (body.status === 'completed' && body.conclusion === undefined)
    problems.push(['conclusion', 'missing_field', '"conclusion" wasn\'t supplied, and status is completed.']);
  if (body.conclusion === 'stale') problems.push(['conclusion', 'invalid', 'only GitHub concludes with stale']);
  if (typeof body.status === 'string' && ['waiting', 'requested', 'pending'].includes(body.status))
    problems.push(['status', 'invalid', `only GitHub Actions may set the status ${body.status}`]);
  if (typeof body.head_sha === 'string' && !/^[0-9a-f]{40}$/.test(body.head_sha))
    problems.push(['head_sha', 'invalid', 'head_sha is not a full commit id']);
  return problems;
};

/** 256 characters: GitHub's limit for titles of issues. */
const issue: Limit = (body) => [
  ...notBlank(body, 'title'),
  ...maxChars(body, 'title', 256),
  ...maxChars(body, 'body', BODY_CHARACTERS),
  ...labelNames(body),
];

const comment: Limit = (body) => [...notBlank(body, 'body'), ...maxChars(body, 'body', BODY_CHARACTERS)];

const label: Limit = (body) => [
  ...notBlank(body, 'name'),
  ...maxChars(body, 'name', 50),
  ...maxChars(body, 'new_name', 50),
  ...maxChars(body, 'description', 100),
  ...(typeof body.color === 'string' && !/^[0-9a-f]{6}$/i.test(body.color)
    ? [['color', 'invalid', 'color is six hex digits without #'] as const]
    : []),
];

const LIMITS: { readonly [id in OperationId]?: Limit } = {
  'checks/create': checkRun,
  'checks/update': checkRun,
  'repos/create-commit-status': (body) => maxChars(body, 'description', 140),
  'issues/create': issue,
  'issues/update': issue,
  'issues/create-comment': comment,
  'issues/update-comment': comment,
  'issues/create-label': label,
  'issues/update-label': label,
  'issues/add-labels': labelNames,
  'issues/set-labels': labelNames,
  'actions/review-custom-gates-for-run': (body) => maxChars(body, 'comment', 1024),
};

export function limitErrors(operation: OperationId, body: unknown, resource: string): FieldError[] {
  const problems = isBody(body) ? (LIMITS[operation]?.(body) ?? []) : [];
  return problems.map(([field, code, message]) => ({ resource, field, code, message }));
}
