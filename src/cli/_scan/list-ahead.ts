/** Takes a list, some items at a time, as fast as it comes while somebody works through it, so that its length is known before its end is reached. */

export interface AheadList<T> {
  items(): AsyncGenerator<T>;
  /** Undefined until the list has ended. */
  total(): number | undefined;
}

export function listAhead<T>(source: AsyncIterable<readonly T[]>): AheadList<T> {
  let waiting: T[] = [];
  let count = 0;
  let hasEnded = false;
  let wake = (): void => undefined;
  const reading = (async () => {
    try {
      for await (const items of source) {
        for (const item of items) waiting.push(item);
        count += items.length;
        wake();
      }
    } finally {
      hasEnded = true;
      wake();
    }
  })();
  // Whoever takes the items is told; until then it is nobody's error.
  reading.catch(() => undefined);
  return {
    total: () => (hasEnded ? count : undefined),
    items: async function* () {
      for (;;) {
        const some = waiting;
        waiting = [];
        for (const item of some) yield item;
        if (some.length > 0) continue;
        if (hasEnded) break;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      await reading;
    },
  };
}
