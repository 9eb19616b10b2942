/** biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are expressions of GitHub Actions */
/** Verifiers of workflows, by workflows as people write them. */
import actionsPinned from '../../src/verifiers/are-actions-pinned.js';
import credentials from '../../src/verifiers/are-ci-credentials-short-lived.js';
import provenance from '../../src/verifiers/build-provenance-attested.js';
import codeAnalysed from '../../src/verifiers/code-analysed-on-change.js';
import headNeverTrusted from '../../src/verifiers/is-head-never-trusted.js';
import injectionAbsent from '../../src/verifiers/is-script-injection-absent.js';
import testsRun from '../../src/verifiers/tests-run-on-pull-requests.js';
import inputsValidated from '../../src/verifiers/workflow-inputs-validated.js';
import statePermissions from '../../src/verifiers/workflows-state-permissions.js';
import type { Verifier } from '../../src/verifiers/_verifier.js';
import { ask, type Files } from '../support/files.js';

const SHA = '08c6903cd8c0fde910a37f88322edcfb5dd907a8';
const CI = '.github/workflows/ci.yml';
const ci = (text: string): Files => ({ [CI]: text });
const on = (event: string, ...steps: readonly string[]): Files =>
  ci(
    `on: ${event}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${steps.map((step) => `      - ${step}\n`).join('')}`,
  );

const BROKEN = ci('on: [push\njobs: {}');
const NONE: Files = { 'README.md': 'hello' };

describe.each<[string, Verifier]>([
  ['are-actions-pinned', actionsPinned],
  ['workflows-state-permissions', statePermissions],
  ['is-head-never-trusted', headNeverTrusted],
  ['is-script-injection-absent', injectionAbsent],
  ['workflow-inputs-validated', inputsValidated],
  ['are-ci-credentials-short-lived', credentials],
  ['build-provenance-attested', provenance],
])('%s', (_, verifier) => {
  test('without workflows there is nothing to judge', async () => {
    await expect(ask(verifier, NONE)).resolves.toBe('not-applicable: there are no workflows');
  });
  test('a workflow that is no YAML is unknown, by its name', async () => {
    await expect(ask(verifier, BROKEN)).resolves.toMatch(
      /^unknown: `\.github\/workflows\/ci\.yml` could not be read: not valid YAML/,
    );
  });
  test('a list that GitHub cut is unknown', async () => {
    await expect(ask(verifier, NONE, { isWhole: false })).resolves.toMatch(/^unknown: GitHub shows only a part/);
  });
});

const CASES: Readonly<Record<string, readonly [Verifier, readonly (readonly [string, Files, RegExp])[]]>> = {
  'are-actions-pinned': [
    actionsPinned,
    [
      ['full hash', on('push', `uses: actions/checkout@${SHA} # v5`), /^met/],
      [
        'a local action and a local workflow',
        {
          ...on('push', 'uses: ./.github/actions/x'),
          '.github/workflows/b.yml': 'on: push\njobs: { b: { uses: ./.github/workflows/ci.yml } }',
        },
        /^met/,
      ],
      ['an image by its digest', on('push', `uses: docker://alpine@sha256:${'a'.repeat(64)}`), /^met/],
      [
        'a tag, with the command that pins it',
        on('push', 'uses: actions/checkout@v5'),
        /^unmet: not pinned: `actions\/checkout@v5 \(\.github\/workflows\/ci\.yml:6\)`\n[\s\S]*echo "uses: actions\/checkout@\$\(gh api repos\/actions\/checkout\/commits\/v5 --jq \.sha\) # v5"/,
      ],
      ['a short hash', on('push', 'uses: actions/checkout@08c6903'), /^unmet/],
      ['an image by its tag', on('push', 'uses: docker://alpine:3'), /^unmet[\s\S]*imagetools inspect alpine:3/],
      [
        'a workflow of others',
        ci('on: push\njobs: { a: { uses: acme/ci/.github/workflows/x.yml@main } }'),
        /^unmet[\s\S]*repos\/acme\/ci\/commits\/main/,
      ],
      [
        'a step of a composite action',
        { '.github/actions/x/action.yml': 'runs:\n  using: composite\n  steps: [{ uses: a/b@v1 }]' },
        /^unmet: not pinned: `a\/b@v1/,
      ],
      ['a name that no shell may see', on('push', 'uses: "a/b@$(reboot)"'), /^unmet[\s\S]*# a\/b@\$\(reboot\): name/],
    ],
  ],
  'workflows-state-permissions': [
    statePermissions,
    [
      ['at the top', ci('on: push\npermissions: { contents: read }\njobs: { a: {} }'), /^met/],
      ['none at all', ci('on: push\npermissions: {}\njobs: { a: {} }'), /^met/],
      ['in each job', ci('on: push\njobs: { a: { permissions: { contents: read } }, b: { permissions: {} } }'), /^met/],
      [
        'in one job of two',
        ci('on: push\njobs: { a: { permissions: {} }, b: {} }'),
        /^unmet: no permissions are stated in `\.github\/workflows\/ci\.yml`\n/,
      ],
      [
        'all that there are',
        ci('on: push\npermissions: write-all\njobs: { a: {} }'),
        /^unmet: `write-all` is asked for/,
      ],
      [
        'a composite action has none of its own',
        { '.github/actions/x/action.yml': 'runs: { using: composite, steps: [] }' },
        /^met/,
      ],
      [
        'one bad beside one that cannot be read is unmet',
        { ...BROKEN, '.github/workflows/b.yml': 'on: push\njobs: { a: {} }' },
        /^unmet/,
      ],
    ],
  ],
  'is-head-never-trusted': [
    headNeverTrusted,
    [
      [
        'plain pull requests',
        on('pull_request', 'uses: actions/checkout@v5'),
        /^met: no workflow runs with the secrets/,
      ],
      ['a label on pull_request_target', on('pull_request_target', 'uses: actions/labeler@v5'), /^met: none of/],
      ['the base is checked out', on('pull_request_target', 'uses: actions/checkout@v5'), /^met/],
      [
        'the head is checked out',
        on(
          'pull_request_target',
          'uses: actions/checkout@v5\n        with: { ref: "${{ github.event.pull_request.head.sha }}" }',
        ),
        /^unmet: code of a pull request is fetched in `\.github\/workflows\/ci\.yml:7`/,
      ],
      [
        'the merge is checked out',
        on(
          'pull_request_target',
          'uses: actions/checkout@v5\n        with: { ref: "refs/pull/${{ github.event.number }}/merge" }',
        ),
        /^unmet/,
      ],
      [
        'a fork is checked out after a run',
        on(
          'workflow_run',
          'uses: actions/checkout@v5\n        with: { repository: "${{ github.event.workflow_run.head_repository.full_name }}" }',
        ),
        /^unmet/,
      ],
      ['gh fetches it', on('issue_comment', 'run: gh pr checkout "$NUMBER"'), /^unmet/],
      [
        'git fetches it',
        on('pull_request_target', 'run: git fetch origin pull/$N/head && git checkout FETCH_HEAD'),
        /^unmet/,
      ],
    ],
  ],
  'is-script-injection-absent': [
    injectionAbsent,
    [
      [
        'handed over as a variable',
        on('issues', 'env: { TITLE: "${{ github.event.issue.title }}" }\n        run: echo "$TITLE"'),
        /^met/,
      ],
      ['a number', on('issues', 'run: echo ${{ github.event.issue.number }}'), /^met/],
      [
        'a title in a script',
        on('issues', 'run: echo ${{ github.event.issue.title }}'),
        /^unmet: part of a script: `\$\{\{ github\.event\.issue\.title \}\} \(\.github\/workflows\/ci\.yml:6\)`\n[\s\S]*"\$ISSUE_TITLE"[\s\S]*ISSUE_TITLE: \$\{\{ github\.event\.issue\.title \}\}/,
      ],
      ['a branch name', on('pull_request', 'run: echo ${{ github.head_ref }}'), /^unmet/],
      ['in brackets', on('issues', `run: echo \${{ github.event['issue']['body'] }}`), /^unmet/],
      ['the message of a commit', on('push', 'run: echo ${{ github.event.commits[0].message }}'), /^unmet/],
      ['the whole event', on('issues', 'run: echo ${{ toJSON(github.event) }}'), /^unmet/],
      [
        'in the script of github-script',
        on(
          'issues',
          'uses: actions/github-script@v8\n        with: { script: "console.log(`${{ github.event.comment.body }}`)" }',
        ),
        /^unmet[\s\S]*process\.env\.COMMENT_BODY/,
      ],
      [
        'in a composite action',
        { 'action.yml': 'runs: { using: composite, steps: [{ shell: bash, run: "echo ${{ github.head_ref }}" }] }' },
        /^unmet/,
      ],
    ],
  ],
  'workflow-inputs-validated': [
    inputsValidated,
    [
      ['no inputs', on('push', 'run: make'), /^not-applicable: no workflow takes inputs/],
      [
        'a list of choices in a script',
        ci(
          'on: { workflow_dispatch: { inputs: { level: { type: choice, options: [a, b] } } } }\njobs: { a: { steps: [{ run: "x ${{ inputs.level }}" }] } }',
        ),
        /^met/,
      ],
      [
        'free text, checked',
        ci(
          'on: { workflow_dispatch: { inputs: { v: { type: string } } } }\njobs: { a: { steps: [{ env: { V: "${{ inputs.v }}" }, run: "[[ \\"$V\\" =~ ^[0-9.]+$ ]]" }] } }',
        ),
        /^met/,
      ],
      [
        'free text, perhaps not checked',
        ci(
          'on: { workflow_dispatch: { inputs: { v: {} } } }\njobs: { a: { steps: [{ env: { V: "${{ inputs.v }}" }, run: "x \\"$V\\"" }] } }',
        ),
        /^unknown: whether free text is checked/,
      ],
      [
        'free text in a script',
        ci('on: { workflow_dispatch: { inputs: { v: {} } } }\njobs: { a: { steps: [{ run: "x ${{ inputs.v }}" }] } }'),
        /^unmet: put into a script as it is[\s\S]*INPUTS_V: \$\{\{ inputs\.v \}\}/,
      ],
      [
        'the old way to write it, of a called workflow',
        ci(
          'on: { workflow_call: { inputs: { v: { type: string } } } }\njobs: { a: { steps: [{ run: "x ${{ github.event.inputs.v }}" }] } }',
        ),
        /^unmet/,
      ],
    ],
  ],
  'tests-run-on-pull-requests': [
    testsRun,
    [
      ['npm', on('[push, pull_request]', 'run: npm ci && npm test'), /^met: `\.github\/workflows\/ci\.yml` runs tests/],
      ['cargo in a merge group', on('merge_group', 'run: cargo test --all'), /^met/],
      ['gradle', on('pull_request', 'run: ./gradlew build'), /^met/],
      ['make', on('pull_request', 'run: make -j2 check'), /^met/],
      [
        'in a workflow that it calls',
        {
          ...ci('on: pull_request\njobs: { t: { uses: ./.github/workflows/t.yml } }'),
          '.github/workflows/t.yml': 'on: workflow_call\njobs: { a: { steps: [{ run: pytest -q }] } }',
        },
        /^met: `\.github\/workflows\/t\.yml`/,
      ],
      [
        'on pushes only',
        on('push', 'run: npm test'),
        /^unmet: no workflow runs tests on pull requests\n[\s\S]*on: \[pull_request, merge_group\]/,
      ],
      ['of the base only', on('pull_request_target', 'run: npm test'), /^unmet/],
      ['it lints only', on('pull_request', 'run: npm run lint'), /^unmet/],
      ['nothing at all', NONE, /^unmet/],
      [
        'in a workflow of others',
        ci('on: pull_request\njobs: { t: { uses: acme/ci/.github/workflows/t.yml@main } }'),
        /^unknown: `acme\/ci/,
      ],
      ['elsewhere', { '.gitlab-ci.yml': 'test: {}' }, /^unknown: `\.gitlab-ci\.yml` may run tests/],
      ['broken', BROKEN, /^unknown/],
    ],
  ],
  'code-analysed-on-change': [
    codeAnalysed,
    [
      ['CodeQL', on('pull_request', 'uses: github/codeql-action/analyze@v4'), /^met/],
      ['semgrep', on('pull_request', 'run: semgrep scan --error'), /^met/],
      ['on a schedule only', on('schedule', 'uses: github/codeql-action/analyze@v4'), /^unknown/],
      ['the default setup leaves no file', NONE, /^unknown/],
    ],
  ],
  'are-ci-credentials-short-lived': [
    credentials,
    [
      [
        'a role',
        on(
          'push',
          'uses: aws-actions/configure-aws-credentials@v5\n        with: { role-to-assume: "arn:aws:iam::1:role/x" }',
        ),
        /^met/,
      ],
      ['trusted publishing', on('push', 'uses: pypa/gh-action-pypi-publish@v1'), /^met/],
      [
        'a stored key',
        on(
          'push',
          'uses: aws-actions/configure-aws-credentials@v5\n        with:\n          aws-access-key-id: ${{ secrets.KEY }}',
        ),
        /^unmet: a stored key is used in `\.github\/workflows\/ci\.yml:8`/,
      ],
      [
        'a stored account',
        on('push', 'uses: google-github-actions/auth@v3\n        with:\n          credentials_json: ${{ secrets.SA }}'),
        /^unmet/,
      ],
      ['no login', on('push', 'run: make'), /^not-applicable/],
    ],
  ],
  'build-provenance-attested': [
    provenance,
    [
      ['attested', on('push', 'uses: actions/attest-build-provenance@v3', 'run: gh release create v1'), /^met/],
      ['npm attests itself', on('push', 'run: npm publish --provenance'), /^met/],
      ['published without', on('push', 'run: npm publish'), /^unmet: `\.github\/workflows\/ci\.yml` publishes without/],
      ['nothing is published', on('push', 'run: make'), /^unknown/],
    ],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, [verifier, cases]) => {
  test.each(cases)('%s', async (__, files, expected) => {
    await expect(ask(verifier, files)).resolves.toMatch(expected);
  });
});
