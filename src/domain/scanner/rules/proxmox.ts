/** Proxmox: API token secrets are UUIDs behind the user and the token’s name. */
import type { Rule } from '../rule.js';
import { none } from './_samples.js';
import { named, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Proxmox',
  rank: 'vendor',
  reference: 'https://pve.proxmox.com/wiki/User_Management',
  runbook: 'proxmox-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(['proxmox', 'pve_token', 'pve_api', 'pm_api_token_secret'], uuid),
    id: 'proxmox-token-secret',
    title: 'Proxmox API token secret',
    opens: 'the virtual machines that the token’s roles allow',
    severity: 'HIGH',
  },
  {
    ...common,
    id: 'proxmox-api-token',
    title: 'Proxmox API token',
    opens: 'the virtual machines that the token’s roles allow',
    severity: 'HIGH',
    confidence: 'high',
    keywords: ['pveapitoken', 'pbsapitoken'],
    find: new RegExp(
      `P(?:VE|BS)APIToken[=: ]{1,3}[^\\s!'"]{3,64}![A-Za-z0-9._-]{2,64}[=:](?<secret>${uuid.source})(?![0-9A-Za-z-])`,
    ),
    matches: () =>
      [1, 2, 3].map((seed) => ({
        text: `Authorization: P${seed % 2 ? 'VE' : 'BS'}APIToken=root@pam!ci=${uuid.make(seed)}`,
        value: uuid.make(seed),
      })),
    ignores: () =>
      none(
        'PVEAPIToken=USER@REALM!TOKENID=UUID',
        `PVEAPIToken=root@pam!ci=${uuid.filler}`,
        `PVEAPIToken=${uuid.make(4)}`,
      ),
  },
];

export default rules;
