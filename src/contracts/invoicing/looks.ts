/**
 * Keeps what is to be invoiced of each contract, so that a line waits for it. What is proposed depends on the day, and on facts of other
 * rooms whose acts hold no contract (hours signed, periods): the calendar looks again at a contract on the day on which time may change the
 * answer, and where there are other facts than it saw; acts that issue look themselves.
 */
import { Type } from "typebox";
import { defineAct, done, type Duty, FORBIDDEN, type Performing } from "../../act/act.ts";
import { addDays, addYears, type Day } from "../../kit/day.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { contractChain } from "../rules/facts.ts";
import { lockAgreed } from "../settling.ts";
import { invoicingOf, type Invoicing } from "./gathering.ts";
import { keepLook, toLookAt } from "./looks-store.ts";
import type { Proposal } from "./rules/proposals.ts";

/** Days after which a contract with something left to ask is looked at all the same: the school's file may have changed. */
const WEEK = 7;

type Context = Pick<Performing<unknown>, "tx" | "law" | "establishment" | "today" | "decide">;

/** The act holds the contract and its candidacy. */
export async function look(context: Context, dossier: string): Promise<void> {
  const { tx, today } = context;
  const invoicing = await invoicingOf(context, dossier);
  const sum = (of: Proposal["kind"]) =>
    (invoicing ? toSay(invoicing) : []).reduce((all, { kind, amount }) => (kind === of ? all + amount : all), 0);
  await keepLook(tx, {
    dossier,
    today,
    hoursUntil: invoicing?.hoursUntil ?? null,
    againOn: invoicing ? againOn(invoicing, today) : null,
    asks: sum("invoice"),
    credits: sum("credit"),
  });
}

/** Without the credits of a contract that was withdrawn from: each has its own line, with the day by which it is given back. */
function toSay({ proposals, agreed }: Invoicing): readonly Proposal[] {
  const undone = new Set(agreed.read.contract!.shares.flatMap((one) => (one.undone ? one.source : [])));
  return proposals.filter(({ kind, source }) => kind === "invoice" || !undone.has(source));
}

/** Nothing is asked of a fund a year after the end: it is not looked at every week for ever. */
function againOn({ changesOn, isOpen, periods }: Invoicing, today: Day): Day | null {
  const last = periods.at(-1);
  const weekly = isOpen && (last === undefined || today < addYears(last.to, 1));
  return [...changesOn, ...(weekly ? [addDays(today, WEEK)] : [])].filter((day) => day > today).toSorted()[0] ?? null;
}

export const lookToInvoice = defineAct({
  name: "lookToInvoice",
  label: { fr: "Regarder ce qui est à facturer d’un contrat", en: "Look at what is to be invoiced of a contract" },
  who: "let time pass",
  form: Type.Object({ dossier: Id }, closed),
  writes: ["invoicing_look"],
  async perform(context) {
    const { dossier } = context.input;
    if (!(await lockAgreed(context, dossier))) return FORBIDDEN;
    await look(context, dossier);
    return done({}, contractChain(dossier));
  },
});

export const looksToInvoice: Duty<typeof lookToInvoice.form> = {
  act: lookToInvoice,
  foretold: { unpreventable: "it says what is to be invoiced, and asks it of nobody" },
  due: async ({ tx, today }, limit) =>
    (await toLookAt(tx, today, limit)).map(({ dossier, looks, day }) => ({
      input: { dossier },
      key: `${dossier}:${looks}`,
      day,
    })),
};
