/** Cloudinary: API secrets are 27 characters, told by the name. */
import type { Rule } from '../rule.js';
import { base64url, named } from './_shapes.js';

const rule: Rule = {
  ...named(['cloudinary'], base64url(27)),
  id: 'cloudinary-api-secret',
  title: 'Cloudinary API secret',
  opens: 'the images and videos of an account',
  severity: 'HIGH',
  version: 1,
  provider: 'Cloudinary',
  rank: 'vendor',
  reference: 'https://cloudinary.com/documentation/how_to_integrate_cloudinary',
  runbook: 'cloudinary-api-secret',
};

export default rule;
