/** Does GitHub refuse pushes that hold a known kind of secret? */
import { switchVerifier } from './_switch.js';

export default switchVerifier({
  question: 'Does GitHub refuse pushes that hold a known kind of secret?',
  feature: 'push protection',
  key: 'pushProtection',
  fix: `Run \`echo '{"security_and_analysis":{"secret_scanning_push_protection":{"status":"enabled"}}}' | gh api -X PATCH repos/{owner}/{repo} --input -\`, or **Settings > Advanced Security > Push protection**.`,
});
