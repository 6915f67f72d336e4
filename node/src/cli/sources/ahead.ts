/**
 * Calls `make` for each item, up to `width` at once, and yields the results in the order of the items: reads of a log are
 * slow one by one and too many all at once.
 */
export async function* ahead<Item, Result>(
  items: Iterable<Item>,
  width: number,
  make: (item: Item) => Promise<Result>,
): AsyncGenerator<[Item, Result]> {
  const waiting: [Item, Promise<Result>][] = [];
  try {
    for (const item of items) {
      const result = make(item);
      // A result that fails while others are awaited is reported when its turn comes.
      result.catch(() => {});
      waiting.push([item, result]);
      if (waiting.length < width) continue;
      const [first, promise] = waiting.shift() as [Item, Promise<Result>];
      yield [first, await promise];
    }
    for (const [item, promise] of waiting) yield [item, await promise];
  } finally {
    await Promise.allSettled(waiting.map(([, promise]) => promise));
  }
}
