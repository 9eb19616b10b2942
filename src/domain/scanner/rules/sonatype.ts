/** Sonatype: user tokens of Maven Central and Nexus, told by the names they are given to. */
import type { Rule } from '../rule.js';
import { either } from './_bodies.js';
import { alnum, base64, named, prefixed, uuid } from './_shapes.js';

const common = {
  version: 1,
  provider: 'Sonatype',
  rank: 'vendor',
  reference: 'https://central.sonatype.org/publish/generate-portal-token/',
  runbook: 'sonatype-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    ...named(
      [
        'sonatype',
        'ossrh',
        'mavencentral',
        'maven_central',
        'maven_password',
        'central_token',
        'central_password',
        'mavenpassword',
      ],
      either(base64(43, 45), alnum(32)),
    ),
    id: 'maven-central-token',
    title: 'Maven Central user token',
    opens: 'publishing the artifacts of a namespace',
    severity: 'MAXIMUM',
  },
  {
    ...common,
    ...prefixed(['NpmToken.', 'DockerToken.', 'NuGetToken.'], uuid),
    id: 'nexus-token',
    title: 'Nexus Repository token',
    opens: 'the artifacts its owner may read or deploy',
    severity: 'HIGH',
    reference: 'https://help.sonatype.com/en/npm-security.html',
  },
  {
    ...common,
    ...named(
      ['nexus_pass', 'nexus_token', 'nexus-pass', 'nexuspass', 'nexustoken', 'nexus_api', 'nexus_key'],
      either(uuid, base64(43, 45)),
    ),
    id: 'nexus-user-token',
    title: 'Nexus Repository user token or NuGet key',
    opens: 'the artifacts its owner may read or deploy',
    severity: 'HIGH',
    reference: 'https://help.sonatype.com/en/user-tokens.html',
  },
];

export default rules;
