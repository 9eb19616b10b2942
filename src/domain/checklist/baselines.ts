/** The public baselines that items refer to in `satisfies`: every control's id, so that coverage can be counted and typing errors found. */

export interface Baseline {
  /** What the ids of its controls start with. */
  readonly prefix: string;
  readonly title: string;
  readonly url: string;
  /** Ids of all controls in force, as `satisfies` writes them. */
  readonly controls: readonly string[];
}

const OSPS = `
  AC-01.01 AC-02.01 AC-03.01 AC-03.02 AC-04.01 AC-04.02
  BR-01.01 BR-01.03 BR-01.04 BR-02.01 BR-02.02 BR-03.01 BR-03.02 BR-04.01 BR-05.01 BR-06.01 BR-07.01 BR-07.02
  DO-01.01 DO-02.01 DO-03.01 DO-03.02 DO-04.01 DO-05.01 DO-06.01 DO-07.01
  GV-01.01 GV-01.02 GV-02.01 GV-03.01 GV-03.02 GV-04.01
  LE-01.01 LE-02.01 LE-02.02 LE-03.01 LE-03.02
  QA-01.01 QA-01.02 QA-02.01 QA-02.02 QA-03.01 QA-04.01 QA-04.02 QA-05.01 QA-05.02 QA-06.01 QA-06.02 QA-06.03 QA-07.01
  SA-01.01 SA-02.01 SA-03.01 SA-03.02
  VM-01.01 VM-02.01 VM-03.01 VM-04.01 VM-04.02 VM-05.01 VM-05.02 VM-05.03 VM-06.01 VM-06.02`;

const MVSP = `
  1.1 1.2 1.3 1.4 1.5 1.6 1.7 1.8
  2.1 2.2 2.3 2.4 2.5 2.6 2.7 2.8
  3.1 3.2 3.3 3.4 3.5
  4.1 4.2 4.3 4.4`;

/** The source numbers nothing: these are its checkboxes in order, by section; a box inside another one has a number after a dot. */
const WEBSEC = `
  RM-1 RM-2
  INF-1 INF-2 INF-3 INF-3.1 INF-4 INF-4.1 INF-4.2 INF-4.3 INF-5.1 INF-5.2 INF-5.3 INF-6
  DEV-1 DEV-1.1 DEV-1.2 DEV-2 DEV-3 DEV-4 DEV-5
  DSO-1
  LOG-1
  WEB-1 WEB-1.1 WEB-1.2 WEB-1.3 WEB-1.4 WEB-2 WEB-3 WEB-3.1 WEB-3.2 WEB-3.3 WEB-4 WEB-4.1 WEB-4.2 WEB-4.3 WEB-5 WEB-6
  SEC-1 SEC-2 SEC-3 SEC-4 SEC-5
  DB-1 DB-2
  COM-1 COM-2 COM-3 COM-4 COM-5 COM-6 COM-7 COM-8`;

export const BASELINES: readonly Baseline[] = [
  baseline('OSPS', 'OpenSSF OSPS Baseline', 'https://baseline.openssf.org/', OSPS),
  baseline('MVSP', 'Minimum Viable Secure Product 3.0', 'https://mvsp.dev/', MVSP),
  baseline('WEBSEC', 'Mozilla websec-check', 'https://github.com/mozilla-services/websec-check', WEBSEC),
];

function baseline(prefix: string, title: string, url: string, ids: string): Baseline {
  return {
    prefix,
    title,
    url,
    controls: ids
      .trim()
      .split(/\s+/)
      .map((id) => `${prefix}-${id}`),
  };
}
