/** Amazon’s other credentials: passwords of single services, temporary tokens, and keys of Bedrock, AppSync and selling partners. */
import type { Rule } from '../rule.js';
import { assigned } from './_assigned.js';
import { keyBytes } from './_bodies.js';
import { entropy } from './_checks.js';
import { ALNUM, around, BASE64, DIGITS, HEX, none, random } from './_samples.js';
import { base64, base64url, type Body, joined, lowerAlnum, lowerHex, named, prefixed, uuid } from './_shapes.js';

/** A long-term key is base64 of its name and secret, a short-term one of a signed address. */
const bedrock = (seed: number): string =>
  `ABSK${Buffer.from(`BedrockAPIKey-${random(HEX, 4, seed)}-at-${random(DIGITS, 12, seed)}:${random(BASE64, 44, seed)}`).toString('base64')}`;

const shortTerm = (seed: number): string =>
  `bedrock-api-key-${Buffer.from(`bedrock.amazonaws.com/?Action=CallWithBearerToken&sig=${random(ALNUM, 200, seed)}`).toString('base64')}`;

/** How temporary tokens begin: "…us-east-1", "…er/aws" and older "…/aws", in base64 that is cut at any bit. */
const SESSION = ['IQoJb3JpZ2lu', 'FwoGZXIvYXdz', 'FQoGZXIvYXdz', 'FQoDYXdz', 'AQoDYXdz'];

const sesPassword: Body = joined('B', base64(43));

const common = {
  version: 1,
  provider: 'Amazon Web Services',
  rank: 'vendor',
  reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/security-creds-programmatic-access.html',
  runbook: 'aws-service-credential',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'aws-bedrock-api-key',
    title: 'Amazon Bedrock API key',
    opens: 'paid use of models, for as long as the key lasts',
    severity: 'HIGH',
    reference: 'https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html',
    confidence: 'high',
    keywords: ['absk', 'bedrock-api-key-'],
    find: [
      /ABSKQmVkcm9ja0FQSUtleS[A-Za-z0-9+/]{60,300}={0,2}(?![A-Za-z0-9+/=])/,
      /bedrock-api-key-[A-Za-z0-9+/]{120,2500}={0,2}(?![A-Za-z0-9+/=])/,
    ],
    check: ({ value }) =>
      /^(?:BedrockAPIKey-|bedrock\.amazonaws\.com\/)/.test(
        Buffer.from(value.replace(/^(?:ABSK|bedrock-api-key-)/, '').slice(0, 80), 'base64').toString('latin1'),
      )
        ? { confidence: 'high' }
        : null,
    matches: () => around(bedrock(1), shortTerm(2)),
    ignores: () =>
      none(
        'ABSK and bedrock-api-key-',
        `ABSK${random(BASE64, 120)}`,
        bedrock(3).slice(0, 60),
        `x${bedrock(4)}`,
        `bedrock-api-key-${random(ALNUM, 200)}`,
      ),
  },
  {
    ...common,
    id: 'aws-session-token',
    title: 'AWS session token',
    opens: 'together with its key pair: an AWS account, for some hours',
    severity: 'MEDIUM',
    reference: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html',
    confidence: 'medium',
    keywords: SESSION.map((head) => head.toLowerCase()),
    find: new RegExp(`(?:${SESSION.join('|')})[A-Za-z0-9+/]{100,1500}={0,2}(?![A-Za-z0-9+/=])`),
    judgesPlaceholders: true,
    check: ({ value }) =>
      /EXAMPLE|([A-Za-z0-9])\1{6}/.test(value) || entropy(value) < 4.5 ? null : { confidence: 'medium' },
    matches: () =>
      SESSION.flatMap((head, seed) => around(`${head}EPT${'/'.repeat(10)}wE${random(BASE64, 320, seed + 1)}=`)),
    ignores: () =>
      none(
        'IQoJb3JpZ2lu begins it',
        `FwoGZXIvYXdz${'A'.repeat(200)}`,
        `IQoJb3JpZ2lu${random(BASE64, 40)}`,
        `AQoDYXdzEPT${'/'.repeat(10)}wEXAMPLE${random(BASE64, 200)}`,
      ),
  },
  {
    ...common,
    id: 'aws-codecommit-password',
    title: 'AWS CodeCommit password',
    opens: 'the repositories that the user may read or change',
    severity: 'HIGH',
    reference: 'https://docs.aws.amazon.com/codecommit/latest/userguide/setting-up-gc.html',
    confidence: 'medium',
    boundary: 'anywhere',
    keywords: ['codecommit'],
    find: assigned('codecommit', '[A-Za-z0-9/+]{43}='),
    check: ({ value }) => (entropy(value) > 4 ? { confidence: 'medium' } : null),
    matches: () =>
      ['CODECOMMIT_PASSWORD=', 'codecommit_git_password: ', 'codeCommitPassword = '].map((before, seed) => {
        const value = keyBytes(32).make(seed + 1);
        return {
          text: `${before}"${value}"
`,
          value,
        };
      }),
    ignores: () =>
      none(
        `CODECOMMIT_PASSWORD=${keyBytes(32).filler}`,
        `CODECOMMIT_PASSWORD=${random(ALNUM, 40)}`,
        `codecommit ${keyBytes(32).make(4)}`,
      ),
  },
  {
    ...common,
    ...named(
      [
        'ses_smtp',
        'ses-smtp',
        'sessmtp',
        'smtp_pass',
        'smtppass',
        'smtp-pass',
        'mail_password',
        'mailpassword',
        'email_host_password',
        'smtp_secret',
      ],
      sesPassword,
    ),
    id: 'aws-ses-smtp-password',
    title: 'Amazon SES SMTP password',
    opens: 'sending mail in the name of a verified domain',
    severity: 'HIGH',
    reference: 'https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html',
  },
  {
    ...common,
    ...prefixed('da2-', lowerAlnum(26)),
    id: 'aws-appsync-key',
    title: 'AWS AppSync API key',
    opens: 'the data that a GraphQL API gives to bearers of a key',
    severity: 'LOW',
    reference: 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html',
  },
  {
    ...common,
    ...prefixed('amzn.mws.', uuid),
    id: 'amazon-mws-token',
    title: 'Amazon MWS auth token',
    opens: 'a seller’s orders and listings, through a developer’s keys',
    severity: 'HIGH',
    reference: 'https://developer-docs.amazon.com/sp-api/docs/migrating-from-amazon-mws',
  },
  {
    ...common,
    ...prefixed('amzn1.oa2-cs.v1.', lowerHex(64)),
    id: 'amazon-lwa-client-secret',
    title: 'Login with Amazon client secret',
    opens: 'acting as the application towards sellers and customers',
    severity: 'HIGH',
    reference: 'https://developer.amazon.com/docs/login-with-amazon/register-web.html',
  },
  {
    ...common,
    ...prefixed(['Atzr|', 'Atza|'], base64url(80, 600)),
    id: 'amazon-lwa-token',
    title: 'Login with Amazon refresh or access token',
    opens: 'what a seller or customer granted to an application',
    severity: 'HIGH',
    reference: 'https://developer.amazon.com/docs/login-with-amazon/refresh-token.html',
  },
];

export default rules;
