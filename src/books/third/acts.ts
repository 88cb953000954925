/** What was collected for another body is paid to it: the debt to it, booked with the invoices, is cleared. */
import { Type } from "typebox";
import { begun, defineAct, done, FORBIDDEN, invalid } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import { Cents, dayIssues, Reason, ShortText, tooMuch } from "../../billing/charges/forms.ts";
import { newId } from "../../kit/id.ts";
import { issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema } from "../../law/entry.ts";
import * as output from "../output.ts";
import { collectedForOthers, findHandedOn, insertHandedOn, lockHandedOn } from "./store.ts";

export const handedOnChain = (id: string) => `handed-on:${id}`;

export const noteHandedOn = defineAct({
  name: "noteHandedOn",
  label: { fr: "Noter ce qui est reversé à un autre organisme", en: "Note what is handed on to another body" },
  who: "keep the accounts",
  form: Type.Object({ amount: Cents, on: DaySchema, payee: ShortText, piece: ShortText }, closed),
  output: output.noteHandedOn,
  writes: ["handed_on"],
  async perform({ tx, input, today, at, actor }) {
    await lockHandedOn(tx);
    const { asked, handed } = await collectedForOthers(tx);
    const most = asked - handed;
    if (most <= 0) return invalid([NOTHING_COLLECTED]);
    const issues = dayIssues("on", input.on, today);
    if (input.amount > most) issues.push(tooMuch("amount", most));
    if (issues.length > 0) return invalid(issues);
    const id = newId();
    await insertHandedOn(tx, { id, of: null, ...input, reason: null, by: actorName(actor), at });
    return begun({ id }, handedOnChain(id));
  },
});

export const takeBackHandedOn = defineAct({
  name: "takeBackHandedOn",
  label: { fr: "Annuler un reversement", en: "Take back what was handed on" },
  who: "keep the accounts",
  form: Type.Object({ id: Id, reason: Reason }, closed),
  output: output.takeBackHandedOn,
  writes: ["handed_on"],
  async perform({ tx, input: { id, reason }, today, at, actor }) {
    const chain = handedOnChain(id);
    if (!(await lockChains(tx, [chain])).has(chain)) return FORBIDDEN;
    const one = await findHandedOn(tx, id);
    if (!one) return FORBIDDEN;
    if (one.takenBackOn !== null) return invalid([TAKEN_BACK]);
    const on = one.on > today ? one.on : today;
    const { amount, payee, piece } = one;
    await insertHandedOn(tx, { id: newId(), of: id, on, amount, payee, piece, reason, by: actorName(actor), at });
    return done({ amount }, chain);
  },
});

const NOTHING_COLLECTED = issue(
  "amount",
  "Rien n’est perçu pour un autre organisme, ou tout est déjà reversé.",
  "Nothing is collected for another body, or all of it is handed on already.",
);
const TAKEN_BACK = issue("id", "Ce reversement est déjà annulé.", "This was taken back already.");
