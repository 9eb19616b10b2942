/** Does GitHub search the repository for secrets? */
import { switchVerifier } from './_switch.js';

export default switchVerifier({
  question: 'Does GitHub search the repository for secrets?',
  feature: 'secret scanning',
  key: 'secretScanning',
  fix: `Run \`echo '{"security_and_analysis":{"secret_scanning":{"status":"enabled"}}}' | gh api -X PATCH repos/{owner}/{repo} --input -\`, or **Settings > Advanced Security > Secret Protection**.`,
});
