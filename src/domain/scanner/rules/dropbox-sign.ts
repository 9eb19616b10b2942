/** Dropbox Sign: 64 hexadecimal digits, told by its names, the former one too. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['hellosign', 'dropbox_sign', 'dropboxsign'], lowerHex(64)),
  id: 'dropbox-sign-key',
  title: 'Dropbox Sign API key',
  opens: 'the signature requests of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Dropbox Sign',
  rank: 'vendor',
  reference: 'https://developers.hellosign.com/api/reference/authentication/',
  runbook: 'dropbox-sign-key',
};

export default rule;
