/** Ansible Galaxy: tokens of 40 hexadecimal digits, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { lowerHex, named } from './_shapes.js';

const rules: readonly Rule[] = [
  {
    ...named(['galaxy_token', 'galaxy_api', 'ansible_galaxy', 'galaxytoken', 'galaxy-token'], lowerHex(40)),
    id: 'ansible-galaxy-token',
    version: 1,
    provider: 'Ansible Galaxy',
    title: 'Ansible Galaxy API token',
    opens: 'publishing roles and collections',
    severity: 'HIGH',
    rank: 'vendor',
    reference: 'https://docs.ansible.com/ansible/latest/galaxy/user_guide.html',
    runbook: 'ansible-galaxy-token',
  },
];

export default rules;
