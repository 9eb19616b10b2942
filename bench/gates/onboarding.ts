/**
 * The onboarding of an organisation of 10,000 repositories, end to end in virtual time: people at work, mishaps and a restart
 * included. `ONBOARDING_REPOSITORIES` makes it smaller.
 *
 * `-of-N-repositories`: virtual hours until the last issue is there. `-opened`, `-skipped-…`: what became of the repositories;
 * `-duplicates`, `-missing`, `-limit-violations`, `-requests-unknown` have to be 0. `-requests…`: by kind and route, the repeated ones
 * included; `-most …`: the most there ever was in one window of a limit of GitHub's. `-longest-wait-of-a-command`: of somebody who
 * asks for the status meanwhile, every five minutes.
 */
import { onboardOrganisation } from '../onboarding/onboard-organisation.js';
import { type Report, sizeOf } from '../group.js';
import { withPostgres } from './_postgres.js';

export default async function onboarding(report: Report): Promise<void> {
  const count = sizeOf('ONBOARDING_REPOSITORIES', 10_000);
  const done = await withPostgres((db) => onboardOrganisation(db, count));
  const { hours, progress, duplicates, missing, watched, unknown, waits } = done;
  report(`onboarding-of-${count}-repositories`, hours, 'hours');
  report('onboarding-opened', progress?.opened ?? 0, 'issues');
  for (const [because, count] of Object.entries(progress?.skipped ?? {}))
    report(`onboarding-skipped-${because}`, count, 'repositories');
  report('onboarding-duplicates', duplicates, 'issues');
  report('onboarding-missing', missing, 'issues');
  report('onboarding-limit-violations', watched.violations.length, 'times');
  for (const [kind, count] of Object.entries(watched.requests))
    report(`onboarding-requests-${kind}`, count, 'requests');
  for (const [route, count] of watched.byRoute) report(`onboarding-requests ${route}`, count, 'requests');
  for (const [limit, most] of Object.entries(watched.most)) report(`onboarding-most ${limit}`, most, '');
  report('onboarding-requests-unknown', unknown, 'requests');
  report('onboarding-longest-wait-of-a-command', Math.max(...waits) / 1000, 's');
}
