/** Spotify: client secrets are 32 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['spotify', 'spotipy'], lowerHex(32)),
  id: 'spotify-client-secret',
  title: 'Spotify client secret',
  opens: 'acting as the application towards people who use it',
  severity: 'MEDIUM',
  version: 1,
  provider: 'Spotify',
  rank: 'vendor',
  reference: 'https://developer.spotify.com/documentation/web-api/concepts/apps',
  runbook: 'spotify-key',
};

export default rule;
