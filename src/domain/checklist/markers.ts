/** The hidden comments by which our parts of an issue are found again. They hold identity only, never state: anybody can forge them. */

export type Marker =
  | { readonly kind: 'baseline'; readonly repositoryId: number }
  | { readonly kind: 'header-end' }
  | { readonly kind: 'section'; readonly id: string }
  | { readonly kind: 'item'; readonly id: string };

/** What every marker starts with; no line of a checklist may hold it. */
export const MARKER_START = '<!-- seaworthy:';

export const HEADER_END = `${MARKER_START}header-end -->`;

export const baselineMarker = (repositoryId: number): string => `${MARKER_START}baseline=${repositoryId} -->`;
export const sectionMarker = (id: string): string => `${MARKER_START}section=${id} -->`;
export const itemMarker = (id: string): string => `${MARKER_START}item=${id} -->`;

const COMMENT =
  /^<!-- seaworthy:(?<name>baseline|header-end|section|item)(?:=(?<value>[a-z0-9][a-z0-9/-]{0,129}))? -->$/;

/** Reads the value of an HTML node; undefined when it is anything but exactly one of our markers. */
export function readMarker(html: string): Marker | undefined {
  const { name, value } = COMMENT.exec(html.trim())?.groups ?? {};
  switch (name) {
    case 'header-end':
      return value === undefined ? { kind: 'header-end' } : undefined;
    case 'baseline':
      return value !== undefined && /^\d{1,15}$/.test(value)
        ? { kind: 'baseline', repositoryId: Number(value) }
        : undefined;
    case 'section':
      return value === undefined ? undefined : { kind: 'section', id: value };
    case 'item':
      return value === undefined ? undefined : { kind: 'item', id: value };
    default:
      return undefined;
  }
}
