/**
 * Who pays comes in by its link as long as something of it is alive: a convention that runs, a sum that is owed. The calendar moves the last
 * day of such an invitation ahead, month by month, so that it stays open for the school's time (`access.payerDays`) once nothing is.
 */
import { Type } from "typebox";
import { defineAct, done, type Duty, FORBIDDEN, type Performing } from "../../act/act.ts";
import { addDays, type Day } from "../../kit/day.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { guestChain } from "../../people/guests/letting-in.ts";
import { keepPayingGuest, payersOfGuest, payingGuestsUntil } from "../../people/guests/paying.ts";
import { hasOpenBalance, paysForSomebody } from "../payers/store.ts";

/** An invitation is moved ahead at most so often. */
const MONTH = 30;

type Context = Pick<Performing<unknown>, "tx" | "today" | "establishment" | "opened">;

/** Before which last day an invitation is moved ahead, and to which; undefined in a school that says nothing of it. */
function moved({ today, establishment, opened }: Context): { readonly before: Day; readonly to: Day } | undefined {
  const { payerDays } = opened(establishment);
  return payerDays === undefined
    ? undefined
    : { before: addDays(today, payerDays), to: addDays(today, payerDays + MONTH) };
}

async function keepsIn({ tx }: Context, guest: string): Promise<boolean> {
  for (const payer of await payersOfGuest(tx, guest))
    if ((await hasOpenBalance(tx, payer)) || (await paysForSomebody(tx, payer))) return true;
  return false;
}

export const keepPayerIn = defineAct({
  name: "keepPayerIn",
  label: {
    fr: "Garder ouvert l’accès d’un payeur tant que quelque chose court",
    en: "Keep a payer’s access open as long as something runs",
  },
  who: "let time pass",
  form: Type.Object({ guest: Id }, closed),
  writes: ["guest"],
  async perform(context) {
    const { guest } = context.input;
    const days = moved(context);
    if (!days || !(await keepsIn(context, guest))) return FORBIDDEN;
    return (await keepPayingGuest(context, guest, days)) ? done({}, guestChain(guest)) : FORBIDDEN;
  },
});

export const keepsPayersIn: Duty<typeof keepPayerIn.form> = {
  act: keepPayerIn,
  foretold: { unpreventable: "it keeps an access open, and takes nothing from anybody" },
  async due(context, limit) {
    const days = moved(context);
    if (!days) return [];
    const due = [];
    for (const { guest, until } of await payingGuestsUntil(context.tx, days.before)) {
      if (due.length === limit) break;
      if (await keepsIn(context, guest)) due.push({ input: { guest }, key: `${guest}:${until}`, day: context.today });
    }
    return due;
  },
};
