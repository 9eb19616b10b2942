/** Keeps the organisation's custom properties. Asked for by the chore `refresh-reports`, and page by page by itself. */
import { type PropertiesPage, syncProperties } from '../flows/reports/properties.js';
import { defineHandler } from './_handler.js';

export default defineHandler<PropertiesPage>({
  on: [],
  needs: { organization_custom_properties: 'write' },
  tiers: ['inventory'],
  parse: () => null,
  subject: () => 'sync-properties',
  run: syncProperties,
});
