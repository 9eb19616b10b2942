/** Verifiers of what lies in the tree: lock files, manifests, updates, binaries, encrypted files, CODEOWNERS. */
import managed from '../../src/verifiers/are-managed-files-encrypted.js';
import ignored from '../../src/verifiers/are-secret-files-ignored.js';
import updates from '../../src/verifiers/are-updates-configured.js';
import manifest from '../../src/verifiers/dependency-manifest-present.js';
import codeowners from '../../src/verifiers/has-codeowners.js';
import locks from '../../src/verifiers/has-lock-files.js';
import binaries from '../../src/verifiers/is-tree-free-of-binaries.js';
import vex from '../../src/verifiers/vex-document-present.js';
import type { Verifier } from '../../src/verifiers/_verifier.js';
import { ask, type Asked, type Files } from '../support/files.js';

const NPM = '{ "dependencies": { "left-pad": "^1.0.0" } }';
const DEPENDABOT = '.github/dependabot.yml';
const dependabot = (...names: readonly string[]): string =>
  `version: 2\nupdates:\n${names.map((name) => `  - package-ecosystem: ${name}\n    directory: /\n`).join('')}`;

const AGE = 'age: age1xyz';
const rules = (...lines: readonly string[]): string =>
  `creation_rules:\n${lines.map((line) => `  - ${line}\n`).join('')}`;
const SECRETS = rules(`{ path_regex: '^secrets/.*\\.yaml$', ${AGE} }`);
const ENCRYPTED =
  'key: ENC[AES256_GCM,data:abc,iv:x,tag:y,type:str]\nsops:\n    mac: ENC[AES256_GCM,data:def,iv:x]\n    version: 3.9.0\n';
const CRYPT = 'secrets/** filter=git-crypt diff=git-crypt\nsecrets/.gitattributes !filter !diff\n';
const LOCKED = '\0GITCRYPT\0aaaaaaaaaa';

type Case = readonly [what: string, files: Files, expected: RegExp, asked?: Asked];

const CASES: Readonly<Record<string, readonly [Verifier, readonly Case[]]>> = {
  'has-lock-files': [
    locks,
    [
      ['npm', { 'package.json': NPM, 'package-lock.json': '{}' }, /^met: a lock file belongs to `package\.json`/],
      [
        'a workspace has one for all',
        { 'package.json': NPM, 'pnpm-lock.yaml': '', 'packages/a/package.json': NPM },
        /^met/,
      ],
      [
        'npm without',
        { 'package.json': NPM },
        /^unmet: no lock file belongs to `package\.json`\n[\s\S]*npm install --package-lock-only && git add package-lock\.json/,
      ],
      [
        'a member below another folder',
        { 'package-lock.json': '{}', 'package.json': NPM, 'tools/Cargo.toml': '[dependencies]\nserde = "1"\n' },
        /^unmet: no lock file belongs to `tools\/Cargo\.toml`\n[\s\S]*\(cd tools && cargo generate-lockfile && git add Cargo\.lock\)/,
      ],
      ['python', { 'pyproject.toml': '[project]\ndependencies = [\n  "httpx",\n]\n', 'uv.lock': '' }, /^met/],
      [
        'python without',
        { 'pyproject.toml': '[project]\ndependencies = ["httpx"]\n' },
        /^unmet[\s\S]*uv lock && git add uv\.lock/,
      ],
      [
        'settings of a formatter list nothing',
        { 'pyproject.toml': '[tool.ruff]\nline-length = 120\n' },
        /^not-applicable/,
      ],
      ['go without requirements', { 'go.mod': 'module example.com/x\n\ngo 1.25\n' }, /^not-applicable/],
      [
        'go with requirements',
        { 'go.mod': 'module example.com/x\n\nrequire (\n  a/b v1\n)\n' },
        /^unmet[\s\S]*go mod tidy/,
      ],
      ['an example is not shipped', { 'examples/a/package.json': NPM }, /^not-applicable/],
      ['no dependencies at all', { 'README.md': 'x' }, /^not-applicable/],
      [
        'a manifest that was too large',
        { 'package.json': { size: 3_000_000 } },
        /^unknown: `package\.json` was not read/,
      ],
      ['a list that GitHub cut', { 'package.json': NPM }, /^unknown: GitHub shows only a part/, { isWhole: false }],
    ],
  ],
  'dependency-manifest-present': [
    manifest,
    [
      [
        'npm and cargo',
        { 'package.json': NPM, 'x/Cargo.toml': '' },
        /^met: dependencies are listed in `package\.json` and `x\/Cargo\.toml`/,
      ],
      [
        'code without',
        { 'src/a.py': 'x' },
        /^unmet: there is code such as `src\/a\.py`, and no manifest\n.*uv init --bare/,
      ],
      ['documents only', { 'README.md': 'x' }, /^not-applicable/],
      ['a list that GitHub cut', { 'src/a.py': 'x' }, /^unknown/, { isWhole: false }],
    ],
  ],
  'are-updates-configured': [
    updates,
    [
      [
        'an entry for each',
        {
          'package.json': NPM,
          '.github/workflows/a.yml': 'on: push',
          [DEPENDABOT]: dependabot('npm', 'github-actions'),
        },
        /^met: `\.github\/dependabot\.yml` has an entry for `npm` and `github-actions`/,
      ],
      ['uv in place of pip', { 'pyproject.toml': '[project]', [DEPENDABOT]: dependabot('uv') }, /^met/],
      [
        'Renovate',
        { 'package.json': NPM, '.github/renovate.json5': '{}' },
        /^met: `\.github\/renovate\.json5` sets up Renovate/,
      ],
      ['Renovate in package.json', { 'package.json': '{ "renovate": { "extends": [] } }' }, /^met/],
      [
        'neither',
        { 'package.json': NPM, 'api/Dockerfile': 'FROM a' },
        /^unmet: neither Dependabot nor Renovate is set up\n[\s\S]*version: 2\nupdates:\n {2}- package-ecosystem: npm\n {4}directory: \/\n[\s\S]*package-ecosystem: docker\n {4}directory: \/api\n/,
      ],
      [
        'one is missing',
        { 'package.json': NPM, '.github/workflows/a.yml': 'on: push', [DEPENDABOT]: dependabot('npm') },
        /^unmet: .* has no entry for `github-actions`\nAdd below `updates:`/,
      ],
      [
        'version 1',
        { 'package.json': NPM, [DEPENDABOT]: 'version: 1\nupdates: []' },
        /^unknown: .*its version is not 2/,
      ],
      [
        'no YAML',
        { 'package.json': NPM, [DEPENDABOT]: 'version: [2' },
        /^unknown: `\.github\/dependabot\.yml` could not be read: not valid YAML/,
      ],
      ['nothing to update', { 'README.md': 'x' }, /^not-applicable/],
    ],
  ],
  'is-tree-free-of-binaries': [
    binaries,
    [
      [
        'texts, pictures and fonts',
        { 'a.ts': 'x', 'logo.png': {}, 'f.woff2': {}, 'run.sh': { kind: 'executable', size: 300 } },
        /^met: .*what is inside was not looked at/,
      ],
      [
        'a library',
        { 'lib/x.so.1': {}, 'a.jar': {} },
        /^unmet: programs or archives: `lib\/x\.so\.1` and `a\.jar`\n[\s\S]*git rm --cached lib\/x\.so\.1 && echo \/lib\/x\.so\.1 >> \.gitignore/,
      ],
      ['a name that a shell would run', { '$(reboot).exe': {} }, /git rm --cached '\$\(reboot\)\.exe'/],
      ['small test data', { 'test/fixtures/a.zip': { size: 2000 } }, /^met/],
      ['a large archive for tests', { 'test/fixtures/a.zip': { size: 5_000_000 } }, /^unmet/],
      ['the wrapper of Gradle', { 'gradle/wrapper/gradle-wrapper.jar': {} }, /^unmet/],
      [
        'the wrapper of Gradle, checked',
        {
          'gradle/wrapper/gradle-wrapper.jar': {},
          '.github/workflows/a.yml': 'on: push\njobs: { a: { steps: [{ uses: gradle/actions/setup-gradle@v5 }] } }',
        },
        /^met/,
      ],
      [
        'too large for a script',
        { 'bin/tool': { kind: 'executable', size: 4_000_000 } },
        /^unknown: `bin\/tool` may be run/,
      ],
      ['nothing', {}, /^not-applicable/],
      ['a list that GitHub cut', { 'a.ts': 'x' }, /^unknown/, { isWhole: false }],
    ],
  ],
  'are-managed-files-encrypted': [
    managed,
    [
      ['neither is set up', { 'secrets/a.yaml': 'key: 1' }, /^not-applicable: neither sops nor git-crypt/],
      [
        'no file under the rules',
        { '.sops.yaml': SECRETS, 'a.yaml': 'x: 1' },
        /^not-applicable: no file falls under the rules of `\.sops\.yaml`/,
      ],
      [
        'sops, encrypted',
        { '.sops.yaml': SECRETS, 'secrets/a.yaml': ENCRYPTED },
        /^met: all 1 files under the rules of `\.sops\.yaml`/,
      ],
      [
        'sops as JSON and dotenv',
        {
          '.sops.yaml': rules(`{ path_regex: '^s/', ${AGE} }`),
          's/a.json': '{"k": "ENC[AES256_GCM,data:x]", "sops": {"mac": "ENC[AES256_GCM,data:y]"}}',
          's/.env': 'K=ENC[AES256_GCM,data:x]\nsops_mac=ENC[AES256_GCM,data:y]\n',
        },
        /^met: all 2/,
      ],
      [
        'sops, in clear',
        { '.sops.yaml': SECRETS, 'secrets/a.yaml': 'key: plain' },
        /^unmet: in clear: `secrets\/a\.yaml`\n[\s\S]*sops encrypt --in-place secrets\/a\.yaml/,
      ],
      [
        'metadata without one encrypted value',
        { '.sops.yaml': SECRETS, 'secrets/a.yaml': 'key: plain\nsops:\n    mac: ENC[AES256_GCM,data:def]\n' },
        /^unmet/,
      ],
      [
        'a rule without a key',
        { '.sops.yaml': rules("{ path_regex: '^secrets/' }"), 'secrets/a.yaml': ENCRYPTED },
        /^unmet: rules of `\.sops\.yaml` without a key, so that nothing is encrypted by them: `\^secrets\/`/,
      ],
      [
        'git-crypt, encrypted',
        { '.gitattributes': CRYPT, 'secrets/.gitattributes': 'x', 'secrets/key': { start: LOCKED } },
        /^met: all 1 files under the rules of `\.gitattributes`/,
      ],
      [
        'git-crypt, in clear',
        { '.gitattributes': '*.key filter=git-crypt diff=git-crypt', 'a/b.key': 'plain' },
        /^unmet: in clear: `a\/b\.key`\n[\s\S]*git-crypt status -f/,
      ],
      [
        'git-crypt, not looked at',
        { '.gitattributes': CRYPT, 'secrets/key': { size: 50 } },
        /^unknown: `secrets\/key` was not looked at/,
      ],
      [
        'a pattern that never ends',
        { '.sops.yaml': rules(`{ path_regex: '^(a+)+$', ${AGE} }`), [`${'a'.repeat(60)}!`]: 'x' },
        /^unknown: a pattern in it cannot be evaluated/,
      ],
      ['a pattern that is none', { '.sops.yaml': rules(`{ path_regex: '(', ${AGE} }`), a: 'x' }, /^unknown/],
      ['no YAML', { '.sops.yaml': 'creation_rules: [' }, /^unknown: `\.sops\.yaml` could not be read/],
    ],
  ],
  'are-secret-files-ignored': [
    ignored,
    [
      ['named', { '.gitignore': 'node_modules/\n.env\n.env.*\n!.env.example\n', '.env.example': 'A=' }, /^met/],
      [
        'not named',
        { '.gitignore': 'node_modules/\n' },
        /^unmet: `\.gitignore` does not name `\.env`\n[\s\S]*printf '%s\\n' '\.env'/,
      ],
      [
        'committed all the same',
        { '.gitignore': '.env\n', 'api/.env.production': 'A=1' },
        /^unmet: committed all the same: `api\/\.env\.production`[\s\S]*git rm --cached api\/\.env\.production/,
      ],
      ['a list that GitHub cut', {}, /^unknown/, { isWhole: false }],
    ],
  ],
  'has-codeowners': [
    codeowners,
    [
      [
        'without errors',
        { '.github/CODEOWNERS': '* @a/b' },
        /^met: `\.github\/CODEOWNERS` says who reviews what, and has no errors/,
        { api: { '/repos/acme/shop/codeowners/errors': { errors: [] } } },
      ],
      [
        'with errors',
        { CODEOWNERS: '* @gone' },
        /^unmet: `CODEOWNERS` has errors: `line 3: Unknown owner`/,
        {
          api: {
            '/repos/acme/shop/codeowners/errors': {
              errors: [
                {
                  line: 3,
                  column: 1,
                  kind: 'Unknown owner',
                  source: '* @gone',
                  suggestion: null,
                  message: 'm',
                  path: 'CODEOWNERS',
                },
              ],
            },
          },
        },
      ],
      ['in a working copy', { CODEOWNERS: '* @a/b' }, /^unknown: `CODEOWNERS` is there/],
      ['empty', { CODEOWNERS: '' }, /^unmet: there is no CODEOWNERS file/],
      ['none', {}, /^unmet/],
      ['a list that GitHub cut', {}, /^unknown/, { isWhole: false }],
    ],
  ],
  'vex-document-present': [
    vex,
    [
      ['OpenVEX', { 'app.openvex.json': '{}' }, /^met/],
      ['in a folder', { '.vex/cve.json': '{}' }, /^met/],
      ['none', {}, /^unknown/],
    ],
  ],
};

describe.each(Object.entries(CASES))('%s', (_, [verifier, cases]) => {
  // As objects: Jest hands `done` to a row that is shorter than the parameters.
  const rows = cases.map(([what, files, expected, asked = {}]) => ({ what, files, expected, asked }));
  test.each(rows)('$what', async ({ files, expected, asked }) => {
    await expect(ask(verifier, files, asked)).resolves.toMatch(expected);
  });
});
