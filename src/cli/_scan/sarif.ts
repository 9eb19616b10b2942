/**
 * Findings as SARIF 2.1.0, as GitHub's code scanning reads it, written as they come.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
import type { RiskLevel } from '../../core/risk.js';
import type { Rule } from '../../domain/scanner/rule.js';
import type { Format, NotSeen, Reported } from './report.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Readonly<Record<RiskLevel, 'error' | 'warning' | 'note'>> = {
  MAXIMUM: 'error',
  HIGH: 'error',
  MEDIUM: 'warning',
  LOW: 'note',
};

/** The scale of CVSS, by which GitHub sorts: over 9.0 is critical, over 7.0 high, over 4.0 medium. */
const SECURITY_SEVERITY: Readonly<Record<RiskLevel, string>> = {
  MAXIMUM: '9.5',
  HIGH: '8.0',
  MEDIUM: '5.0',
  LOW: '2.0',
};

export function sarifFormat(version: string): Format {
  const rules = new Map<string, Rule>();
  let separator = '';
  return {
    begin: () => `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[{"results":[`,
    finding: (finding, rule) => {
      if (rule !== undefined) rules.set(rule.id, rule);
      const text = `${separator}\n${JSON.stringify(resultOf(finding))}`;
      separator = ',';
      return text;
    },
    end: (_, unseen) => {
      const rest = {
        columnKind: 'utf16CodeUnits',
        tool: { driver: { name: 'Seaworthy', semanticVersion: version, rules: [...rules.values()].map(ruleOf) } },
        invocations: [
          { executionSuccessful: unseen.length === 0, toolExecutionNotifications: unseen.map(notificationOf) },
        ],
      };
      return `\n],${JSON.stringify(rest).slice(1)}]}\n`;
    },
  };
}

function resultOf(finding: Reported): object {
  const { ruleId, title, preview, severity, confidence, path, line, endLine, column, start, end, commit, versions } =
    finding;
  const region = {
    startLine: line,
    startColumn: column,
    endLine,
    ...(line === endLine ? { endColumn: column + end - start } : {}),
  };
  const since = commit === undefined ? '' : `, since commit ${commit}`;
  return {
    ruleId,
    level: LEVELS[severity],
    message: { text: `${title} (${preview})${since}. Revoke it where it was issued, then take it out.` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, region } }],
    // Without one, the upload adds a hash of the line's text, the value included.
    partialFingerprints: { primaryLocationLineHash: `${finding.id}:1` },
    properties: { confidence, ...(commit === undefined ? {} : { commit, versions }) },
  };
}

function ruleOf({ id, title, opens, reference, severity, provider }: Rule): object {
  return {
    id,
    name: id,
    shortDescription: { text: title },
    fullDescription: { text: `${title}: opens ${opens}.` },
    helpUri: reference,
    help: { text: `Revoke it where it was issued, then take it out. What ${provider} says of it: ${reference}` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['security', 'secret'], 'security-severity': SECURITY_SEVERITY[severity] },
  };
}

function notificationOf({ path, line, endLine, reason }: NotSeen): object {
  const region = line === undefined ? {} : { region: { startLine: line, endLine: endLine ?? line } };
  return {
    level: 'error',
    message: { text: `Not looked at: ${reason}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, ...region } }],
  };
}

/** A relative reference; a colon in its first segment would read as a scheme. */
function uriOf(path: string): string {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${uri}` : uri;
}
