/** Answers against an OpenAPI 3.1 description, whose schemas are JSON Schema 2020-12. */
import { Ajv2020 } from 'ajv/dist/2020.js';

const FORMATS = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  uri: (text: string) => URL.canParse(text),
};

/** What is wrong with `answer` as the schema of that name has it; null when nothing is. @throws Error when the description is broken. */
export function problemsWith(description: object, name: string, answer: unknown): string | null {
  const ajv = new Ajv2020({ strict: false, formats: FORMATS });
  ajv.addSchema(description, 'api');
  const validate = ajv.getSchema(`api#/components/schemas/${name}`);
  if (validate === undefined) throw new Error(`There is no schema ${name}`);
  return validate(answer) ? null : ajv.errorsText(validate.errors);
}
