/** Until when the person may withdraw if all have signed today: before that the day is not known, and the law is asked all the same. */
import type { Performing } from "../act/act.ts";
import type { Day } from "../kit/day.ts";
import { personal } from "./acts.ts";
import { type Agreed, decidedOn } from "./settling.ts";

type IfSigned = {
  readonly lastDay: Day;
  /** The training begins on that day or before. */
  readonly startsWithin: boolean;
};

/** Signed as the person has, else on the page. Null where there is no contract to sign, or all have signed it. */
export function ifSignedToday(context: Pick<Performing<unknown>, "decide" | "today">, agreed: Agreed): IfSigned | null {
  const { money, read, stated } = agreed;
  const { contract } = read;
  const own = personal(money);
  const share = contract?.shares.find(({ source }) => source === own);
  if (!contract || !share || share.amount === 0 || share.platform || share.signedOn !== null) return null;
  const signedOn = context.today;
  const onPage = { on: signedOn, how: "page", concluded: "distance", startRequested: false } as const;
  const signed = share.signed ?? {
    ...onPage,
    by: "",
    signature: "",
    stated: stated.contract,
    from: null,
    countersigned: null,
  };
  const shares = contract.shares.map((one) => (one === share ? { ...one, signed, signedOn, undone: false } : one));
  const asked = { ...agreed, read: { ...read, contract: { ...contract, shares }, renounced: null } };
  const answered = decidedOn(context, asked);
  const decided = answered && "fr" in answered ? answered.fr : undefined;
  if (!decided?.withdrawal) return null;
  const { withdrawal, findings } = decided;
  const startsWithin = findings.some(({ condition, met }) => condition === "starts-in-withdrawal" && met === false);
  return { lastDay: withdrawal.lastDay, startsWithin };
}
