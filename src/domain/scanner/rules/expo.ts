/** Expo: access tokens of 40 characters, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['expo_token', 'expo-token', 'expotoken', 'expo_access', 'expoaccess', 'eas_token'], base64url(40)),
    id: 'expo-access-token',
    version: 1,
    provider: 'Expo',
    title: 'Expo access token',
    opens: 'builds, updates and submissions of an account’s apps',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.expo.dev/accounts/programmatic-access/',
    runbook: 'expo-token',
  },
];

export default rules;
