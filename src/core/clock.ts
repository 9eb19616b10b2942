/** Time as an argument, so that every rule about dates can be tested. */
export interface Clock {
  now(): Date;
}

/** The machine's clock; handed in by `main.ts` and the command line only. */
export const systemClock: Clock = { now: () => new Date() };

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
