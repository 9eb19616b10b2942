/** `seaworthy scan --jsonl`: texts in, one JSON document a line; answers out, in the same order, each as soon as it can be. */
import { addAbortSignal } from 'node:stream';
import type { Confidence } from '../../domain/scanner/rule.js';
import type { ScanInput, ScanOutcome } from '../../infra/scan/scan-pool.js';
import { EXIT, type ExitCode, type Io } from '../_contract.js';
import { send } from './output.js';
import { isAtLeast, unseenOf } from './session.js';
import type { ScanTools } from './tools.js';

/** A longer line is not kept in memory; its answer says so. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** Chunks of lines that are scanned or wait for their turn to be written. */
const AHEAD = 8;

/** A line as it was read; one with a problem holds nothing to look at, and still has its place in the order. */
type Line = ScanInput & { readonly id: unknown; readonly problem?: string };

export async function scanJsonl(tools: ScanTools, atLeast: Confidence, io: Io): Promise<ExitCode> {
  const pool = tools.pool();
  let worst: ExitCode = EXIT.ok;
  const answer = (outcome: ScanOutcome<Line>): string => {
    const { text, exit } = answerTo(outcome, atLeast);
    worst = exit > worst ? exit : worst;
    return `${text}\n`;
  };
  let written: Promise<void> = Promise.resolve();
  const underWay: Promise<void>[] = [];
  for await (const lines of linesOf(io)) {
    const scanned = pool.scanBatch(lines);
    const before = written;
    written = (async () => {
      await before;
      const outcomes = await scanned;
      io.signal.throwIfAborted();
      await send(io.stdout, outcomes.map(answer).join(''), io.signal);
    })();
    // Awaited when its turn comes; until then it is nobody's error.
    written.catch(() => undefined);
    underWay.push(written);
    if (underWay.length >= AHEAD) await underWay.shift();
  }
  await written;
  return worst;
}

function answerTo(outcome: ScanOutcome<Line>, atLeast: Confidence): { text: string; exit: ExitCode } {
  const { id, problem } = outcome.input;
  if (problem !== undefined) return { text: JSON.stringify({ id, error: problem }), exit: EXIT.failed };
  if ('error' in outcome) return { text: JSON.stringify({ id, error: outcome.error.message }), exit: EXIT.failed };
  const { scan } = outcome;
  const findings = scan.findings.map(({ ruleId, start, end, confidence }) => ({
    rule: ruleId,
    start,
    end,
    confidence,
  }));
  const unseen = unseenOf('', scan).map(({ path: _, ...part }) => part);
  if (unseen.length > 0) return { text: JSON.stringify({ id, findings, unseen }), exit: EXIT.failed };
  const counts = findings.some(({ confidence }) => isAtLeast(confidence, atLeast));
  return { text: JSON.stringify({ id, findings }), exit: counts ? EXIT.negative : EXIT.ok };
}

/** The lines that each chunk of the input completes: nobody waits for a line that is not written yet. */
async function* linesOf(io: Io): AsyncGenerator<Line[]> {
  let parts: Buffer[] = [];
  let length = 0;
  const take = (): Line[] => {
    const isTooLong = length > LONGEST_LINE;
    const text = isTooLong ? '' : Buffer.concat(parts).toString('utf8');
    [parts, length] = [[], 0];
    if (isTooLong) return [problem(null, `the line is longer than ${LONGEST_LINE} bytes`)];
    return text.trim() === '' ? [] : [lineOf(text)];
  };
  const add = (part: Buffer): void => {
    length += part.length;
    if (length > LONGEST_LINE) parts = [];
    else parts.push(part);
  };
  for await (const chunk of addAbortSignal(io.signal, io.stdin)) {
    let rest = typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk);
    const lines: Line[] = [];
    for (let end = rest.indexOf(0x0a); end !== -1; end = rest.indexOf(0x0a)) {
      add(rest.subarray(0, end));
      lines.push(...take());
      rest = rest.subarray(end + 1);
    }
    add(rest);
    if (lines.length > 0) yield lines;
  }
  const last = take();
  if (last.length > 0) yield last;
}

function lineOf(json: string): Line {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    // What JSON.parse says may quote the line, and with it a secret.
    return problem(null, 'the line is no JSON');
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    return problem(null, 'the line is no JSON object');
  const { id = null, text, path } = read as Readonly<Record<string, unknown>>;
  if (id === null || typeof id === 'object') return problem(null, 'id is missing');
  if (typeof text !== 'string') return problem(id, 'text is no string');
  if (path === undefined || path === null) return { id, text };
  return typeof path === 'string' ? { id, text, path } : problem(id, 'path is no string');
}

function problem(id: unknown, sentence: string): Line {
  return { id, text: '', problem: sentence };
}
