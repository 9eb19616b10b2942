/** Counts what reaches GitHub against its documented limits, in sliding windows and on its own: it knows nothing of our pacer. */

/**
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 * The hourly budget of an installation: 5,000 requests, 50 more for each repository past 20, 12,500 at most.
 */
export const hourlyBudget = (repositories: number): number =>
  Math.min(12_500, 5_000 + 50 * Math.max(0, repositories - 20));

const MINUTE = 60_000;
const HOUR = 3_600_000;
const MOST_AT_ONCE = 100;

/** The sum of what came in the last `span` milliseconds, and the most it ever was. */
class Window {
  readonly #entries: { readonly at: number; readonly cost: number }[] = [];
  #from = 0;
  #sum = 0;
  most = 0;

  constructor(
    readonly span: number,
    readonly limit: number,
  ) {}

  /** False when it is over the limit by this. */
  add(at: number, cost: number): boolean {
    this.#entries.push({ at, cost });
    this.#sum += cost;
    for (let oldest = this.#entries[this.#from]; oldest && oldest.at <= at - this.span; ) {
      this.#sum -= oldest.cost;
      this.#from += 1;
      oldest = this.#entries[this.#from];
    }
    this.most = Math.max(this.most, this.#sum);
    return this.#sum <= this.limit;
  }
}

export interface Watched {
  /** Each says which limit, and when. */
  readonly violations: readonly string[];
  readonly requests: Readonly<Record<'read' | 'write' | 'content', number>>;
  readonly byRoute: ReadonlyMap<string, number>;
  /** The most that ever was in one window. */
  readonly most: Readonly<Record<string, number>>;
}

/** One installation. */
export class LimitWatch implements Watched {
  readonly violations: string[] = [];
  readonly requests = { read: 0, write: 0, content: 0 };
  readonly byRoute = new Map<string, number>();
  readonly #windows: Readonly<Record<string, Window>>;
  #atOnce = 0;
  #mostAtOnce = 0;
  #refusedUntil = 0;

  constructor(repositories: number) {
    this.#windows = {
      'content a minute': new Window(MINUTE, 80),
      'content an hour': new Window(HOUR, 500),
      'points a minute': new Window(MINUTE, 900),
      'requests an hour': new Window(HOUR, hourlyBudget(repositories)),
    };
  }

  get most(): Readonly<Record<string, number>> {
    const windows = Object.entries(this.#windows).map(([name, { most }]) => [name, most]);
    return { ...Object.fromEntries(windows), 'at once': this.#mostAtOnce };
  }

  begin(method: string, route: string, at: number): void {
    const isRead = method === 'GET';
    const makesContent = method === 'POST' && /\/(?:issues|comments|pulls|reviews)$/.test(route);
    this.requests[isRead ? 'read' : makesContent ? 'content' : 'write'] += 1;
    const name = `${method} ${route}`;
    this.byRoute.set(name, (this.byRoute.get(name) ?? 0) + 1);
    this.#count('points a minute', at, isRead ? 1 : 5);
    this.#count('requests an hour', at, 1);
    if (makesContent) this.#count('content a minute', at, 1);
    if (makesContent) this.#count('content an hour', at, 1);
    this.#atOnce += 1;
    this.#mostAtOnce = Math.max(this.#mostAtOnce, this.#atOnce);
    if (this.#atOnce > MOST_AT_ONCE) this.#violated('requests at once', at);
    if (at < this.#refusedUntil) this.#violated('asked while told to wait', at);
  }

  end(): void {
    this.#atOnce -= 1;
  }

  hangUp(): void {
    this.#atOnce = 0;
  }

  /** GitHub has answered that nothing may be asked before then. */
  refused(until: number): void {
    this.#refusedUntil = until;
  }

  #count(name: string, at: number, cost: number): void {
    if (this.#windows[name]?.add(at, cost) === false) this.#violated(name, at);
  }

  #violated(what: string, at: number): void {
    this.violations.push(`${what} at ${new Date(at).toISOString()}`);
  }
}
