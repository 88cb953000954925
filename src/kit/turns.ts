/** Round-robin queue by sender: after one item of a sender with fifty, it takes one of each other sender. */

export type Turns<T> = {
  readonly add: (of: string, item: T) => void;
  readonly none: () => boolean;
  /** Skips senders in `served`. */
  readonly next: (served?: ReadonlySet<string>) => T | undefined;
  readonly count: () => number;
  readonly waiting: (of: string) => number;
  /** The length of the longest queue of a sender. */
  readonly most: () => number;
  /** Removes the last item of that queue. */
  readonly dropOfMost: () => T | undefined;
};

export function newTurns<T>(): Turns<T> {
  const lists = new Map<string, T[]>();
  let count = 0;
  const longest = () => {
    let longestEntry: readonly [string, readonly T[]] | undefined;
    for (const entry of lists) if (!longestEntry || entry[1].length > longestEntry[1].length) longestEntry = entry;
    return longestEntry;
  };
  return {
    add: (of, item) => {
      lists.set(of, [...(lists.get(of) ?? []), item]);
      count++;
    },
    none: () => count === 0,
    next: (served) => {
      let first: readonly [string, readonly T[]] | undefined;
      for (const entry of lists) if (!first && !served?.has(entry[0])) first = entry;
      if (!first) return undefined;
      const [of, [item, ...rest]] = first;
      // Moves the sender to the end of the round.
      lists.delete(of);
      if (rest.length > 0) lists.set(of, rest);
      count--;
      return item;
    },
    count: () => count,
    waiting: (of) => lists.get(of)?.length ?? 0,
    most: () => longest()?.[1].length ?? 0,
    dropOfMost: () => {
      const [of, all = []] = longest() ?? [];
      if (of === undefined) return undefined;
      if (all.length > 1) lists.set(of, all.slice(0, -1));
      else lists.delete(of);
      count--;
      return all.at(-1);
    },
  };
}
