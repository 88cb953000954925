/** Counts the account of a debtor again where a release counts it otherwise than the one before. */
import { Type } from "typebox";
import { defineAct, done, type Duty, FORBIDDEN } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { chargeChain } from "./paying.ts";
import { keepChargeStates, lockCharges, toRecount } from "./states/store.ts";

export const recountAccount = defineAct({
  name: "recountAccount",
  label: { fr: "Recompter le compte d’un débiteur", en: "Count a debtor’s account again" },
  who: "let time pass",
  /** One of the debtor's charges: all are counted. */
  form: Type.Object({ charge: Id }, closed),
  writes: [],
  async perform({ tx, input: { charge } }) {
    if (!(await lockCharges(tx, [charge])).has(charge)) return FORBIDDEN;
    await keepChargeStates(tx, [charge]);
    return done({}, chargeChain(charge));
  },
});

export const recountAccounts: Duty<typeof recountAccount.form> = {
  act: recountAccount,
  foretold: { unpreventable: "it counts what is there" },
  due: async ({ tx }, limit) =>
    (await toRecount(tx, limit)).map(({ debtor, charge, day }) => ({ input: { charge }, key: debtor, day })),
};
