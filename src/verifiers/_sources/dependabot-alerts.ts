/** Dependabot's alerts that are open or were dismissed by somebody, the oldest first. */
import { z } from 'zod';
import { defineSource } from '../_source.js';
import type { RiskLevel } from '../../core/risk.js';
import { askForPage, isNotOffered, type Page } from './_github.js';
import { ensureTelling, repositoryOf } from './repository.js';

export interface DependencyAlert {
  readonly number: number;
  readonly isOpen: boolean;
  readonly severity: 'low' | 'medium' | 'high' | 'critical';
  /** Days that the policy gives for it. */
  readonly term: number;
  readonly package: string;
  /** ISO 8601 instant at which GitHub opened it. */
  readonly since: string;
  /** What was written when it was dismissed. */
  readonly comment: string | null;
}

const schema = z
  .object({
    number: z.number(),
    state: z.string(),
    created_at: z.string(),
    dependency: z.object({ package: z.object({ name: z.string() }) }),
    security_advisory: z.object({ severity: z.enum(['low', 'medium', 'high', 'critical']) }),
    dismissed_comment: z.string().nullish(),
  })
  .transform(
    (raw): Omit<DependencyAlert, 'term'> => ({
      number: raw.number,
      isOpen: raw.state === 'open',
      severity: raw.security_advisory.severity,
      package: raw.dependency.package.name,
      since: raw.created_at,
      comment: raw.dismissed_comment?.trim() || null,
    }),
  );

const RISK_OF: Readonly<Record<DependencyAlert['severity'], RiskLevel>> = {
  critical: 'MAXIMUM',
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW',
};

/** Null where the alerts are switched off: GitHub refuses the list then, whatever the permissions. */
export const dependabotAlerts = defineSource<Page<DependencyAlert>>({
  name: 'Dependabot alerts',
  needs: { vulnerability_alerts: 'read' },
  async read(origin, get) {
    const repository = await repositoryOf(get);
    ensureTelling(origin, repository);
    const where = `${repository.url}/security/dependabot`;
    const parameters = { state: 'open,dismissed', sort: 'created', direction: 'asc' };
    try {
      const page = await askForPage(origin, '/repos/{owner}/{repo}/dependabot/alerts', schema, parameters);
      if (page === null) return { value: null, where };
      const entries = page.entries.map((alert) => ({ ...alert, term: origin.terms[RISK_OF[alert.severity]].days }));
      return { value: { ...page, entries }, where };
    } catch (error) {
      if (isNotOffered(error, origin)) return { value: null, where };
      throw error;
    }
  },
});
