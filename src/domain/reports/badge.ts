/** A service's badge as SVG: its grade, or whether it is ready to launch, and nothing else that could tell whose it is. */
import { makeBadge } from 'badge-maker';
import type { Letter } from '../checklist/index.js';

export const BADGES = ['grade', 'readiness'] as const;

export type BadgeKind = (typeof BADGES)[number];

export interface BadgeFacts {
  /** Null when nothing applies that could be graded. */
  readonly grade: Letter | null;
  readonly isReady: boolean;
}

/** By the letter alone; dark enough for white text. @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
const COLOURS: Readonly<Record<string, string>> = {
  A: '#1a7f37',
  B: '#4d7c0f',
  C: '#9a6700',
  D: '#bc4c00',
  F: '#cf222e',
};

const GREY = '#57606a';

export function badge(kind: BadgeKind, { grade, isReady }: BadgeFacts): string {
  if (kind === 'readiness') {
    const [message, color] = isReady ? ['ready', COLOURS.A] : ['not ready', GREY];
    return makeBadge({ label: 'launch', message: message ?? '', color: color ?? GREY });
  }
  const color = COLOURS[grade?.charAt(0) ?? ''] ?? GREY;
  return makeBadge({ label: 'security baseline', message: grade ?? 'not graded', color });
}
