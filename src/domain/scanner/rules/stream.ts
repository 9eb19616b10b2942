/** Stream: 64 characters, told by the name. */
import type { Rule } from '../rule.js';
import { lowerAlnum, named } from './_shapes.js';

const rule: Rule = {
  ...named(
    [
      'getstream',
      'stream_api',
      'stream_secret',
      'stream_chat',
      'streamapi',
      'streamsecret',
      'streamchat',
      'stream-api',
    ],
    lowerAlnum(64),
  ),
  id: 'stream-api-secret',
  title: 'Stream API secret',
  opens: 'making tokens for everybody in an app',
  severity: 'HIGH',
  version: 1,
  provider: 'Stream',
  rank: 'vendor',
  reference: 'https://getstream.io/chat/docs/node/tokens_and_authentication/',
  runbook: 'stream-api-secret',
};

export default rule;
