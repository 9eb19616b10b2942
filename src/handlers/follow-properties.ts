/** A custom property of a repository has another value: profiles of the policy may ask for it, so its checklists may be others now. */
import { z } from 'zod';
import { isOwnProperty } from '../domain/reports/properties.js';
import { rememberRepository } from '../flows/remember-repository.js';
import { defineHandler } from './_handler.js';
import { repository } from './_payload.js';

const payload = z.object({
  repository,
  new_property_values: z.array(z.object({ property_name: z.string() })),
});

export default defineHandler({
  on: ['custom_property_values.updated'],
  needs: { organization_custom_properties: 'read' },
  parse: (raw) => {
    const { repository: changed, new_property_values: values } = payload.parse(raw);
    // Those that we keep ourselves follow from the checklists, not the other way round.
    return values.length > 0 && values.every(({ property_name: name }) => isOwnProperty(name)) ? null : changed.ref;
  },
  subject: ({ id }) => `baseline:${id}`,
  // Read afresh: the payload has the values of then, and somebody may have changed them back.
  run: async (ref, context) => void (await rememberRepository(ref, context)),
});
