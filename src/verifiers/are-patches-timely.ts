/** Are dependencies patched within the times that MVSP asks for? */
import { deadlineVerifier } from './_alerts.js';

/** @see https://mvsp.dev/mvsp.en/ 2.6 */
export default deadlineVerifier('Is no alert about a dependency open for longer than MVSP and the policy let it be?', {
  critical: 7,
  high: 7,
  medium: 30,
});
