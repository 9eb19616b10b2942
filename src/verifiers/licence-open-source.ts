/** Is the source under a licence that the OSI or the FSF recognise? */
import { met, unknown, unmet } from '../domain/verification/verdict.js';
import { isOpenSource } from './_licences.js';
import { ofRepository } from './_settings.js';

const FIX =
  'Run `gh api licenses/apache-2.0 --jq .body > LICENSE` (or `mit`, `mpl-2.0`, `gpl-3.0`) and commit the file.';

export default ofRepository(
  'Is the source under a licence that the OSI or the FSF recognise?',
  ['push'],
  ({ licence }) => {
    if (licence === null) return unmet('GitHub finds no licence', FIX);
    if (licence === 'NOASSERTION') return unknown('GitHub finds a licence whose text it does not know');
    if (isOpenSource(licence)) return met(`GitHub recognises ${licence}`);
    return unmet(`${licence} is not on the lists of the OSI and the FSF`, FIX);
  },
);
