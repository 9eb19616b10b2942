/** Discord: bot tokens begin with base64 of the bot's number; webhooks are addresses with a token in them. */
import type { Finder, Rule } from '../rule.js';
import { assignmentAt } from './_assignment.js';
import { mayAssign } from './_may-assign.js';
import { around, BASE64URL, DIGITS, none, random } from './_samples.js';
import { base64url, named, prefixed } from './_shapes.js';

const common = {
  version: 2,
  provider: 'Discord',
  rank: 'vendor',
  reference: 'https://docs.discord.com/developers/reference#authentication',
  runbook: 'discord-token',
} as const;

const TOKEN =
  /(?:(?<![0-9A-Za-z_-])|(?<=\\[nrt]))[MNO][0-9A-Za-z_-]{22,27}\.[0-9A-Za-z_-]{6}\.[0-9A-Za-z_-]{27,40}(?![0-9A-Za-z_-])/y;

/** Numbers given since 2022 begin with 10 to 14, which is this in base64; older ones are found by a name. */
const NEWER = ['mta', 'mte', 'mti', 'mtm', 'mtq'];

const botToken: Finder = (text, at, keyword) => {
  const start = NEWER.includes(keyword) ? at : assignmentAt(text, at, at + keyword.length)?.start;
  if (start === undefined) return null;
  TOKEN.lastIndex = start;
  return TOKEN.test(text) ? { start, end: TOKEN.lastIndex } : null;
};

const IN_TOKEN = Uint8Array.from({ length: 256 }, (_, code) => (/[\w-]/.test(String.fromCharCode(code)) ? 1 : 0));

/** The number of a bot has 23 to 28 characters and a dot behind it, which base64 of anything else has not. */
function mayBeToken(bytes: Uint8Array, at: number, keyword: string): boolean {
  if (!NEWER.includes(keyword)) return mayAssign(bytes, at, at + keyword.length);
  let end = at;
  while (end <= at + 28 && IN_TOKEN[bytes[end] as number] === 1) end += 1;
  return end >= at + 23 && bytes[end] === 0x2e;
}

/** True for 17 to 20 digits: the number of a bot, and the time it was made. */
function isSnowflake(part: string): boolean {
  return /^[0-9]{17,20}$/.test(Buffer.from(part, 'base64url').toString('latin1'));
}

function token(number: string, seed: number): string {
  const id = Buffer.from(number + random(DIGITS, 17, seed)).toString('base64url');
  return [id, random(BASE64URL, 6, seed + 1), random(BASE64URL, 38, seed + 2)].join('.');
}

const webhook = (seed: number): string => `${random(DIGITS, 19, seed)}/${random(BASE64URL, 68, seed + 1)}`;

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'discord-bot-token',
    title: 'Discord bot token',
    opens: 'the servers, channels and messages that a bot may see and change',
    severity: 'HIGH',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: [...NEWER, 'discord', 'bot_token', 'bottoken', 'bot-token'],
    find: botToken,
    mayFind: mayBeToken,
    check: ({ value }) => (isSnowflake(value.split('.', 1)[0] ?? '') ? { confidence: 'high' } : null),
    matches: () => [
      ...around(...['10', '11', '12', '13', '14'].map(token)),
      ...['DISCORD_TOKEN=', 'bot_token: ', 'botToken = "', '"bot-token": "'].map((text, seed) => {
        const value = token(String(seed + 4), seed + 9);
        return { text: text + value + (text.endsWith('"') ? '"' : ''), value };
      }),
    ],
    ignores: () =>
      none(
        `bot_token = "M${random(BASE64URL, 23)}.${random(BASE64URL, 6)}.${random(BASE64URL, 38)}"`,
        `x${token('12', 1)}`,
        token('12', 1).slice(0, 40),
        'DISCORD_TOKEN=os.environ["TOKEN"]',
        `mtmp.${random(BASE64URL, 6)}.${random(BASE64URL, 38)}`,
      ),
  },
  {
    ...common,
    ...prefixed('mfa.', base64url(84)),
    id: 'discord-user-token',
    title: 'Discord user token',
    opens: 'everything of a person with a second factor, who is past it with this',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    id: 'discord-webhook',
    title: 'Discord webhook',
    opens: 'posting into a channel',
    severity: 'MEDIUM',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['/webhooks/'],
    find: /\/webhooks\/(?<secret>[0-9]{17,20}\/[0-9A-Za-z_-]{68})(?![0-9A-Za-z_-])/,
    reference: 'https://docs.discord.com/developers/resources/webhook',
    runbook: 'discord-webhook',
    matches: () =>
      ['discord.com/api', 'discordapp.com/api', 'discord.com/api/v10'].map((host, seed) => ({
        text: `curl https://${host}/webhooks/${webhook(seed + 1)}\n`,
        value: webhook(seed + 1),
      })),
    ignores: () =>
      none(
        `https://discord.com/api/webhooks/${random(DIGITS, 19)}`,
        `https://discord.com/api/webhooks/${random(DIGITS, 19)}/${'x'.repeat(68)}`,
        'https://discord.com/api/webhooks/{webhook.id}/{webhook.token}',
        `https://acme.io/webhooks/${random(BASE64URL, 68)}`,
      ),
  },
  {
    ...common,
    ...named(['discord_client', 'discord_secret', 'discordclient', 'discordsecret', 'discord-client'], base64url(32)),
    id: 'discord-client-secret',
    title: 'Discord client secret',
    opens: 'tokens for everybody who trusted an application',
    severity: 'HIGH',
  },
];

export default rules;
