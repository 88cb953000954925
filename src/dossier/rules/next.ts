/** The next thing a person has to do: the most urgent only. Pure. */
import type { Day } from "../../kit/day.ts";
import type { DossierState } from "./state.ts";

export type Situation = {
  readonly state: DossierState;
  readonly today: Day;
  /** Parts of the draft that block submission. */
  readonly left: number;
  /** Entered by the school and not confirmed by the person. */
  readonly toConfirm: boolean;
  /** Messages of the school. */
  readonly unanswered: number;
  /** The charges of this dossier. */
  readonly dues: readonly { readonly balance: number; readonly dueOn: Day; readonly reference: string }[];
};

export type NextThing =
  | { readonly do: "nothing" }
  | { readonly do: "answer"; readonly dueOn: Day; readonly late: boolean }
  | { readonly do: "finish"; readonly left: number }
  | { readonly do: "submit" }
  | { readonly do: "confirm" }
  | { readonly do: "reply"; readonly messages: number }
  | {
      readonly do: "pay";
      readonly balance: number;
      readonly dueOn: Day;
      readonly reference: string;
      readonly late: boolean;
    };

/**
 * A complement has its own deadline and blocks the examination: first. A draft is not sent at all: next. A message may change the rest, so
 * it comes before paying. An application that is not examined is not asked to pay.
 */
export function nextThing({ state, today, left, toConfirm, unanswered, dues }: Situation): NextThing {
  if (state.state === "withdrawn" || state.state === "declined")
    return unanswered > 0 ? { do: "reply", messages: unanswered } : { do: "nothing" };
  if (state.state === "complement") return { do: "answer", dueOn: state.dueOn!, late: today > state.dueOn! };
  if (state.state === "draft") return left > 0 ? { do: "finish", left } : { do: "submit" };
  if (toConfirm) return { do: "confirm" };
  if (unanswered > 0) return { do: "reply", messages: unanswered };
  const [due] = dues.filter(({ balance }) => balance > 0).toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return due
    ? { do: "pay", balance: due.balance, dueOn: due.dueOn, reference: due.reference, late: today > due.dueOn }
    : { do: "nothing" };
}
