/**
 * What the OSCAL assessment results model asks of the parts that we write: names, which of them are required, types and values.
 * Written from NIST's reference of the JSON format, version 1.1.2, and closed: what is not in it is refused.
 * @see https://pages.nist.gov/OSCAL-Reference/models/v1.1.2/assessment-results/json-reference/
 */
const object = (required: Record<string, object>, optional: Record<string, object> = {}) => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
});
const list = (items: object) => ({ type: 'array', minItems: 1, items });

const string = { type: 'string', pattern: '^\\S(.*\\S)?$' };
const markup = { type: 'string', minLength: 1 };
const line = { type: 'string', pattern: '^[^\\n]+$' };
const token = { type: 'string', pattern: '^(\\p{L}|_)(\\p{L}|\\p{N}|[.\\-_])*$' };
const uuid = {
  type: 'string',
  pattern: '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$',
};
const dateTime = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$',
};
const uri = { type: 'string', pattern: '^[a-zA-Z][a-zA-Z0-9+\\-.]+:.*\\S$' };
const reference = { type: 'string', pattern: '\\S' };

const property = object({ name: token, value: string }, { ns: uri });
const props = list(property);

const component = object(
  { uuid, type: string, title: line, description: markup, status: object({ state: token }) },
  { props },
);

const observation = object(
  {
    uuid,
    description: markup,
    methods: list({ enum: ['EXAMINE', 'INTERVIEW', 'TEST', 'UNKNOWN'] }),
    collected: dateTime,
  },
  {
    title: line,
    props,
    subjects: list(object({ 'subject-uuid': uuid, type: token })),
    'relevant-evidence': list(object({ description: markup }, { href: reference })),
    expires: dateTime,
  },
);

const risk = object(
  { uuid, title: line, description: markup, statement: markup, status: token },
  { props, deadline: dateTime },
);

const finding = object(
  {
    uuid,
    title: line,
    description: markup,
    target: object({
      type: { enum: ['statement-id', 'objective-id'] },
      'target-id': token,
      status: object({ state: { enum: ['satisfied', 'not-satisfied'] } }, { reason: token, remarks: markup }),
    }),
  },
  {
    props,
    'related-observations': list(object({ 'observation-uuid': uuid })),
    'related-risks': list(object({ 'risk-uuid': uuid })),
  },
);

const result = object(
  {
    uuid,
    title: line,
    description: markup,
    start: dateTime,
    'reviewed-controls': object({
      'control-selections': list(
        object({}, { description: markup, 'include-controls': list(object({ 'control-id': token })) }),
      ),
    }),
  },
  {
    'local-definitions': object({}, { components: list(component) }),
    observations: list(observation),
    risks: list(risk),
    findings: list(finding),
  },
);

export const ASSESSMENT_RESULTS = object({
  'assessment-results': object(
    {
      uuid,
      metadata: object({ title: line, 'last-modified': dateTime, version: string, 'oscal-version': string }, { props }),
      'import-ap': object({ href: reference }, { remarks: markup }),
      results: list(result),
    },
    { 'back-matter': object({}, { resources: list(object({ uuid }, { title: line, description: markup })) }) },
  ),
});
