/** Steps that publish what people download. */
import type { PlacedStep } from './_sources/_workflow.js';

const ACTION =
  /^(?:softprops\/action-gh-release|ncipollo\/release-action|actions\/upload-release-asset|goreleaser\/goreleaser-action|pypa\/gh-action-pypi-publish|docker\/build-push-action|changesets\/action|googleapis\/release-please-action|cycjimmy\/semantic-release-action|JS-DevTools\/npm-publish)@/i;
const COMMAND =
  /\b(?:npm|pnpm|yarn|bun|cargo|uv|poetry|flit|hatch|dart|flutter)\s+(?:pub\s+|npm\s+)?publish\b|\btwine\s+upload\b|\bgh\s+release\s+(?:create|upload)\b|\bdocker\s+(?:image\s+)?push\b|\bbuildx\s+build\b[^\n]*--push\b|\bgem\s+push\b|\bdotnet\s+nuget\s+push\b|\bmvn\b[^\n]*\bdeploy\b|\bsemantic-release\b|\bgoreleaser\s+release\b|\bvsce\s+publish\b/;

export function isPublishing({ step }: PlacedStep): boolean {
  if (step.uses?.startsWith('docker/build-push-action@') === true)
    return step.with.push !== undefined && step.with.push !== false;
  return (step.uses !== null && ACTION.test(step.uses)) || (step.run !== null && COMMAND.test(step.run));
}
