/** AssemblyAI: 32 hexadecimal digits without a prefix, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['assemblyai', 'assembly_ai', 'assembly-ai', 'aai_api'], lowerHex(32)),
  id: 'assemblyai-key',
  title: 'AssemblyAI API key',
  opens: 'the transcripts of an account, and paid use',
  severity: 'HIGH',
  version: 1,
  provider: 'AssemblyAI',
  rank: 'vendor',
  reference: 'https://www.assemblyai.com/docs/api-reference/overview',
  runbook: 'assemblyai-key',
};

export default rule;
