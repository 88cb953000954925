/** What waits, one of each sender in turn: of whoever sent fifty, one is taken, then one of everybody else's. */

export type Turns<T> = {
  readonly add: (of: string, one: T) => void;
  readonly none: () => boolean;
  /** Passing over those who are served already. */
  readonly next: (served?: ReadonlySet<string>) => T | undefined;
  readonly count: () => number;
  readonly waiting: (of: string) => number;
  /** How many wait of whoever has most of them waiting; and the last of those, taken away. */
  readonly most: () => number;
  readonly dropOfMost: () => T | undefined;
};

export function newTurns<T>(): Turns<T> {
  const lists = new Map<string, T[]>();
  let count = 0;
  const longest = () => {
    let found: readonly [string, readonly T[]] | undefined;
    for (const one of lists) if (!found || one[1].length > found[1].length) found = one;
    return found;
  };
  return {
    add: (of, one) => {
      lists.set(of, [...(lists.get(of) ?? []), one]);
      count++;
    },
    none: () => count === 0,
    next: (served) => {
      let first: readonly [string, readonly T[]] | undefined;
      for (const one of lists) if (!first && !served?.has(one[0])) first = one;
      if (!first) return undefined;
      const [of, [one, ...rest]] = first;
      // Whoever was served stands last.
      lists.delete(of);
      if (rest.length > 0) lists.set(of, rest);
      count--;
      return one;
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
