/**
 * A bounded queue before costly work: `places` tasks run at a time, `waiting` may wait, and further ones are refused at once. Fair
 * queueing: clients (`place`, a caller or an account) are served in turn, and in a full queue a newcomer evicts a task of the client
 * with the most. A client that is alone may fill the queue.
 */
import { newTurns } from "./turns.ts";

export type Line = {
  /** `undefined` if the task was refused or evicted before it began. */
  readonly enter: <T>(work: () => Promise<T>, place?: string) => Promise<T | undefined>;
};

export function newLine({ places, waiting }: { readonly places: number; readonly waiting: number }): Line {
  const line = newTurns<(isTheirTurn: boolean) => void>();
  let busy = 0;
  const leave = () => {
    const next = line.next();
    // Hand over to the next in line without freeing the slot, so that a newcomer cannot jump the queue.
    if (next) next(true);
    else busy--;
  };
  /** Evicts from the longest queue (fair queueing), unless the newcomer's would then be as long. */
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
