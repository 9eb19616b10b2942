/** Time that passes only while everybody waits: hours of pacing take seconds, and nothing in between is skipped. */
import type { Clock } from '../../src/core/clock.js';

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export class VirtualTime implements Clock {
  #now: number;
  #sleepers: Sleeper[] = [];
  #stirred: () => void = () => undefined;

  constructor(start: Date) {
    this.#now = start.getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  /** Resolves when time has moved on by so much; counts as waiting until then. */
  sleep(ms: number): Promise<void> {
    return new Promise((wake) => {
      this.#sleepers.push({ at: this.#now + ms, wake });
      this.#stirred();
    });
  }

  /** How many wait. */
  get asleep(): number {
    return this.#sleepers.length;
  }

  /** When the next one wakes; infinite when nobody sleeps. */
  get nextWake(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...this.#sleepers.map(({ at }) => at));
  }

  /** Somebody fell asleep, or `stir` was called. */
  stirred(): Promise<void> {
    return new Promise((resolve) => {
      this.#stirred = resolve;
    });
  }

  stir(): void {
    this.#stirred();
  }

  /** Moves on to `at` and wakes everybody who waited for it. */
  advanceTo(at: number): void {
    this.#now = Math.max(this.#now, at);
    const due = this.#sleepers.filter((sleeper) => sleeper.at <= this.#now);
    this.#sleepers = this.#sleepers.filter((sleeper) => sleeper.at > this.#now);
    for (const { wake } of due.sort((a, b) => a.at - b.at)) wake();
  }

  /** Those who sleep never wake: their process was killed. */
  forget(): void {
    this.#sleepers = [];
  }
}
