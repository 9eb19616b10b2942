/** `docs/generated/policy.schema.json`: the policy's format for editors. */
import { z } from 'zod';
import { POLICY_FILE, policySchema } from '../../domain/policy/index.js';
import type { GeneratedPage } from './_page.js';

export default {
  file: 'docs/generated/policy.schema.json',
  render() {
    const { $schema, ...schema } = z.toJSONSchema(policySchema, { io: 'input' });
    const head = { $schema, title: `Seaworthy policy, ${POLICY_FILE}` };
    return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
  },
} satisfies GeneratedPage;
