/** What two people agreed to give back by hand is noted once it left, by who sent it or handed it over. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, stale } from "../../act/act.ts";
import { actorName } from "../../act/permissions.ts";
import { dayIssues, DaySchema } from "../../billing/charges/forms.ts";
import { takeCharges } from "../../billing/charges/hands.ts";
import { chargeChain, debtorChain } from "../../billing/charges/paying.ts";
import { agreedMoney, insertMade } from "../../billing/debtors/made.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import * as output from "./output.ts";

export const noteMoneyGiven = defineAct({
  name: "noteMoneyGiven",
  label: { fr: "Noter que l’argent à rendre est parti", en: "Note that money to give back has left" },
  who: "keep the accounts",
  form: Type.Object({ proposal: Id, madeOn: DaySchema }, closed),
  output: output.noteMoneyGiven,
  writes: ["money_made"],
  async perform({ tx, input: { proposal, madeOn }, actor, today }) {
    const seen = await agreedMoney(tx, proposal);
    if (!seen) return FORBIDDEN;
    const { id, debtor, charge, agreedOn } = seen;
    if (!(await takeCharges(tx, actor, charge === null ? [] : [charge], [debtor]))) return FORBIDDEN;
    // Read again under the lock: a colleague may note it at this moment.
    if ((await agreedMoney(tx, id))!.made !== null) return stale({ made: true });
    const issues = [...dayIssues("madeOn", madeOn, today), ...(madeOn < agreedOn ? [NOT_AGREED_YET] : [])];
    if (issues.length > 0) return invalid(issues);
    await insertMade(tx, { id, on: madeOn, notedOn: today, by: actorName(actor) });
    return done({}, charge === null ? await debtorChain(tx, debtor) : chargeChain(charge));
  },
});

const NOT_AGREED_YET = issue(
  "madeOn",
  "Ce jour-là, ce n’était pas encore accepté.",
  "On that day it was not agreed to yet.",
);
