/** Is no alert about a dependency open for longer than the policy lets a risk of its severity be? */
import { deadlineVerifier } from './_alerts.js';

export default deadlineVerifier(
  'Is no alert about a dependency open for longer than the policy lets a risk of its severity be?',
);
