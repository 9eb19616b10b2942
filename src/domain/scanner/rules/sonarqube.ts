/** SonarQube: the prefix tells tokens of users, projects and global analyses; SonarCloud’s are told by their names. */
import type { Rule } from '../rule.js';
import { lowerHex, named, prefixed } from './_shapes.js';

const common = {
  version: 1,
  provider: 'SonarQube',
  rank: 'vendor',
  reference: 'https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens',
  runbook: 'sonarqube-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...prefixed(['squ_', 'sqp_', 'sqa_'], lowerHex(40)),
    id: 'sonarqube-token',
    title: 'SonarQube token',
    opens: 'analyses, or everything its owner may see of the code',
    severity: 'HIGH',
  },
  {
    ...common,
    ...named(['sonar_', 'sonar.', 'sonar-', 'sonartoken', 'sonarqube', 'sonarcloud'], lowerHex(40)),
    id: 'sonarqube-old-token',
    title: 'SonarQube or SonarCloud token (without prefix)',
    opens: 'analyses, or everything its owner may see of the code',
    severity: 'HIGH',
  },
];

export default rules;
