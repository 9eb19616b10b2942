/** Telegram: bot tokens are the bot's number, a colon and 35 characters, of which the first two have been AA ever since. */
import type { Rule } from '../rule.js';
import { around, BASE64URL, DIGITS, none, random } from './_samples.js';

const token = (seed: number): string => `${random(DIGITS, 10, seed)}:AA${random(BASE64URL, 33, seed + 1)}`;

const rule: Rule = {
  id: 'telegram-bot-token',
  version: 1,
  provider: 'Telegram',
  title: 'Telegram bot token',
  opens: 'a bot: its messages, and the chats that it is in',
  severity: 'HIGH',
  confidence: 'high',
  rank: 'vendor',
  boundary: 'anywhere',
  keywords: [':aa'],
  find: /(?<=(?<![0-9])(?<head>[0-9]{8,10})):AA[0-9A-Za-z_-]{33}(?![0-9A-Za-z_-])/,
  reference: 'https://core.telegram.org/bots/api#authorizing-your-bot',
  runbook: 'telegram-bot-token',
  matches: () => [
    ...around(token(1), token(2)),
    { text: `https://api.telegram.org/bot${token(3)}/getMe\n`, value: token(3) },
  ],
  ignores: () =>
    none(
      `1234:AA${random(BASE64URL, 33)}`,
      `${random(DIGITS, 10)}:AA${random(BASE64URL, 20)}`,
      `${random(DIGITS, 10)}:AA${'x'.repeat(33)}`,
      `${random(DIGITS, 10)}:BB${random(BASE64URL, 33)}`,
      'ff:aa:00:aa:01',
    ),
};

export default rule;
