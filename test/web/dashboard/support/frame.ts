/** The frame of a page for tests that need no visit. */
import type { Frame, OrganisationFrame } from '../../../../src/web/dashboard/components/frame.js';

export const NOW = new Date('2026-11-23T12:00:00.000Z');

/** What people and repositories can be called, as far as a database is concerned. */
export const HOSTILE = {
  html: '<img src=x onerror=alert(1)>"\'',
  rtl: '\u202Eevil',
  long: 'x'.repeat(10_000),
} as const;

export function frame(change: Partial<Frame> = {}): Frame {
  return { ...organisationFrame(), ...change };
}

/** Of a page below an organisation. */
export function organisationFrame(change: Partial<OrganisationFrame> = {}): OrganisationFrame {
  return {
    assets: { style: '/assets/a.css', script: '/assets/a.js' },
    now: NOW,
    session: { viewer: { userId: 7, login: 'ada' }, formToken: (path) => `token of ${path}` },
    githubUrl: 'https://github.com',
    organisation: { account: 'acme', seat: 'member' },
    message: null,
    accessAsOf: null,
    ...change,
  };
}
