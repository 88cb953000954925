/**
 * A lane of acts sent through the API: one in doubt is sent again under its own attempt, and must then be done once; the last that was
 * acknowledged too, and the service that was started again gives it the answer that the killed one gave.
 */
import { isDeepStrictEqual } from "node:util";
import { type Answered, Caller, Lost, type Try } from "./call.ts";
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
  let last: { readonly tried: Try; readonly answered: Answered } | undefined;
  const send = async (caller: Caller, tried: Try): Promise<string[]> => {
    const answered = await caller.send(tried);
    if (answered.status !== 200) return [`${tried.act} answers ${said(answered)}`];
    lane.acknowledge(tried, answered.value);
    last = { tried, answered };
    return [];
  };
  const sendLastAgain = async (caller: Caller): Promise<string[]> => {
    // What a provider tells has no key: told again, it is known.
    if (!last || last.tried.raw) return [];
    const { tried, answered } = last;
    const again = await caller.send(tried);
    return isDeepStrictEqual(again, answered)
      ? []
      : [`${tried.act} answered ${said(answered)}, and after a restart ${said(again)}`];
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
      const faults = [...(await sendLastAgain(caller)), ...(await lane.look(caller, doubt))];
      if (!doubt) return { faults, doubts: 0 };
      faults.push(...(await send(caller, doubt)));
      doubt = undefined;
      faults.push(...(await lane.look(caller, undefined)));
      return { faults, doubts: 1 };
    },
  };
}

const said = ({ status, value }: Answered) => `${status}: ${JSON.stringify(value).slice(0, 300)}`;
