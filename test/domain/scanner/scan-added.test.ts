/** Added lines scanned in the blocks they form: right lines, values across lines, and nothing joined that is apart. */
import { addedLinesOfPatch } from '../../../src/domain/scanner/diff-reader.js';
import { scanAdded } from '../../../src/domain/scanner/scan-added.js';
import { engine, KEY, pemKey, slackToken, stripeKey } from './_samples.js';

const patchOf = (text: string, start = 1): string => {
  const lines = text.split('\n').map((line) => `+${line}`);
  return [`@@ -0,0 +${start},${lines.length} @@`, ...lines].join('\n');
};
const scan = (patch: string) => scanAdded(engine, addedLinesOfPatch(patch, 'conf/app.yml').added, KEY);

test('a token is found on its line of the file', () => {
  const { findings } = scan(patchOf(`a: 1\nb: ${slackToken}`, 41));
  expect(findings).toMatchObject([
    { ruleId: 'slack-bot-token', path: 'conf/app.yml', line: 42, endLine: 42, column: 4, commit: undefined },
  ]);
});

test('a key block across added lines is one finding', () => {
  expect(scan(patchOf(`x\n${pemKey}\ny`, 10)).findings).toMatchObject([
    { ruleId: 'private-key', line: 11, endLine: 14 },
  ]);
});

test('a key that continues on a line that was not added is not joined across it', () => {
  const [first = '', ...rest] = pemKey.split('\n');
  const patch = [`@@ -1 +1,${rest.length + 2} @@`, `+${first}`, ' unchanged', ...rest.map((line) => `+${line}`)].join(
    '\n',
  );
  expect(scan(patch).findings).toEqual([]);
});

test('lines of different files and commits are not joined', () => {
  const [first = '', second = ''] = pemKey.split('\n');
  const at = { line: 1, text: first };
  const findings = (next: object) =>
    scanAdded(
      engine,
      [
        { path: 'a', ...at },
        { path: 'a', line: 2, text: second, ...next },
      ],
      KEY,
    ).findings.length;
  expect([findings({}), findings({ path: 'b' }), findings({ commit: '1' }), findings({ line: 3 })]).toEqual([
    1, 0, 0, 0,
  ]);
});

test('the commit comes along', () => {
  const commit = 'a'.repeat(40);
  const { findings } = scanAdded(engine, [{ path: 'f', line: 9, text: stripeKey, commit }], KEY);
  expect(findings).toMatchObject([{ commit, line: 9, column: 1 }]);
});

test('allowed values are told with their reason', () => {
  const { findings, allowed } = scan(patchOf(`b: ${slackToken} # seaworthy:allow revoked`, 5));
  expect(findings).toEqual([]);
  expect(allowed).toMatchObject([{ line: 5, reason: 'revoked', ruleId: 'slack-bot-token' }]);
});

test('surplus adds up over blocks', () => {
  const block = patchOf(Array.from({ length: 1001 }, () => slackToken).join('\n'));
  expect(scan(`${block}\n${block.replace('+1,', '+5000,')}`).surplus).toEqual([
    { ruleId: 'slack-bot-token', count: 2 },
  ]);
});
