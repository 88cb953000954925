/** The one thing a person has to do next, whatever else there is: the most pressing first. Pure. */
import type { Day } from "../../kit/day.ts";
import type { DossierState } from "./state.ts";

export type Situation = {
  readonly state: DossierState;
  readonly today: Day;
  /** Parts of a draft that hold back its submission. */
  readonly left: number;
  /** Entered by the school in the person's stead, and not confirmed by them. */
  readonly toConfirm: boolean;
  readonly unread: number;
  /** What is charged for this dossier. */
  readonly dues: readonly { readonly balance: number; readonly dueOn: Day; readonly reference: string }[];
};

export type NextThing =
  | { readonly do: "nothing" }
  | { readonly do: "answer"; readonly dueOn: Day; readonly late: boolean }
  | { readonly do: "finish"; readonly left: number }
  | { readonly do: "submit" }
  | { readonly do: "confirm" }
  | { readonly do: "read"; readonly unread: number }
  | {
      readonly do: "pay";
      readonly balance: number;
      readonly dueOn: Day;
      readonly reference: string;
      readonly late: boolean;
    };

/**
 * A complement has a day of its own and holds back the examination: it goes before all else. What is still a draft is not
 * sent at all. A message may change what the rest means, and so is read before one pays. Whose application is not examined is
 * not told to pay for it.
 */
export function nextThing({ state, today, left, toConfirm, unread, dues }: Situation): NextThing {
  if (state.state === "withdrawn" || state.state === "declined")
    return unread > 0 ? { do: "read", unread } : { do: "nothing" };
  if (state.state === "complement") return { do: "answer", dueOn: state.dueOn!, late: today > state.dueOn! };
  if (state.state === "draft") return left > 0 ? { do: "finish", left } : { do: "submit" };
  if (toConfirm) return { do: "confirm" };
  if (unread > 0) return { do: "read", unread };
  const [due] = dues.filter(({ balance }) => balance > 0).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return due
    ? { do: "pay", balance: due.balance, dueOn: due.dueOn, reference: due.reference, late: today > due.dueOn }
    : { do: "nothing" };
}
