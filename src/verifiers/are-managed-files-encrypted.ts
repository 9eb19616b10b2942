/** Is everything encrypted that sops or git-crypt should encrypt? */
import { met, notApplicable, unknown, unmet } from '../domain/verification/verdict.js';
import { managedFiles, type Plain } from './_sources/managed-files.js';
import { defineVerifier } from './_verifier.js';
import { block, CUT, listed, shellWord } from './_words.js';

export default defineVerifier({
  question: 'Are all files encrypted that sops or git-crypt should encrypt?',
  reads: { managedFiles },
  on: ['push'],
  judge({ managedFiles }) {
    if (managedFiles === null) return notApplicable('neither sops nor git-crypt is set up here');
    const { by, keyless, plain, encrypted, unread, isWhole } = managedFiles;
    if (plain.length > 0) return unmet(`in clear: ${listed(plain.map(({ path }) => path))}`, fixOf(plain));
    if (keyless.length > 0) {
      return unmet(
        `rules of \`.sops.yaml\` without a key, so that nothing is encrypted by them: ${listed(keyless)}`,
        `Name a key in each rule:\n\n${block('yaml', '    age: age1PUBLIC_KEY_OF_THE_TEAM')}`,
      );
    }
    if (!isWhole) return unknown(CUT);
    if (unread.length > 0)
      return unknown(`${listed(unread)} was not looked at; \`seaworthy check\` in a working copy looks at all`);
    return encrypted.length === 0
      ? notApplicable(`no file falls under the rules of ${listed(by)}`)
      : met(`all ${encrypted.length} files under the rules of ${listed(by)} are encrypted`);
  },
});

function fixOf(plain: readonly Plain[]): string {
  const sops = plain.filter(({ tool }) => tool === 'sops').slice(0, 5);
  const isGitCrypt = plain.some(({ tool }) => tool === 'git-crypt');
  const commands = [
    ...sops.map(({ path }) => `sops encrypt --in-place ${shellWord(path)}`),
    ...(isGitCrypt ? ['git-crypt status -f && git commit -m "Encrypt what was in clear"'] : []),
  ];
  return `What they hold counts as leaked: replace the values first. Then:\n\n${block('sh', ...commands)}`;
}
