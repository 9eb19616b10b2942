/** ZAP's JSON report, of the baseline, full or API scan. @see https://www.zaproxy.org/docs/desktop/addons/report-generation/report-traditional-json/ */
import { z } from 'zod';
import { dateOf, lenient, listed } from './_shape.js';
import type { Report } from './report.js';

/** 0 informational, 1 low, 2 medium, 3 high. */
const MEDIUM = 2;

const alert = z.object({ alert: z.string().optional(), name: z.string().optional(), riskcode: z.coerce.number() });
const site = z.object({ '@name': z.string().default(''), alerts: z.array(z.unknown()) });

const shape = z.object({
  '@generated': z.string().optional(),
  created: z.string().optional(),
  site: z.union([z.array(site), site.transform((one) => [one])]),
});

export function readZap(json: unknown): Report | null {
  const read = shape.safeParse(json);
  if (!read.success) return null;
  const { site: sites, created } = read.data;
  const alerts = sites.flatMap((one) => lenient(alert).parse(one.alerts));
  const unread = sites.reduce((sum, one) => sum + one.alerts.length, 0) - alerts.length;
  const serious = alerts
    .filter(({ riskcode }) => riskcode >= MEDIUM)
    .map(({ alert: title, name }) => title ?? name ?? 'an alert');
  const at = dateOf(created ?? read.data['@generated']);
  const common = {
    kind: 'ZAP',
    about: listed(sites.map((one) => one['@name']).filter((name) => name !== '')) || null,
    at,
  } as const;
  if (sites.length === 0) return { ...common, isGood: false, because: 'ZAP looked at no site' };
  if (unread > 0) return { ...common, isGood: false, because: `${unread} of its alerts cannot be read` };
  if (serious.length > 0) return { ...common, isGood: false, because: `ZAP raises ${listed(serious)}` };
  return { ...common, isGood: true, because: 'ZAP raises nothing of medium or high risk' };
}
