/** A lane of acts sent through the API: one in doubt is sent again under its own attempt, and must then be done once. */
import { Caller, Lost, type Try } from "./call.ts";
import { type Lane, sleep } from "./scenario.ts";

export type TryLane = {
  /** What to do next; `undefined` where there is something to wait for first. */
  readonly next: () => Try | undefined;
  /** The service said that it is done. */
  readonly acknowledge: (tried: Try, value: unknown) => void;
  /** Reads back what was acknowledged and tells each thing that is not so; an act in doubt may be done or not. */
  readonly look: (caller: Caller, doubt: Try | undefined) => Promise<string[]>;
};

export function tryLane(school: string, lane: TryLane): Lane {
  let doubt: Try | undefined;
  const send = async (caller: Caller, tried: Try): Promise<string[]> => {
    const { status, value } = await caller.send(tried);
    if (status !== 200) return [`${tried.act} answers ${status}: ${JSON.stringify(value).slice(0, 300)}`];
    lane.acknowledge(tried, value);
    return [];
  };
  return {
    step: async (origin) => {
      const tried = lane.next();
      if (!tried) {
        await sleep(5);
        return 0;
      }
      try {
        const faults = await send(new Caller(origin, school), tried);
        if (faults.length > 0) throw new Error(faults[0]);
        return 1;
      } catch (error) {
        if (error instanceof Lost) doubt = tried;
        throw error;
      }
    },
    recover: async (origin) => {
      const caller = new Caller(origin, school);
      const faults = await lane.look(caller, doubt);
      if (!doubt) return { faults, doubts: 0 };
      faults.push(...(await send(caller, doubt)));
      doubt = undefined;
      faults.push(...(await lane.look(caller, undefined)));
      return { faults, doubts: 1 };
    },
  };
}
