/** Verifiers of what is written for people: policies, guides, licences and links. */
import { readFileSync } from 'node:fs';
import build from '../../src/verifiers/build-instructions-present.js';
import contributing from '../../src/verifiers/contributing-guide-present.js';
import response from '../../src/verifiers/disclosure-policy-has-response-time.js';
import channels from '../../src/verifiers/distribution-channels-encrypted.js';
import hasLicence from '../../src/verifiers/has-licence.js';
import policy from '../../src/verifiers/has-security-policy.js';
import issueTemplate from '../../src/verifiers/issue-template-present.js';
import inRelease from '../../src/verifiers/licence-in-release.js';
import openSource from '../../src/verifiers/licence-open-source.js';
import maintainers from '../../src/verifiers/maintainers-listed.js';
import links from '../../src/verifiers/project-links-encrypted.js';
import readme from '../../src/verifiers/readme-present.js';
import released from '../../src/verifiers/release-licence-open-source.js';
import signOff from '../../src/verifiers/sign-off-required.js';
import support from '../../src/verifiers/support-dates-stated.js';
import threats from '../../src/verifiers/threat-model-present.js';
import type { Verifier } from '../../src/verifiers/_verifier.js';
import { ask, type Asked, type Files } from '../support/files.js';

const POLICY = '# Reporting\nUse "Report a vulnerability" on the Security tab.\nWe confirm within 3 working days.\n';
const MIT =
  'MIT License\n\nCopyright (c) 2026 A\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software [...] subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in all\ncopies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND\n';
const BUSL = 'License text copyright (c) 2020 MariaDB\n\nBusiness Source License 1.1\n\nTerms\n';
const OWN = 'You may look at this and nothing else.';
const PAD = 'A few words that make this more than a heading with nothing below it.\n';
const ORGANISATION = '/repos/acme/.github/git/trees/HEAD';
const shared = (...paths: readonly string[]): Asked => ({
  api: {
    [ORGANISATION]: { tree: paths.map((path) => ({ path, type: 'blob' })), truncated: false },
    '/repos/acme/.github/contents/SECURITY.md': { content: Buffer.from(POLICY).toString('base64'), encoding: 'base64' },
  },
});
const ALONE: Asked = { api: {} };

type Case = readonly [what: string, files: Files, expected: RegExp, asked?: Asked];

const CASES: Readonly<Record<string, readonly [Verifier, readonly Case[]]>> = {
  'has-security-policy': [
    policy,
    [
      ['its own', { 'SECURITY.md': POLICY }, /^met: `SECURITY\.md` names a way/],
      ['an address', { '.github/SECURITY.md': 'Write to security@acme.example please.' }, /^met/],
      ['the organisation’s', {}, /^met: `acme\/\.github: SECURITY\.md` names a way/, shared('SECURITY.md')],
      [
        'no way to report',
        { 'SECURITY.md': '# Security\nWe care.' },
        /^unmet: `SECURITY\.md` names no address[\s\S]*security@example\.com/,
      ],
      [
        'GitHub’s template',
        { 'SECURITY.md': 'Use this section to tell people how to report a vulnerability.' },
        /^unmet: `SECURITY\.md` is GitHub's template/,
      ],
      ['an address in a comment', { 'SECURITY.md': '# S\n<!-- security@acme.example -->' }, /^unmet/],
      ['none anywhere', {}, /^unmet: there is no SECURITY\.md, here or/, ALONE],
      ['none in a working copy', {}, /^unknown: there is no SECURITY\.md here; whether the organisation/],
      ['a list that GitHub cut', {}, /^unknown/, { isWhole: false }],
    ],
  ],
  'disclosure-policy-has-response-time': [
    response,
    [
      ['days', { 'SECURITY.md': POLICY }, /^met: `SECURITY\.md` names times: "3 working days"/],
      ['words', { 'SECURITY.md': 'We answer in one week.' }, /^met/],
      ['the organisation’s', {}, /^met/, shared('SECURITY.md')],
      ['none', { 'SECURITY.md': 'Write to security@acme.example.' }, /^unmet: `SECURITY\.md` names no time\nAdd to it/],
      ['no policy', {}, /^unmet/, ALONE],
      ['no policy in a working copy', {}, /^unknown/],
    ],
  ],
  'has-licence': [
    hasLicence,
    [
      ['MIT', { LICENSE: MIT }, /^met: `LICENSE` is MIT$/],
      ['REUSE', { 'LICENSES/Apache-2.0.txt': 'x' }, /^met: `LICENSES\/Apache-2\.0\.txt` is Apache-2\.0/],
      ['the licence of this repository', { LICENSE: readFileSync('LICENSE', 'utf8') }, /^met/],
      [
        'what GitHub recognises',
        { 'COPYING.md': OWN },
        /^met: `COPYING\.md` is EUPL-1\.1/,
        { api: { '/repos/acme/shop': { license: { spdx_id: 'EUPL-1.1' } } } },
      ],
      [
        'nobody recognises it',
        { LICENSE: OWN },
        /^unknown/,
        { api: { '/repos/acme/shop': { license: { spdx_id: 'NOASSERTION' } } } },
      ],
      ['none', {}, /^unmet: there is no LICENSE file\n.*gh api licenses\/apache-2\.0/],
      ['a list that GitHub cut', {}, /^unknown/, { isWhole: false }],
    ],
  ],
  'licence-open-source': [
    openSource,
    [
      ['MIT', { LICENSE: MIT }, /^met: MIT is on the list/],
      ['Business Source', { LICENSE: BUSL }, /^unmet: BUSL-1\.1 is not on the lists/],
      ['none', {}, /^unmet/],
      ['of its own', { LICENSE: OWN }, /^unknown/],
    ],
  ],
  'release-licence-open-source': [
    released,
    [
      [
        'npm',
        { 'package.json': '{ "license": "(MIT OR Apache-2.0)" }', LICENSE: OWN },
        /^met: stated in `package\.json: \(MIT OR Apache-2\.0\)`/,
      ],
      ['cargo', { 'Cargo.toml': '[package]\nlicense = "GPL-3.0-or-later"\n' }, /^met/],
      [
        'closed',
        { 'package.json': '{ "license": "UNLICENSED" }', LICENSE: MIT },
        /^unmet: not open source: `package\.json: UNLICENSED`/,
      ],
      [
        'never published',
        { 'package.json': '{ "private": true, "license": "UNLICENSED" }', LICENSE: MIT },
        /^met: no package says otherwise/,
      ],
      ['no package, a closed licence', { LICENSE: BUSL }, /^unmet/],
      ['nobody recognises it', { LICENSE: OWN }, /^unknown/],
    ],
  ],
  'licence-in-release': [
    inRelease,
    [
      ['taken along', { LICENSE: MIT, 'package.json': '{}' }, /^met/],
      ['copied into the image', { LICENSE: MIT, Dockerfile: 'FROM scratch\nCOPY LICENSE /licenses/\n' }, /^met/],
      ['all is copied', { LICENSE: MIT, Dockerfile: 'FROM scratch\nCOPY --chown=1 . /app\n' }, /^met/],
      [
        'an image without',
        { LICENSE: MIT, Dockerfile: 'FROM scratch\nCOPY dist /app\n' },
        /^unknown: `Dockerfile` copies no licence/,
      ],
      ['none', {}, /^unmet/],
    ],
  ],
  'readme-present': [
    readme,
    [
      ['with commands', { 'README.md': `# X\n${PAD}\n\`\`\`sh\nnpm i x\n\`\`\`\n` }, /^met/],
      ['with a chapter', { 'README.rst': `X\n=\n\n== Installation ==\n${PAD}` }, /^met/],
      ['a title only', { 'README.md': '# X\n' }, /^unmet: there is no README that shows how/],
      ['none', {}, /^unmet/],
      ['too large to be read', { 'README.md': { size: 1_000_000 } }, /^unknown: `README\.md` was not read/],
      ['a list that GitHub cut', {}, /^unknown/, { isWhole: false }],
    ],
  ],
  'contributing-guide-present': [
    contributing,
    [
      ['its own', { 'CONTRIBUTING.md': PAD }, /^met/],
      [
        'a chapter of the README',
        { 'README.md': `# X\n## Contributing\n${PAD}` },
        /^met: `README\.md` has it under "Contributing"/,
      ],
      ['a heading in code is none', { 'README.md': `# X\n\`\`\`md\n## Contributing\n${PAD}\`\`\`\n` }, /^unmet/, ALONE],
      ['the organisation’s', {}, /^met: the owner's repository/, shared('.github/CONTRIBUTING.md')],
      ['none', {}, /^unmet[\s\S]*# Contributing/, ALONE],
      ['none in a working copy', {}, /^unknown/],
    ],
  ],
  'issue-template-present': [
    issueTemplate,
    [
      ['a form', { '.github/ISSUE_TEMPLATE/bug.yml': 'name: Bug' }, /^met: `\.github\/ISSUE_TEMPLATE\/bug\.yml`/],
      ['a chapter', { 'CONTRIBUTING.md': `# How to report a bug\n${PAD}` }, /^met/],
      ['the organisation’s', {}, /^met/, shared('.github/ISSUE_TEMPLATE/bug.md')],
      [
        'the chooser’s settings only',
        { '.github/ISSUE_TEMPLATE/config.yml': 'x' },
        /^unmet: there is no template for bug reports/,
        ALONE,
      ],
      ['none in a working copy', {}, /^unknown/],
    ],
  ],
  'maintainers-listed': [
    maintainers,
    [
      ['a file', { 'MAINTAINERS.md': '| Who | Reaches |\n|--|--|\n| @octocat | repository admin, domain |\n' }, /^met/],
      ['a chapter', { 'README.md': '# X\n## Maintainers\n- Ada, who has the domain and the releases\n' }, /^met/],
      ['nobody in it', { 'MAINTAINERS.md': '' }, /^unmet/],
      ['none', {}, /^unmet[\s\S]*@octocat/],
    ],
  ],
  'build-instructions-present': [
    build,
    [
      [
        'a chapter',
        { 'CONTRIBUTING.md': '## Building from source\nYou need Node 22 and make. Then run `npm run build`.\n' },
        /^met/,
      ],
      [
        'a chapter without a command',
        { 'README.md': '## Build\nThe build is not hard, as you will see soon enough.\n' },
        /^unmet/,
      ],
      ['none', { 'README.md': '# X' }, /^unmet[\s\S]*## Build/],
    ],
  ],
  'support-dates-stated': [
    support,
    [
      [
        'a table',
        { 'SECURITY.md': '## Supported versions\n| 2.x | yes | until 2027-01-31 |\n| 1.x | no | ended |\n' },
        /^met/,
      ],
      [
        'the latest only',
        { 'README.md': '# X\n## Support\nSecurity fixes go into the latest release only, as we are few.\n' },
        /^met/,
      ],
      [
        'without any date',
        { 'README.md': '# X\n## Support\nAsk us on the forum, where people are friendly to newcomers.\n' },
        /^unmet/,
      ],
      ['none', {}, /^unmet[\s\S]*## Supported versions/],
    ],
  ],
  'threat-model-present': [
    threats,
    [
      ['a file', { 'docs/threat-model.md': PAD }, /^met: `docs\/threat-model\.md` is the threat model/],
      ['a chapter', { 'docs/security.md': `Threat model\n============\n${PAD}` }, /^met/],
      ['it may lie elsewhere', {}, /^unknown: no file here is a threat model, and no section; it may lie elsewhere/],
      ['a list that GitHub cut', {}, /^unknown: GitHub/, { isWhole: false }],
    ],
  ],
  'sign-off-required': [
    signOff,
    [
      ['the DCO App', { '.github/dco.yml': 'require:\n  members: false\n' }, /^met/],
      [
        'an action',
        {
          '.github/workflows/a.yml':
            'on: pull_request\njobs: { a: { steps: [{ uses: contributor-assistant/github-action@v2 }] } }',
        },
        /^met/,
      ],
      [
        'asked for, and perhaps checked',
        { 'CONTRIBUTING.md': 'Use `git commit -s`.' },
        /^unknown: `CONTRIBUTING\.md` asks for it/,
      ],
      ['nowhere', { 'CONTRIBUTING.md': 'Open a pull request.' }, /^unmet[\s\S]*\.github\/dco\.yml/],
    ],
  ],
  'project-links-encrypted': [
    links,
    [
      [
        'https, and one’s own machine',
        {
          'README.md':
            'https://acme.dev http://localhost:3000 http://127.0.0.1 http://example.com/x http://www.w3.org/2000/svg',
        },
        /^met: no document of the 1/,
      ],
      [
        'plain',
        { 'README.md': '# X\nSee [us](http://acme.dev/docs).' },
        /^unmet: not encrypted: `http:\/\/acme\.dev\/docs \(README\.md:2\)`\n[\s\S]*sed -i -E 's#http:\/\/\(acme\\\.dev\)#https:\/\/\\1#g' README\.md/,
      ],
      ['git and ftp', { 'docs/a.md': 'git://acme.dev/x.git' }, /^unmet/],
      ['no documents', { 'a.ts': 'http://acme.dev' }, /^not-applicable/],
      ['a list that GitHub cut', { 'README.md': 'x' }, /^unknown/, { isWhole: false }],
    ],
  ],
  'distribution-channels-encrypted': [
    channels,
    [
      [
        'published from CI',
        { '.github/workflows/r.yml': 'on: push\njobs: { a: { steps: [{ run: npm publish }] } }' },
        /^met/,
      ],
      [
        'fetched in clear',
        { 'README.md': 'curl -O http://acme.dev/x.tgz' },
        /^unmet: install instructions leave the download unprotected: `README\.md:1`/,
      ],
      [
        'without looking at certificates',
        { 'README.md': 'x\nwget --no-check-certificate https://acme.dev' },
        /^unmet: .*`README\.md:2`/,
      ],
      ['nothing is published', { 'README.md': 'x' }, /^unknown/],
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
