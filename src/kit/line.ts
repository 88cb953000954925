/**
 * A line before something costly: so many at a time, so many who wait, and whoever comes after those is told so at once. Those who
 * wait are of different places: one of each is served in turn, and a line that one place fills still has room for the others,
 * which they take from it. A place that is alone may fill it whole.
 */
import { newTurns } from "./turns.ts";

export type Line = {
  /** `undefined` where there was no room for one more of this place: nothing was begun. */
  readonly enter: <T>(work: () => Promise<T>, place?: string) => Promise<T | undefined>;
};

export function newLine({ places, waiting }: { readonly places: number; readonly waiting: number }): Line {
  const line = newTurns<(isTheirTurn: boolean) => void>();
  let busy = 0;
  const leave = () => {
    const next = line.next();
    // Whoever is next takes the place: nobody who comes at this moment slips in before.
    if (next) next(true);
    else busy--;
  };
  /** From whoever has most waiting, unless the newcomer would then have as many. */
  const makeRoom = (place: string): boolean => {
    if (line.count() < waiting) return true;
    if (line.most() <= line.waiting(place) + 1) return false;
    line.dropOfMost()!(false);
    return true;
  };
  return {
    enter: async (work, place = "") => {
      if (busy < places) busy++;
      else if (!makeRoom(place)) return undefined;
      else if (!(await new Promise<boolean>((resolve) => line.add(place, resolve)))) return undefined;
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
