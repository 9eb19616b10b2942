/** Is it written down which findings of code analysis are fixed, and by when? */
import { documentedVerifier } from './_documented.js';

export default documentedVerifier({
  question: 'Is it written down by when findings of code analysis are fixed?',
  what: 'deadline for findings of code analysis',
  heading:
    /(?:findings?|alerts?|results?)\b.*\b(?:code|static|analysis|sast|codeql)|(?:code (?:scanning|analysis)|static analysis|sast)\b.*\b(?:findings?|alerts?|polic|remediation|deadline)/i,
  holds:
    /\b\d+\s+(?:(?:working|business|calendar)\s+)?(?:hour|day|week|month)s?\b|block\w* the merge|before (?:the )?merge/i,
});
