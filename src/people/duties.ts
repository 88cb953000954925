/** The calendar's duties on accounts: removes expired sessions, tokens, codes and failures. */
import type { TSchema } from "typebox";
import type { Act, Duty, Performing } from "../act/act.ts";
import { dayIn } from "../kit/zone.ts";
import { expireCode } from "./codes/acts.ts";
import { expireSession, FAILURE_LIFE, forgetFailure } from "./sessions/acts.ts";
import { expireToken } from "./tokens/acts.ts";
import { endedTokens } from "./tokens/store.ts";
import { endedCodes } from "./codes/store.ts";
import { endedSessions } from "./sessions/store.ts";
import { oldFailures } from "./tries/store.ts";

type Ended = { readonly id: string; readonly expiresAt: Date };

export const closeSessions = dutyOf(expireSession, ({ tx, at }, limit) => endedSessions(tx, at, limit));
export const dropTokens = dutyOf(expireToken, ({ tx, at }, limit) => endedTokens(tx, at, limit));
export const dropCodes = dutyOf(expireCode, ({ tx, at }, limit) => endedCodes(tx, at, limit));
export const forgetFailures = dutyOf(forgetFailure, async ({ tx, at }, limit) => {
  const old = await oldFailures(tx, new Date(at.getTime() - FAILURE_LIFE), limit);
  return old.map(({ id, failedAt }) => ({ id, expiresAt: new Date(failedAt.getTime() + FAILURE_LIFE) }));
});

type When = Pick<Performing<unknown>, "tx" | "at">;

function dutyOf<F extends TSchema>(
  act: Act<F, object>,
  ended: (given: When, limit: number) => Promise<Ended[]>,
): Duty<F> {
  return {
    act,
    foretold: { unpreventable: "it ends what signing in or asking again renews" },
    async due(given, limit) {
      const all = await ended(given, limit);
      return all.map(({ id, expiresAt }) => ({ input: { id } as never, key: id, day: dayIn(expiresAt, given.zone) }));
    },
  };
}
