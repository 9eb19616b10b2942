/** Findings for a person at a terminal: where, what, why it is believed, and the ways out. */
import type { Rank } from '../../domain/scanner/rule.js';
import type { Style } from '../_style.js';
import { counted, type Format, type NotSeen, type Reported, shownPath, type Summary } from './report.js';

/** Why a match of such a rule is believed. */
const BECAUSE: Readonly<Record<Rank, string>> = {
  vendor: 'it has the form the vendor gives it',
  format: 'it has the form of one',
  generic: 'it is given to a name for secrets, and looks like one',
};

const UNSEEN_SHOWN = 50;

export function prettyFormat(style: Style, { verbose }: { readonly verbose: boolean }): Format {
  let hasCommits = false;
  return {
    begin: () => '',
    finding: (finding, rule) => {
      hasCommits ||= finding.commit !== undefined;
      const why = rule === undefined ? '' : `: ${BECAUSE[rule.rank]}`;
      const lines = [
        `${style.bold(place(finding))}  ${finding.title}  ${style.red(finding.preview)}${since(finding)}`,
        style.dim(`  ${finding.confidence} confidence${why}${rule === undefined ? '' : ` (${rule.reference})`}`),
        ...(rule === undefined ? [] : [style.dim(`  opens ${rule.opens}`)]),
      ];
      return `${lines.join('\n')}\n\n`;
    },
    end: (summary, unseen) => {
      const lines = [...unseenLines(unseen, style)];
      if (verbose) lines.push(...summary.notes.map(({ path, text }) => style.dim(`${shownPath(path)}: ${text}`)));
      if (summary.findings > 0) lines.push(...waysOut(hasCommits));
      lines.push(...totals(summary, style));
      return `${lines.join('\n')}\n`;
    },
  };
}

function place({ path, line, column }: Reported): string {
  return `${shownPath(path)}:${line}:${column}`;
}

function since({ commit, versions = 1 }: Reported): string {
  if (commit === undefined) return '';
  return `  since ${commit.slice(0, 12)}${versions > 1 ? `, in ${versions} versions` : ''}`;
}

function* unseenLines(unseen: readonly NotSeen[], style: Style): Generator<string> {
  for (const { path, line, reason } of unseen.slice(0, UNSEEN_SHOWN)) {
    yield `${style.red('not looked at')} ${shownPath(path)}${line === undefined ? '' : `:${line}`}: ${reason}`;
  }
  if (unseen.length > UNSEEN_SHOWN) yield `… and ${unseen.length - UNSEEN_SHOWN} more; --format json names all`;
}

function waysOut(hasCommits: boolean): string[] {
  const allow = hasCommits
    ? 'No secret? Write seaworthy:allow <reason> on its line, in any version: that counts for all of them.'
    : 'No secret? Write seaworthy:allow <reason> on its line.';
  return ['A real one? Revoke it where it was issued first: what was pushed or shared is known.', allow, ''];
}

function totals(summary: Summary, style: Style): string[] {
  const { findings, unit, units, bytes, milliseconds, unseen, below, allowed, notes } = summary;
  const isClean = findings === 0 && unseen === 0;
  const found = isClean ? style.green('no secrets found') : style.red(counted(findings, 'finding'));
  const looked = `${counted(units, unit)}, ${(bytes / 1e6).toFixed(1)} MB in ${(milliseconds / 1000).toFixed(1)} s`;
  const more = [
    unseen > 0 ? style.red(`${counted(unseen, 'part')} not looked at: this scan is not complete`) : '',
    allowed > 0 ? `${allowed} allowed where they stand` : '',
    below > 0 ? `${below} below the asked confidence; --confidence low shows them` : '',
    notes.length > 0 ? `${counted(notes.length, 'place')} passed by; --verbose names them` : '',
  ];
  return [`${found} · ${looked}`, ...more.filter((line) => line !== '').map((line) => `  ${line}`)];
}
