/** Who owes what, today and in thirty days, by age. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { addDays, type Day } from "../../kit/day.ts";
import { closed } from "../../kit/shapes.ts";
import { AGES, edges, SOON } from "../rules/ages.ts";
import * as output from "./output.ts";
import { type Group, openByAge, owingMost } from "./store.ts";
import type { Tx } from "../../db/school.ts";

const SHOWN = 20;

export const seeAges = defineView({
  name: "seeAges",
  label: { fr: "Voir qui doit quoi, par ancienneté", en: "See who owes what, by age" },
  who: "see the accounts",
  form: Type.Object({}, closed),
  output: output.seeAges,
  async read({ tx, today }) {
    const soon = addDays(today, SOON);
    const [now, later] = [await groupsOn(tx, today), await groupsOn(tx, soon)];
    const groups = now.map(({ age, ...sum }, at) => ({
      age,
      today: sum,
      soon: { count: later[at]!.count, amount: later[at]!.amount },
    }));
    return { on: today, soon, groups, debtors: await owingMost(tx, { today, soon }, SHOWN) };
  },
});

/** Suspended charges are not asked for: they are summed apart, whatever their due day. */
async function groupsOn(tx: Tx, on: Day) {
  const [open, suspended] = [await openByAge(tx, edges(on), false), await openByAge(tx, edges(on), true)];
  const of = (groups: readonly Group[], at: number) => groups.find(({ age }) => age === at) ?? { count: 0, amount: 0 };
  const asked = AGES.map(({ key }, at) => {
    const [all, not] = [of(open, at), of(suspended, at)];
    return { age: key, count: all.count - not.count, amount: all.amount - not.amount };
  });
  const sum = (key: "count" | "amount") => suspended.reduce((total, one) => total + one[key], 0);
  return [...asked, { age: "suspended" as const, count: sum("count"), amount: sum("amount") }];
}
