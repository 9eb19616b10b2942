/** YAML checked against a schema, with the line number of everything that is wrong: used for checklists and policies. */
import { EVENT_ID, type Event, getScalarValue, load, parseEvents, YAMLException } from 'js-yaml';
import type { z } from 'zod';

/** Something wrong with a file, told to the person who wrote it. */
export interface Problem {
  /** First line is 1; absent when no line can be named. */
  readonly line?: number;
  /** Where in the document, such as `sections[0].items[2].risk`; empty for the whole of it. */
  readonly path: string;
  readonly message: string;
}

export type Read<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly problemAt: (path: readonly PropertyKey[], message: string) => Problem;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads one YAML document. Never throws for what the text holds: every problem is in the answer. */
export function readYaml<T>(text: string, schema: z.ZodType<T>): Read<T> {
  let raw: unknown;
  try {
    raw = load(text);
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    return { ok: false, problems: [yamlProblem(cause)] };
  }
  // Finding the lines takes as long as reading the values, and a good file never asks for them.
  let lines: ReadonlyMap<string, number> | undefined;
  const lineOf = (path: readonly PropertyKey[]) => {
    lines ??= linesByPath(text);
    return nearestLine(lines, path);
  };
  const result = schema.safeParse(raw);
  if (result.success)
    return { ok: true, value: result.data, problemAt: (path, message) => problem(path, message, lineOf) };
  return { ok: false, problems: result.error.issues.flatMap((issue) => schemaProblems(issue, lineOf)) };
}

/** A path as people write it: `sections[0].items[2].risk`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
}

function yamlProblem(cause: YAMLException): Problem {
  const message = `This is not valid YAML: ${cause.reason}`;
  return cause.mark === undefined || cause.mark === null
    ? { path: '', message }
    : { line: cause.mark.line + 1, path: '', message };
}

type Lines = (path: readonly PropertyKey[]) => number | undefined;

function schemaProblems(issue: z.core.$ZodIssue, lineOf: Lines): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem([...issue.path, key], `Unknown key "${key}"`, lineOf));
  }
  return [problem(issue.path, issue.message, lineOf)];
}

function problem(path: readonly PropertyKey[], message: string, lineOf: Lines): Problem {
  const line = lineOf(path);
  return line === undefined ? { path: pathText(path), message } : { line, path: pathText(path), message };
}

function nearestLine(lines: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const line = lines.get(keyOf(path.slice(0, length)));
    if (line !== undefined) return line;
  }
  return undefined;
}

const keyOf = (path: readonly PropertyKey[]): string => JSON.stringify(path.map(String));

interface Frame {
  readonly path: readonly string[];
  readonly kind: 'mapping' | 'sequence' | 'document';
  key: string | undefined;
  index: number;
}

/** The line on which each key and each sequence entry starts. */
function linesByPath(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const lineAt = lineCounter(text);
  const stack: Frame[] = [];
  for (const event of parseEvents(text, {})) {
    if (event.type === EVENT_ID.POP) {
      stack.pop();
      continue;
    }
    const frame = stack.at(-1);
    if (event.type === EVENT_ID.DOCUMENT || frame === undefined) {
      stack.push({ path: [], kind: 'document', key: undefined, index: 0 });
      continue;
    }
    const start = startOf(event);
    if (frame.kind === 'mapping' && frame.key === undefined) {
      frame.key = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : '';
      if (start >= 0) lines.set(keyOf([...frame.path, frame.key]), lineAt(start));
      if (event.type === EVENT_ID.SCALAR) continue;
    }
    const path = step(frame);
    if (start >= 0 && !lines.has(keyOf(path))) lines.set(keyOf(path), lineAt(start));
    if (event.type === EVENT_ID.MAPPING) stack.push({ path, kind: 'mapping', key: undefined, index: 0 });
    if (event.type === EVENT_ID.SEQUENCE) stack.push({ path, kind: 'sequence', key: undefined, index: 0 });
  }
  return lines;
}

/** The path of the value that comes next in `frame`, which moves on. */
function step(frame: Frame): readonly string[] {
  if (frame.kind === 'document') return [];
  if (frame.kind === 'sequence') {
    frame.index += 1;
    return [...frame.path, String(frame.index - 1)];
  }
  const path = [...frame.path, frame.key ?? ''];
  frame.key = undefined;
  return path;
}

function startOf(event: Exclude<Event, { type: typeof EVENT_ID.POP | typeof EVENT_ID.DOCUMENT }>): number {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart;
  return event.start;
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
