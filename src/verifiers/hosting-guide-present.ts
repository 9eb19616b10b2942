/** Does a guide say how to host it safely? */
import { documentedVerifier } from './_documented.js';

export default documentedVerifier({
  question: 'Does a guide say how to host it safely?',
  what: 'guide for those who host it',
  file: /(?:^|\/)(?:hosting|self-?hosting|deploy(?:ment|ing)?|operations?|production|admin(?:istration)?|hardening)(?:[-.][\w.-]+)?$/i,
  heading: /\b(?:self[- ]?)?hosting\b|\bdeploy|\bproduction\b|\bhardening\b|\boperat(?:e|ing|ions)\b/i,
  holds: /\b(?:tls|https|certificate|proxy|password|secret|backup|firewall|port|permission|user)s?\b/i,
});
