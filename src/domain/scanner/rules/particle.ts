/** Particle: 40 hexadecimal digits, told by the name. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rule: Rule = {
  ...named(['particle_access', 'particle_token', 'particleaccess', 'particletoken', 'particle_api'], lowerHex(40)),
  id: 'particle-token',
  title: 'Particle access token',
  opens: 'the devices of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Particle',
  rank: 'vendor',
  reference: 'https://docs.particle.io/reference/cloud-apis/access-tokens/',
  runbook: 'particle-token',
};

export default rule;
