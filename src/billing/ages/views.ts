/** Who owes what, today and in thirty days, by age. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { addDays, type Day } from "../../kit/day.ts";
import { closed } from "../../kit/shapes.ts";
import { AGES, edges, SOON } from "../rules/ages.ts";
import * as output from "./output.ts";
import { countOpenProposals, openProposals } from "../debtors/proposals.ts";
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
    const groups = await groupsOn(tx, today, soon);
    const proposals = await openProposals(tx, SHOWN);
    return { on: today, soon, groups, debtors: await owingMost(tx, { today, soon }, SHOWN), proposals };
  },
});

/** The same without names: for the first page of those who answer for the money. */
export const seeAgeGroups = defineView({
  name: "seeAgeGroups",
  label: { fr: "Voir ce qui est dû, par ancienneté", en: "See what is owed, by age" },
  who: "see the accounts",
  form: Type.Object({}, closed),
  output: output.seeAgeGroups,
  async read({ tx, today }) {
    const soon = addDays(today, SOON);
    const toAgree = await countOpenProposals(tx);
    return { on: today, soon, groups: await groupsOn(tx, today, soon), toAgree };
  },
});

/** Suspended charges are not asked for: they are summed apart, whatever their due day. */
async function groupsOn(tx: Tx, today: Day, soon: Day) {
  const days = { today: edges(today), soon: edges(soon) };
  const [open, suspended] = [await openByAge(tx, days, false), await openByAge(tx, days, true)];
  const sums = (which: "today" | "soon", at: number) => {
    const [all, not] = [open, suspended].map((groups) => summed(groups.filter((one) => one[which] === at)));
    return { count: all!.count - not!.count, amount: all!.amount - not!.amount };
  };
  const asked = AGES.map(({ key }, at) => ({ age: key, today: sums("today", at), soon: sums("soon", at) }));
  return [...asked, { age: "suspended" as const, today: summed(suspended), soon: summed(suspended) }];
}

function summed(groups: readonly Group[]) {
  const sum = (key: "count" | "amount") => groups.reduce((total, one) => total + one[key], 0);
  return { count: sum("count"), amount: sum("amount") };
}
