/** A custom property of a repository has another value: profiles of the policy may ask for it, so its checklists may be others now. */
import { z } from 'zod';
import { rememberRepository } from '../flows/remember-repository.js';
import { defineHandler } from './_handler.js';
import { repository } from './_payload.js';

const payload = z.object({ repository });

export default defineHandler({
  on: ['custom_property_values.updated'],
  needs: { organization_custom_properties: 'read' },
  parse: (raw) => payload.parse(raw).repository.ref,
  subject: ({ id }) => `baseline:${id}`,
  // Read afresh: the payload has the values of then, and somebody may have changed them back.
  run: async (ref, context) => void (await rememberRepository(ref, context)),
});
