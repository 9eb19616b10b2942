/** The checklist's public face: what handlers, commands and the command line use of it. */
export type { Checklist, Item, Level, Section, Tier } from './item.js';
export { itemsOf, LEVELS, TIERS } from './item.js';
export type { Box, ItemState, ItemStates, StateKind } from './state.js';
export { boxOf, isSettled, OPEN, stateOf } from './state.js';
export type { Anchor, Note } from './notes.js';
export {
  type Aside,
  type Asides,
  type Blocker,
  GUIDE_URL,
  type HeaderFacts,
  type Rendered,
  type Sight,
  type View,
} from './view.js';
export type { Attestation, BodyEdit, BodyVersion, Decision, Repair } from './decision.js';
export { attribute, withAttestations } from './attribute.js';
export { code, escapeInline, escapeText, link, mention, webAddress } from './escape.js';
export { createReader, type FoundItem, type ParsedBody, parse } from './parse.js';
export { type ReconcileInput, reconcile } from './reconcile.js';
export { BODY_LIMIT, render } from './render.js';
export { COUNTED_OVERDUE, renderHeader } from './header.js';
export { renderStatus } from './status.js';
export {
  blockingItems,
  type Counts,
  countStates,
  gradeIfAny,
  nextSteps,
  requiredItems,
  type Summary,
  summarise,
} from './summary.js';
export { type Catalogue, type ChecklistFile, type FileProblem, problemText, readCatalogue } from './read.js';
export { type CatalogueChange, catalogueChange, type DatedChange, itemsGone } from './catalogue-change.js';
export { checklistSchema } from './schema.js';
export { type SharedState, shared } from './share.js';
export {
  atTier,
  type ChecklistName,
  checklistNameText,
  chooseChecklist,
  DEFAULT_TIER,
  hasTiers,
  type NameProblem,
  parseChecklistName,
} from './tiers.js';
export { type Applicability, applies, type Visibility } from './visibility.js';
export {
  BONUS_FROM,
  betterThan,
  CHART,
  type Grade,
  type GradeLine,
  gradeOf,
  type Letter,
  letterOf,
  scoreOf,
  WEIGHT,
} from './grade.js';
export { shortestTo } from './shortest.js';
export { explainGrade, explainItem, explainNext, firstStep } from './explain.js';
export { dateOf, daysBetween, minutes, plural } from './words.js';
