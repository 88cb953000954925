/** What two people agreed to give back: to whom, by what, and whether it left. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { agreedMoney } from "../../billing/debtors/made.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { namesOf } from "../../people/contact.ts";
import { tieTo } from "../ties/store.ts";
import * as output from "./output.ts";

export const seeMoneyToGive = defineView({
  name: "seeMoneyToGive",
  label: { fr: "Voir ce qui est à rendre", en: "See what is to be given back" },
  who: "see the accounts",
  form: Type.Object({ proposal: Id }, closed),
  output: output.seeMoneyToGive,
  async read({ tx, input }) {
    const seen = await agreedMoney(tx, input.proposal);
    if (!seen) return undefined;
    const { made, charge: _, ...money } = seen;
    const tie = await tieTo(tx, { payment: null, slip: null, refund: seen.id });
    return {
      ...money,
      made: made && { on: made.on, byName: (await namesOf(tx, [made.by]))[made.by] ?? null },
      line: tie?.line ?? null,
    };
  },
});
