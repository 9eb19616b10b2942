/** WeatherAPI: 31 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['weatherapi', 'weather_api', 'weather-api'], lowerHex(31)),
  id: 'weatherapi-key',
  title: 'WeatherAPI key',
  opens: 'the paid requests of an account',
  severity: 'LOW',
  version: 1,
  provider: 'WeatherAPI',
  rank: 'vendor',
  reference: 'https://www.weatherapi.com/docs/#intro-authentication',
  runbook: 'weatherapi-key',
};

export default rule;
