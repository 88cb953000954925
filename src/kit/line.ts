/** A line before something costly: so many at a time, so many who wait, and whoever comes after those is told so at once. */

export type Line = {
  /** `undefined` where the line is full: nothing was begun. */
  readonly enter: <T>(work: () => Promise<T>) => Promise<T> | undefined;
};

export function newLine({ places, waiting }: { readonly places: number; readonly waiting: number }): Line {
  const line: (() => void)[] = [];
  let busy = 0;
  const leave = () => {
    const next = line.shift();
    // Whoever is next takes the place: nobody who comes at this moment slips in before.
    if (next) next();
    else busy--;
  };
  const inTurn = async () => {
    if (busy < places) busy++;
    else await new Promise<void>((resolve) => line.push(resolve));
  };
  return {
    enter: (work) => {
      if (busy >= places && line.length >= waiting) return undefined;
      return inTurn().then(work).finally(leave);
    },
  };
}
