/** Kubernetes: tokens of service accounts are signed JSON, those that join a node are two short parts. */
import type { Rule } from '../rule.js';
import { entropy, hasJwtHeader, jwtClaims } from './_checks.js';
import { ALNUM, around, BASE64URL, none, random } from './_samples.js';
import { type Body, joined, lowerAlnum } from './_shapes.js';

/** The issuer of tokens without end, and the claim of those with one. */
function isServiceAccount(token: string): boolean {
  const claims = hasJwtHeader(token) ? jwtClaims(token) : null;
  return claims !== null && (claims.iss === 'kubernetes/serviceaccount' || 'kubernetes.io' in claims);
}

function token(claims: object, seed: number): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'RS256', kid: random(ALNUM, 43, seed) }), part(claims), random(BASE64URL, 342, seed)].join('.');
}

const FOREVER = { iss: 'kubernetes/serviceaccount', sub: 'system:serviceaccount:default:ci' };
const BOUND = { iss: 'https://kubernetes.default.svc', 'kubernetes.io': { namespace: 'default' } };

const joining: Body = joined(lowerAlnum(6), '.', lowerAlnum(16));

const common = {
  version: 1,
  provider: 'Kubernetes',
  rank: 'vendor',
  reference: 'https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/',
  runbook: 'kubernetes-token',
} as const;

const rules: readonly Rule[] = [
  {
    ...common,
    id: 'kubernetes-service-account-token',
    title: 'Kubernetes service account token',
    opens: 'a cluster, as the service account',
    severity: 'HIGH',
    confidence: 'high',
    keywords: ['eyjh'],
    find: /eyJh[A-Za-z0-9_-]{12,400}\.eyJ[A-Za-z0-9_-]{20,4000}\.[A-Za-z0-9_-]{40,1000}(?![A-Za-z0-9_-])/,
    judgesPlaceholders: true,
    check: ({ value }) => (isServiceAccount(value) ? { confidence: 'high' } : null),
    matches: () => around(token(FOREVER, 1), token(BOUND, 2)),
    ignores: () =>
      none(
        token({ iss: 'https://acme.test' }, 3),
        token(FOREVER, 4).slice(0, 80),
        `eyJhbGciOi.eyJ${random(BASE64URL, 40)}.${random(BASE64URL, 60)}`,
      ),
  },
  {
    ...common,
    id: 'kubernetes-bootstrap-token',
    title: 'Kubernetes bootstrap token',
    opens: 'joining a machine to a cluster, for a day',
    severity: 'MEDIUM',
    reference: 'https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/',
    confidence: 'high',
    boundary: 'anywhere',
    keywords: ['kubeadm', 'bootstraptoken', 'bootstrap_token', 'bootstrap-token', 'tlsbootstraptoken'],
    find: new RegExp(
      `(?:kubeadm (?:join[^\\n]{0,100}|init[^\\n]{0,100}|token create )|kubeadm_?token|(?:tls)?bootstrap[_-]?token)(?:--token[ =]|["']?[ \\t]{0,4}[:=][ \\t]{0,4}["']?)?(?<secret>${joining.source})(?![A-Za-z0-9])`,
      'i',
    ),
    check: ({ value }) =>
      /^[a-z0-9.]{23}$/.test(value) && entropy(value) > 3 && /[0-9]/.test(value) ? { confidence: 'high' } : null,
    matches: () =>
      [
        'kubeadm join 10.0.0.1:6443 --token ',
        'kubeadm token create ',
        'bootstrapToken: ',
        'bootstrap_token = ',
        'tlsBootstrapToken: ',
        'bootstrap-token: ',
      ].map((before, seed) => ({ text: `${before}${joining.make(seed + 1)}\n`, value: joining.make(seed + 1) })),
    ignores: () =>
      none(
        'kubeadm join --token abcdef.0123456789abcdef',
        'kubeadm join --token <token>',
        `token ${joining.make(4)}`,
        'bootstrap-token: abcdef',
      ),
  },
];

export default rules;
