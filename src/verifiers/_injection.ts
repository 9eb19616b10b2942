/** Expressions that GitHub puts into a script before it runs, and how to hand the same value over safely. */
import {
  type Expression,
  expressionsIn,
  placeOf,
  type Script,
  scriptsOf,
  stepsIn,
  type Workflow,
} from './_sources/_workflow.js';
import { block } from './_words.js';

export interface Injection {
  readonly expression: Expression;
  readonly script: Script;
  /** `path:line`. */
  readonly place: string;
}

export function injectionsOf(
  workflows: readonly Workflow[],
  isBad: (expression: Expression, workflow: Workflow) => boolean,
): readonly Injection[] {
  return stepsIn(workflows).flatMap(({ workflow, step }) =>
    scriptsOf(step).flatMap((script) =>
      expressionsIn(script.text)
        .filter((expression) => isBad(expression, workflow))
        .map((expression) => ({ expression, script, place: placeOf(workflow, expression.written) })),
    ),
  );
}

export function injectionFix({ expression, script, place }: Injection): string {
  const name = variableName(expression.plain);
  return `In \`${place}\` hand the value over as a variable, and write \`${script.variable(name)}\` in the script:\n\n${block('yaml', 'env:', `  ${name}: ${expression.written}`)}\n\nThe same goes for the other places; \`uvx zizmor .github/workflows\` lists them.`;
}

/** `github.event.pull_request.title` -> `PULL_REQUEST_TITLE`. */
function variableName(plain: string): string {
  const [path = 'value'] = /[\w.*-]+(?=\W*$)/.exec(plain) ?? [];
  const name = path
    .replace(/^github\.(?:event\.)?/, '')
    .replaceAll(/\W+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .toUpperCase();
  return /^[A-Z]/.test(name) ? name : `VALUE_${name}`;
}
