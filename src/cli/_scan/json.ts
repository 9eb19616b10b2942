/** Findings as one JSON document, written as they come. */
import type { Format } from './report.js';

export function jsonFormat(): Format {
  let separator = '';
  return {
    begin: () => '{"findings":[',
    finding: (finding, rule) => {
      const { id, ruleId, provider, title, severity, confidence, path, line, column, endLine, start, end, preview } =
        finding;
      const { commit, versions } = finding;
      const told = { id, rule: ruleId, provider, title, severity, confidence, path, line, column, endLine };
      const facts = rule === undefined ? {} : { opens: rule.opens, reference: rule.reference };
      const text = `${separator}\n${JSON.stringify({ ...told, start, end, preview, commit, versions, ...facts })}`;
      separator = ',';
      return text;
    },
    end: ({ unit, units, bytes, milliseconds, below, allowed, notes }, unseen) => {
      const rest = {
        complete: unseen.length === 0,
        unseen,
        notes,
        below,
        allowed,
        looked: { unit, units, bytes, milliseconds: Math.round(milliseconds) },
      };
      return `\n],${JSON.stringify(rest).slice(1)}\n`;
    },
  };
}
