/** Twitch: thirty letters and digits, told by the name, or behind `oauth:` for its chat. */
import type { Rule } from '../rule.js';
import { lowerAlnum, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Twitch',
  rank: 'vendor',
  reference: 'https://dev.twitch.tv/docs/authentication/',
  runbook: 'twitch-key',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed('oauth:', lowerAlnum(30)),
    id: 'twitch-chat-token',
    title: 'Twitch chat token',
    opens: 'chatting as its owner',
    severity: 'MEDIUM',
  },
  {
    ...common,
    ...named(['twitch', 'tmi_oauth'], lowerAlnum(30)),
    id: 'twitch-secret',
    title: 'Twitch client secret or access token',
    opens: 'acting as the application or the channel',
    severity: 'HIGH',
  },
];

export default rules;
