/** OpenWeather: 32 hexadecimal digits, told by the name or as `appid` in an address. */
import type { Rule } from '../rule.js';
import { HEX, none, random } from './_samples.js';
import { lowerHex, named } from './_shapes.js';

const common = {
  version: 1,
  provider: 'OpenWeather',
  rank: 'vendor',
  reference: 'https://openweathermap.org/appid',
  runbook: 'openweather-key',
} as const;

const address = (host: string, key: string): string => `https://api.${host}/data/2.5/weather?q=Kiel&appid=${key}`;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['openweather', 'open_weather', 'owm_api', 'owm_key'], lowerHex(32)),
    id: 'openweather-key',
    title: 'OpenWeather API key',
    opens: 'the requests of an account',
    severity: 'LOW',
  },
  {
    ...common,
    id: 'openweather-key-in-url',
    title: 'OpenWeather API key in an address',
    opens: 'the requests of an account',
    severity: 'LOW',
    confidence: 'high',
    keywords: ['appid='],
    find: /appid=(?<secret>[0-9a-f]{32})(?![0-9A-Za-z_])/i,
    check: ({ text, start }) =>
      text.slice(Math.max(0, start - 300), start).includes('openweathermap.org') ? { confidence: 'high' } : null,
    matches: () =>
      [1, 2, 3].map((seed) => {
        const value = random(HEX, 32, seed);
        return { text: address('openweathermap.org', value), value };
      }),
    ignores: () =>
      none(
        address('acme.test', random(HEX, 32, 4)),
        address('openweathermap.org', random(HEX, 30, 5)),
        address('openweathermap.org', '{API key}'),
      ),
  },
];

export default rules;
