/** The policy's public face: what flows, handlers and the command line use of it. */
export { compare, type Difference, valuesOf } from './compare.js';
export {
  DEFAULTS,
  type Dismissal,
  type EffectivePolicy,
  type Exposure,
  type GatePolicy,
  type GatesPolicy,
  type ScanPolicy,
} from './effective.js';
export { explainPolicy, problemLine } from './explain.js';
export { globMatches, matches, type RepositoryFacts } from './facts.js';
export { DEFAULT_SELECTION, type LeftOut, type Selection, selectionOf, whyLeftOut } from './onboarding.js';
export { type KnownChecklists, readPolicy, type Scope } from './read.js';
export { DEFAULT_REPORTS, type ReportsPolicy, reportsOf } from './reports.js';
export { type Loosening, type Origin, type PolicyInput, type ResolvedPolicy, resolvePolicy } from './resolve.js';
export {
  type GateMode,
  isOrganisations,
  LOOSENABLE,
  ORGANISATION_ONLY,
  ORGANISATION_REPOSITORY,
  type ParsedPolicy,
  POLICY_FILE,
  policySchema,
  REPOSITORY_ONLY,
  SURENESS,
} from './schema.js';
export { tailor, type Tailored, type TailorInput } from './tailor.js';
