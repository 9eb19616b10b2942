/** Deepgram: forty hexadecimal digits without a prefix, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['deepgram', 'dg_api'], lowerHex(40)),
  id: 'deepgram-key',
  title: 'Deepgram API key',
  opens: 'paid transcription and speech of a project',
  severity: 'HIGH',
  version: 1,
  provider: 'Deepgram',
  rank: 'vendor',
  reference: 'https://developers.deepgram.com/docs/create-additional-api-keys',
  runbook: 'deepgram-key',
};

export default rule;
