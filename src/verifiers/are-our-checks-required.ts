/** Are Seaworthy's checks required, and only from Seaworthy? */
import { met, unknown } from '../domain/verification/verdict.js';
import { code, joined } from './_phrases.js';
import { missing, RULES_CHANGED, rulesetCommand } from './_protected.js';
import { own } from './_sources/own.js';
import { protection } from './_sources/protection.js';
import { defineVerifier } from './_verifier.js';

export default defineVerifier({
  question: "Are Seaworthy's checks required, and only from Seaworthy?",
  reads: { protection, own },
  on: RULES_CHANGED,
  judge({ protection, own }) {
    if (protection === null || own === null) return unknown('GitHub shows no default branch');
    const required = new Set(protection.checks.map(({ name }) => name));
    const pinned = new Set(protection.checks.filter(({ appId }) => appId === own.appId).map(({ name }) => name));
    const lacks = own.checks.filter((name) => !pinned.has(name));
    if (lacks.length === 0) return met(`\`${protection.branch}\` requires ${quoted(own.checks)} from Seaworthy's App`);
    const free = lacks.filter((name) => required.has(name));
    const rule = {
      type: 'required_status_checks',
      parameters: {
        strict_required_status_checks_policy: false,
        required_status_checks: lacks.map((context) => ({ context, integration_id: own.appId })),
      },
    };
    return missing(
      protection,
      free.length > 0
        ? `${quoted(free)} of \`${protection.branch}\` may come from any source, so that a workflow can fake it`
        : `\`${protection.branch}\` does not require ${quoted(lacks)}`,
      `Run ${rulesetCommand('seaworthy', [rule])}.`,
    );
  },
});

const quoted = (names: readonly string[]) => joined(names.map(code));
