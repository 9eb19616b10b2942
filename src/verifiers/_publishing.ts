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

const DEPLOY_ACTION =
  /^(?:aws-actions\/(?:amazon-ecs-deploy-task-definition|aws-lambda-deploy)|google-github-actions\/deploy-[\w-]+|azure\/(?:webapps-deploy|functions-action|k8s-deploy|container-apps-deploy-action|static-web-apps-deploy)|actions\/deploy-pages|cloudflare\/(?:wrangler-action|pages-action)|superfly\/flyctl-actions|akhileshns\/heroku-deploy|digitalocean\/app_action)(?:\/[\w-]+)?@/i;
const DEPLOY_COMMAND =
  /\b(?:kubectl\s+(?:apply|set\s+image|rollout)|helm\s+(?:upgrade|install)|fly(?:ctl)?\s+deploy|vercel\s+(?:deploy|--prod)|netlify\s+deploy|wrangler\s+(?:pages\s+)?deploy|gcloud\s+(?:run|app|functions)\s+deploy|aws\s+(?:ecs\s+update-service|lambda\s+update-function-code|s3\s+sync)|cdk\s+deploy|sam\s+deploy|(?:serverless|sls)\s+deploy|terraform\s+apply|tofu\s+apply|pulumi\s+up|cf\s+push|eb\s+deploy|kamal\s+deploy|cap\s+\w+\s+deploy|ansible-playbook)\b/;

/** What it builds goes to where people use it, a registry of images included. */
export function isDeploying(placed: PlacedStep): boolean {
  const { uses, run } = placed.step;
  return (
    (uses !== null &&
      (DEPLOY_ACTION.test(uses) || (uses.startsWith('docker/build-push-action@') && isPublishing(placed)))) ||
    (run !== null &&
      (DEPLOY_COMMAND.test(run) || /\bdocker\s+(?:image\s+)?push\b|\bbuildx\s+build\b[^\n]*--push\b/.test(run)))
  );
}
