/** Can everybody read the source? */
import { met, unmet } from '../domain/verification/verdict.js';
import { ofRepository } from './_settings.js';

export default ofRepository('Can everybody read the source?', ({ isPrivate, url }) =>
  isPrivate
    ? unmet(
        'the repository is private',
        'Run `gh repo edit --visibility public --accept-visibility-change-consequences` once its history is free of secrets.',
      )
    : met(`<${url}> is public`),
);
