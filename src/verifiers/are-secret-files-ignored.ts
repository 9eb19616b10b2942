/** Does git pass by the files in which people keep secrets? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { isAside } from './_sources/_names.js';
import { texts } from './_sources/texts.js';
import { defineVerifier } from './_verifier.js';
import { block, CUT, listed, shellWord } from './_words.js';

const SECRET_FILE =
  /(?:^|\/)(?:\.env(?:\.(?!example|sample|template|dist|defaults?|test|schema|vault)[\w-]+)?|id_(?:rsa|dsa|ecdsa|ed25519)|[^/]+\.(?:p12|pfx|jks|keystore)|\.npmrc\.local|credentials\.json)$/i;
const IGNORES_ENV = /^\/?(?:\*\*\/)?(?:\.env(?:\.?\*|\.local)?|\*\.env\*?)\/?\s*$/m;

export default defineVerifier({
  question: 'Does .gitignore keep files with secrets out of commits?',
  reads: { texts },
  on: ['push'],
  judge({ texts: files }) {
    const committed = (files?.entries ?? [])
      .map(({ path }) => path)
      .filter((path) => SECRET_FILE.test(path) && !isAside(path));
    if (committed.length > 0) {
      const commands = committed
        .slice(0, 5)
        .map((path) => `git rm --cached ${shellWord(path)} && echo ${shellWord(`/${path}`)} >> .gitignore`);
      return unmet(
        `committed all the same: ${listed(committed)}`,
        `Replace what they hold, then:\n\n${block('sh', ...commands)}`,
      );
    }
    if (files?.isWhole === false) return unknown(CUT);
    return IGNORES_ENV.test(files?.texts.get('.gitignore') ?? '')
      ? met('`.gitignore` names `.env`, and no such file is committed')
      : unmet('`.gitignore` does not name `.env`', block('sh', FIX));
  },
});

const FIX = `printf '%s\\n' '.env' '.env.*' '!.env.example' '*.pem' '*.p12' 'keys.txt' >> .gitignore`;
