/** What is to be reminded of: late, not disputed, and at a level not sent yet. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed } from "../../kit/shapes.ts";
import { levelsToday, levelToSend, type Reminded, remindedOf } from "./levels.ts";
import * as output from "./output.ts";
import { type Late, lateCharges, type LatePlace } from "./store.ts";

const SHOWN = 100;
const PAGE = 500;
/** Pages read at most: what is late and was reminded of at every level stands first. */
const PAGES = 20;

export type ToRemind = Late & { readonly level: number };
export type RemindLater = Pick<Late, "id" | "reference" | "name" | "balance" | "dueOn"> & Reminded;

export const listToRemind = defineView({
  name: "listToRemind",
  label: { fr: "Voir ce qui est à relancer", en: "See what is to be reminded of" },
  who: "see the accounts",
  form: Type.Object({}, closed),
  output: output.listToRemind,
  async read(context) {
    const { tx, today, payee } = context;
    const days = payee?.money?.invoices.levels.days;
    const found: ToRemind[] = [];
    const later: RemindLater[] = [];
    let after: LatePlace | undefined;
    for (let page = 0; page < PAGES && found.length <= SHOWN; page++) {
      const late = await lateCharges(tx, today, after, PAGE);
      const levels = levelsToday(context, late);
      for (const one of late) {
        const level = levelToSend(one, levels.get(one.id) ?? 0, today);
        const { id, reference, name, balance, dueOn } = one;
        if (level > 0) found.push({ ...one, level });
        else later.push({ id, reference, name, balance, dueOn, ...remindedOf(one, days, today) });
      }
      const last = late.at(-1);
      if (!last || late.length < PAGE) break;
      after = { dueOn: last.dueOn, id: last.id };
    }
    return {
      charges: found.slice(0, SHOWN),
      more: found.length > SHOWN,
      later: later.toSorted(byNext).slice(0, SHOWN),
      moreLater: later.length > SHOWN,
    };
  },
});

/** The next to be reminded of first; without a day, last. */
function byNext(one: RemindLater, other: RemindLater): number {
  const [a, b] = [`${one.next ?? "~"} ${one.id}`, `${other.next ?? "~"} ${other.id}`];
  return a < b ? -1 : a > b ? 1 : 0;
}
