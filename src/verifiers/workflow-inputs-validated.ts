/** Are the inputs that people give a workflow checked before a script uses them? */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { injectionFix, injectionsOf } from './_injection.js';
import { judgeWorkflows } from './_judge-workflows.js';
import { fieldsOf, stepsIn, type Workflow } from './_sources/_workflow.js';
import { workflows } from './_sources/workflows.js';
import { defineVerifier } from './_verifier.js';
import { listed } from './_words.js';

const TAKING_INPUTS = ['workflow_dispatch', 'workflow_call'];
/** GitHub itself refuses every value that is none of these. */
const LIMITED = ['choice', 'boolean', 'number', 'environment'];
const CHECK = /=~|\bgrep\s+-\w*[qE]|\bcase\s+"?\$|\.(?:test|match)\(|\bexpr\b|\b(?:npx|uvx)?\s*semver\b/;

export default defineVerifier({
  question: 'Are inputs of workflows checked before use?',
  reads: { workflows },
  on: ['push'],
  judge: ({ workflows }) =>
    judgeWorkflows(workflows, (all) => {
      const taking = all.filter((workflow) => inputsOf(workflow).size > 0);
      const [first, ...more] = injectionsOf(taking, ({ plain }, workflow) => isFreeInput(plain, workflow));
      const open = taking.filter((workflow) => freeInputs(workflow).length > 0 && !isChecked(workflow));
      const places = [first, ...more].flatMap((each) => (each ? [`${each.expression.written} (${each.place})`] : []));
      return {
        fault: first === undefined ? null : unmet(`put into a script as it is: ${listed(places)}`, injectionFix(first)),
        otherwise:
          taking.length === 0
            ? notApplicable('no workflow takes inputs')
            : open.length === 0
              ? met('inputs have a type or a list of choices, or are checked by a script')
              : unknown(
                  `whether free text is checked before its use in ${listed(open.map(({ path }) => path))} takes a person to see`,
                ),
      };
    }),
});

/** Name -> type; GitHub's default is free text. */
function inputsOf({ on }: Workflow): ReadonlyMap<string, string> {
  const inputs = TAKING_INPUTS.flatMap((event) => Object.entries(fieldsOf(on.get(event)?.inputs)));
  return new Map(inputs.map(([name, settings]) => [name, String(fieldsOf(settings).type ?? 'string')]));
}

const freeInputs = (workflow: Workflow): readonly string[] =>
  [...inputsOf(workflow)].filter(([, type]) => !LIMITED.includes(type)).map(([name]) => name);

function isFreeInput(plain: string, workflow: Workflow): boolean {
  const free = freeInputs(workflow);
  return [...plain.matchAll(/(?<![\w.-])(?:github\.event\.)?inputs\.(?<name>[\w-]+)/g)].some(({ groups }) =>
    free.includes(groups?.name ?? ''),
  );
}

const isChecked = (workflow: Workflow): boolean =>
  stepsIn([workflow]).some(({ step }) => step.run !== null && CHECK.test(step.run));
