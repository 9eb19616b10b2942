/** LINE: channel secrets are 32 hexadecimal digits, channel access tokens long base64. */
import type { Rule } from '../rule.js';
import { alnum, base64, lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'LINE',
  rank: 'vendor',
  reference: 'https://developers.line.biz/en/docs/basics/channel-access-token/',
  runbook: 'line-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      ['line_channel', 'linechannel', 'line-channel', 'line.channel', 'line_bot', 'linebot', 'line.bot', 'line_login'],
      lowerHex(32),
    ),
    id: 'line-channel-secret',
    title: 'LINE channel secret',
    opens: 'forging the events that a bot trusts, and tokens of its channel',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(
      ['line_channel', 'linechannel', 'line-channel', 'line.channel', 'line_bot', 'linebot', 'line.bot', 'line_access'],
      { ...base64(171), source: '[0-9A-Za-z+/]{150,200}={0,2}' },
    ),
    id: 'line-channel-access-token',
    title: 'LINE channel access token',
    opens: 'sending messages as a bot, and its friends’ profiles',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['line_notify', 'linenotify', 'line-notify'], alnum(43)),
    id: 'line-notify-token',
    title: 'LINE Notify token',
    opens: 'posting into a chat',
    severity: 'MEDIUM',
  },
];

export default rules;
