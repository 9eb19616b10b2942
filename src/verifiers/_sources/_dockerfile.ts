/** A Dockerfile by its lines: the images it is built from, and the user that its last stage runs as. */

export interface Dockerfile {
  readonly path: string;
  readonly stages: readonly Stage[];
  /** Images that files are copied from, stages left out. */
  readonly copiedFrom: readonly Image[];
  /** The path of each `COPY`'s sources. */
  readonly copied: readonly string[];
}

export interface Image {
  /** Variables with defaults filled in: `node:24-slim`. Null where a variable has no default. */
  readonly reference: string | null;
  /** As written. */
  readonly written: string;
  readonly line: number;
}

export interface Stage {
  readonly name: string | null;
  /** Null for a stage that starts from another stage. */
  readonly image: Image | null;
  /** Index of the stage that it starts from. */
  readonly from: number | null;
  /** The last `USER` of this stage, variables filled in; undefined where it has none, null where that cannot be told. */
  readonly user: string | null | undefined;
}

interface Instruction {
  readonly name: string;
  readonly rest: string;
  readonly line: number;
}

export function readDockerfile(path: string, text: string): Dockerfile {
  const globals = new Map<string, string | null>();
  const stages: Stage[] = [];
  const copiedFrom: Image[] = [];
  const copied: string[] = [];
  let locals = new Map<string, string | null>();
  for (const { name, rest, line } of instructionsOf(text)) {
    const current = stages.at(-1);
    if (name === 'FROM') {
      const [, written = '', as] = FROM.exec(rest) ?? [];
      const reference = filled(written, globals);
      const from = stages.findLastIndex((stage) => stage.name !== null && stage.name === reference?.toLowerCase());
      const image = from < 0 ? { reference, written, line } : null;
      stages.push({ name: as?.toLowerCase() ?? null, image, from: from < 0 ? null : from, user: undefined });
      locals = new Map();
    } else if (name === 'ARG' || name === 'ENV') {
      for (const [key, value] of pairsOf(rest)) {
        if (current === undefined) globals.set(key, value);
        else locals.set(key, value ?? (name === 'ARG' ? (globals.get(key) ?? null) : null));
      }
    } else if (name === 'USER' && current !== undefined) {
      stages[stages.length - 1] = { ...current, user: filled(unquoted(rest), locals) };
    } else if (name === 'COPY' || name === 'ADD') {
      const written = /(?:^|\s)--from=(?<image>\S+)/.exec(rest)?.groups?.image;
      const reference = written === undefined ? null : filled(written, globals);
      const isStage = reference !== null && (/^\d+$/.test(reference) || stages.some((each) => each.name === reference));
      if (written !== undefined && !isStage) copiedFrom.push({ reference, written, line });
      if (written === undefined)
        copied.push(
          ...rest
            .split(/\s+/)
            .filter((word) => !word.startsWith('--'))
            .slice(0, -1),
        );
    }
  }
  return { path, stages, copiedFrom, copied };
}

const FROM = /^(?:--\w+=\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/i;

/** Who the container runs as when nobody says otherwise: the last stage's user, or that of the stage it starts from. */
export function lastUser({ stages }: Dockerfile): {
  readonly user: string | null | undefined;
  readonly image: Image | null;
} {
  let at: number | null = stages.length - 1;
  let image: Image | null = null;
  while (at !== null) {
    const stage: Stage | undefined = stages[at];
    if (stage?.user !== undefined) return { user: stage.user, image: stage.image };
    image = stage?.image ?? null;
    at = stage?.from ?? null;
  }
  return { user: undefined, image };
}

/** Joined over line ends, without comments and the bodies of here-documents. */
function instructionsOf(text: string): readonly Instruction[] {
  const joiner = /^#\s*escape\s*=\s*`/im.test(text.slice(0, 500)) ? '`' : '\\';
  const lines = text.split(/\r?\n/);
  const found: Instruction[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = at + 1;
    let whole = '';
    for (; at < lines.length; at += 1) {
      const part = lines[at] ?? '';
      if (/^\s*(?:#|$)/.test(part)) {
        if (whole === '') break;
        continue;
      }
      const goesOn = part.trimEnd().endsWith(joiner);
      whole += goesOn ? `${part.trimEnd().slice(0, -1)} ` : part;
      if (!goesOn) break;
    }
    const { name, rest } = /^\s*(?<name>[A-Za-z]+)\s+(?<rest>.*)$/s.exec(whole)?.groups ?? {};
    if (name === undefined || rest === undefined) continue;
    found.push({ name: name.toUpperCase(), rest: rest.trim(), line });
    if (/^(?:RUN|COPY|ADD)$/i.test(name)) at = afterHereDocuments(lines, at, rest);
  }
  return found;
}

function afterHereDocuments(lines: readonly string[], from: number, rest: string): number {
  let at = from;
  for (const { groups } of rest.matchAll(/<<-?(?<quote>["']?)(?<word>[A-Za-z_]\w*)\k<quote>/g)) {
    const end = lines.findIndex((line, index) => index > at && line.replace(/^\t+/, '') === groups?.word);
    if (end < 0) return at;
    at = end;
  }
  return at;
}

/** `NAME`, `NAME=value`, several of them, or `NAME value` of old. */
function pairsOf(rest: string): readonly (readonly [string, string | null])[] {
  const old = /^(?<key>\w+)\s+(?<value>[^=]+)$/.exec(rest)?.groups;
  if (old?.key !== undefined && old.value !== undefined) return [[old.key, unquoted(old.value)]];
  return [...rest.matchAll(/(?<key>\w+)(?:=(?<value>"[^"]*"|'[^']*'|\S*))?/g)].map(({ groups }) => [
    groups?.key ?? '',
    groups?.value === undefined ? null : unquoted(groups.value),
  ]);
}

const unquoted = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/s, '$2');

/** `$NAME`, `${NAME}` and `${NAME:-default}`; null where one has no value. */
function filled(text: string, values: ReadonlyMap<string, string | null>): string | null {
  let isKnown = true;
  const whole = text.replaceAll(
    /\$(?:(?<bare>\w+)|\{(?<name>\w+)(?::?-(?<fallback>[^}]*))?\})/g,
    (_, bare: string | undefined, name: string | undefined, fallback: string | undefined) => {
      const value = values.get(bare ?? name ?? '') ?? fallback;
      if (value === undefined) isKnown = false;
      return value ?? '';
    },
  );
  return isKnown ? whole : null;
}
