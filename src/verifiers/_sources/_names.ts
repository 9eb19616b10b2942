/** Which files are what, by their paths. */

/** Folders whose files are not what a project ships: examples, test data, copies of other projects. */
const ASIDE =
  /(?:^|\/)(?:examples?|samples?|tests?|__tests__|testdata|test-data|fixtures?|__fixtures__|spec|templates?|vendor|third[_-]party|node_modules|generated|\.devcontainer)\//i;

export const isAside = (path: string): boolean => ASIDE.test(path);

const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const ACTION = /^(?:action\.ya?ml|\.github\/actions\/(?:[^/]+\/)*action\.ya?ml)$/;

/** Workflows, and the composite actions that they run from this repository. */
export const isWorkflow = (path: string): boolean => WORKFLOW.test(path) || ACTION.test(path);

const DOCKERFILE =
  /(?:^|\/)(?:(?:Dockerfile|Containerfile)(?:\.[\w-]+)?|[^/]+\.(?:Dockerfile|dockerfile|containerfile))$/;
const NO_DOCKERFILE = /\.(?:dockerignore|md|tmpl|template|tpl|j2|jinja2?|erb|hbs|mustache|in)$/i;

export const isDockerfile = (path: string): boolean =>
  DOCKERFILE.test(path) && !NO_DOCKERFILE.test(path) && !isAside(path);

const COMPOSE = /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/;

export const isCompose = (path: string): boolean => COMPOSE.test(path) && !isAside(path);

export const isBuildFile = (path: string): boolean => isDockerfile(path) || isCompose(path);
