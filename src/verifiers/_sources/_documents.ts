/** The documents that a project writes for people, and what is in them by their headings. */
import { isAside } from './_names.js';
import type { Texts } from './texts.js';

const ROOT_DOCUMENT =
  /^(?:\.github\/|docs?\/)?(?:README|SECURITY|CONTRIBUTING|MAINTAINERS|OWNERS|GOVERNANCE|SUPPORT|BUILD|BUILDING|INSTALL|DEVELOPMENT|HACKING|TESTING|RELEASING|RELEASE|ARCHITECTURE|DESIGN|DEPENDENCIES|VERIFY|DEPLOY|DEPLOYMENT|HOSTING|CODEOWNERS|LICEN[CS]E|COPYING|UNLICENSE)(?:[-.][\w.-]+)?$/i;
const GUIDE = /^(?:docs?|documentation)\/(?:[^/]+\/)?[^/]+\.(?:md|mdx|rst|adoc|txt)$/i;

export const isDocument = (path: string): boolean => !isAside(path) && (ROOT_DOCUMENT.test(path) || GUIDE.test(path));

/** Documents whose path matches, by path. */
export function documents({ texts }: Texts, path: RegExp): ReadonlyMap<string, string> {
  return new Map([...texts].filter(([each]) => isDocument(each) && path.test(each)));
}

/** Comments are not shown to readers. */
export function shownText(text: string): string {
  return text.replaceAll(/<!--.*?(?:-->|$)/gs, '');
}

export interface Passage {
  readonly path: string;
  /** Without its marks. */
  readonly heading: string;
  /** What stands below it, up to the next heading of its rank. */
  readonly text: string;
}

/** The sections whose headings match, of Markdown, reStructuredText and AsciiDoc alike. */
export function passages(files: ReadonlyMap<string, string>, heading: RegExp): readonly Passage[] {
  return [...files].flatMap(([path, text]) =>
    sectionsOf(shownText(text))
      .filter((section) => heading.test(section.heading))
      .map((section) => ({ path, ...section })),
  );
}

interface Section {
  readonly heading: string;
  readonly text: string;
}

const ATX = /^(?<marks>#{1,6}|={1,6})\s+(?<title>.+?)\s*(?:[#=]*)$/;
const FENCE = /^\s*(?:```|~~~(?!~))/;
const UNDERLINE = /^(?:={3,}|-{3,}|~{3,}|\^{3,})\s*$/;

function sectionsOf(text: string): readonly Section[] {
  const lines = text.split(/\r?\n/);
  const heads = headingsOf(lines);
  return heads.map(({ title, rank, from }, index) => {
    const next = heads.slice(index + 1).find((other) => other.rank <= rank);
    return { heading: title, text: lines.slice(from, next?.at ?? lines.length).join('\n') };
  });
}

interface Heading {
  readonly title: string;
  readonly rank: number;
  /** Index of its line, and of the first line below it. */
  readonly at: number;
  readonly from: number;
}

function headingsOf(lines: readonly string[]): readonly Heading[] {
  const heads: Heading[] = [];
  let isCode = false;
  for (const [at, line] of lines.entries()) {
    if (FENCE.test(line)) isCode = !isCode;
    if (isCode) continue;
    const atx = ATX.exec(line)?.groups;
    if (atx?.title !== undefined) {
      heads.push({ title: atx.title, rank: atx.marks?.length ?? 1, at, from: at + 1 });
    } else if (isText(line) && UNDERLINE.test(lines[at + 1] ?? '') && !isText(lines[at - 1])) {
      heads.push({ title: line.trim(), rank: lines[at + 1]?.startsWith('=') === true ? 1 : 2, at, from: at + 2 });
    }
  }
  return heads;
}

const isText = (line: string | undefined): boolean => line !== undefined && /^\s*[\p{L}\d*_`[]/u.test(line);
