/** Time as an argument, so that every rule about dates can be tested. */
export interface Clock {
  now(): Date;
}

/** The machine's clock; handed in by `serve.ts` and the command line only. */
export const systemClock: Clock = { now: () => new Date() };

/** The calendar day in UTC, `2026-12-15`: what dates of launches, waivers and reminders are compared by. */
export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** A clock that stands still at `at` until it is moved. */
export function fixedClock(at: Date): Clock & { set(to: Date): void } {
  let current = at;
  return {
    now: () => current,
    set: (to) => {
      current = to;
    },
  };
}
