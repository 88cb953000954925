/** Reminders of what is late: each level once, sent because a person says so; and a dispute, which stops them. */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, stale } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { newId } from "../../kit/id.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { Reason } from "../charges/forms.ts";
import { takeCharges } from "../charges/hands.ts";
import { howToPay } from "../charges/how-to-pay.ts";
import { chargeChain, mailTo, pathFor, whoOwes } from "../charges/paying.ts";
import { keepChargeStates } from "../charges/states/store.ts";
import { insertSuspension, openSuspension, suspensionsOf } from "../charges/suspensions/store.ts";
import { payerLink, PAYING_TABLES } from "../payers/letting-in.ts";
import { levelsToday, levelToSend, nextLook } from "./levels.ts";
import { dunningMail } from "./mails.ts";
import * as output from "./output.ts";
import { insertDunning, lateNamed, noteAsReminded } from "./store.ts";

const MOST = 100;

export const sendDunning = defineAct({
  name: "sendDunning",
  label: { fr: "Envoyer des relances", en: "Send reminders of what is late" },
  who: "keep the accounts",
  form: Type.Object({ charges: Type.Array(Id, { minItems: 1, maxItems: MOST }) }, closed),
  output: output.sendDunning,
  writes: ["dunning", "mail", ...PAYING_TABLES],
  async perform(context) {
    const { tx, input, actor, at, today, opened, establishment, payee } = context;
    const wanted = [...new Set(input.charges)];
    if (!(await takeCharges(tx, actor, wanted))) return FORBIDDEN;
    await lockChains(tx, wanted.map(chargeChain));
    const late = await lateNamed(tx, wanted, today);
    const levels = levelsToday(context, late);
    const due = late.flatMap((one) => {
      const level = levelToSend(one, levels.get(one.id) ?? 0, today);
      return level > 0 ? [{ ...one, level }] : [];
    });
    if (due.length === 0) return invalid([NOTHING_NEW]);
    const debtors = await whoOwes(
      context,
      due.map(({ id }) => id),
    );
    await noteAsReminded(
      tx,
      due.map(({ id }) => id),
      today,
    );
    let byPost = 0;
    for (const { id, reference, balance, dueOn, level } of due) {
      const chain = chargeChain(id);
      const next = nextLook(payee?.money?.invoices.levels.days, { level, dueOn, on: today });
      await insertDunning(tx, { id: newId(), charge: id, level, on: today, next, by: actorName(actor) }, chain);
      const debtor = debtors.get(id);
      if (!debtor) continue;
      if (typeof debtor.address !== "string") byPost += 1;
      const ways = howToPay(payee, { reference }, { lang: debtor.language, online: opened(establishment).paysOnline });
      const words = dunningMail(debtor.language, { level, reference, balance, dueOn, ways });
      const payerPath = debtor.payer === undefined ? undefined : await payerLink(context, debtor.payer);
      const path = pathFor(debtor, "/compte/paiements");
      await mailTo(tx, debtor, { ...words, path, ...(payerPath !== undefined && { payerPath }), at, chain, of: chain });
    }
    return done({ sent: due.length, byPost, left: wanted.length - due.length }, chargeChain(due[0]!.id));
  },
});

/** What the debtor contests: not asked for until the accounts say what becomes of it. */
export const disputeCharge = defineAct({
  name: "disputeCharge",
  label: { fr: "Suspendre ce qui est contesté", en: "Suspend what is disputed" },
  who: "keep the accounts",
  form: Type.Object({ charge: Id, reason: Reason }, closed),
  output: output.disputeCharge,
  writes: ["charge_suspension"],
  async perform({ tx, input: { charge, reason }, actor, today }) {
    const state = (await takeCharges(tx, actor, [charge]))?.get(charge);
    if (!state) return FORBIDDEN;
    if (state.balance <= 0 || openSuspension(await suspensionsOf(tx, charge))) return stale({ suspended: true });
    const why = { fr: `contesté : ${reason}`, en: `disputed: ${reason}` };
    await insertSuspension(tx, { id: newId(), charge, why, on: today, by: actorName(actor) });
    await keepChargeStates(tx, [charge]);
    return done({ suspended: true }, chargeChain(charge));
  },
});

const NOTHING_NEW = issue(
  "charges",
  "Rien de nouveau à relancer : c’est payé, suspendu, déjà relancé à ce niveau, ou déjà rappelé aujourd’hui.",
  "Nothing new to remind of: it is paid, suspended, was reminded of at this level, or got a mail today.",
);
