/** What a payer reads by its link of what it owes: its invoices and credits, what it paid; and who comes in for it, for the office. */
import { Type } from "typebox";
import { defineView, type Performing } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { actorName } from "../../act/permissions.ts";
import { doerNamed } from "../../people/contact.ts";
import { letInFor, isLetInto } from "../../people/guests/things.ts";
import { payerGuests } from "../../people/guests/paying.ts";
import { sumsOf } from "../debtors/store.ts";
import { Numbered, wholeInvoice } from "../invoices/views.ts";
import { issuedTo } from "../invoices/store.ts";
import { payerChain } from "./acts.ts";
import { isRegisters, mailboxAt, type Mailbox, mailboxesOf, maySecond } from "./mailboxes.ts";
import * as output from "./output.ts";
import { findPayer, type Payer } from "./store.ts";

type Asking = Pick<Performing<unknown>, "tx" | "actor">;

/** The payer, if this guest was let in for it: no account comes by here, whatever its roles. */
export async function payerLetIn({ tx, actor }: Asking, id: string): Promise<Payer | undefined> {
  if (actor.kind !== "guest" || !(await isLetInto(tx, actor, payerChain(id)))) return undefined;
  return findPayer(tx, id);
}

/** A guest of the register's own mailbox, which two vouched for. */
export async function speaksForRegister(context: Asking, payer: Payer): Promise<boolean> {
  const { tx, actor } = context;
  const address = (await payerLetIn(context, payer.id)) && (await doerNamed(tx, actorName(actor)))?.address;
  if (address === undefined || !isRegisters(payer, address)) return false;
  return (await mailboxAt(tx, payer.id, address))?.confirmedBy != null;
}

/** Those for which this guest was let in, by name. */
export async function payersLetIn({ tx, actor }: Asking): Promise<readonly Payer[]> {
  if (actor.kind !== "guest") return [];
  const found: Payer[] = [];
  for (const id of (await letInFor(tx, actor, "payer")) ?? []) {
    const payer = await findPayer(tx, id);
    if (payer) found.push(payer);
  }
  return found.toSorted((a, b) => a.name.localeCompare(b.name, "fr") || (a.id < b.id ? -1 : 1));
}

export const payerMoney = defineView({
  name: "payerMoney",
  label: { fr: "Voir ce que doit sa structure", en: "See what one’s body owes" },
  who: "pay for others",
  form: Type.Object({ payer: Id }, closed),
  output: output.payerMoney,
  async read(context) {
    const { tx, today, input } = context;
    const payer = await payerLetIn(context, input.payer);
    if (!payer) return undefined;
    const debtor = payerChain(payer.id);
    const { asked, waived, paid, open, late } = await sumsOf(tx, debtor, today);
    const invoices = [...(await issuedTo(tx, debtor))];
    return { payer: payer.id, name: payer.name, asked, waived, paid, open, late, invoices };
  },
});

export const payerInvoice = defineView({
  name: "payerInvoice",
  label: { fr: "Voir une facture de sa structure", en: "See an invoice of one’s body" },
  who: "pay for others",
  form: Type.Object({ payer: Id, number: Numbered }, closed),
  output: output.payerInvoice,
  async read(context) {
    const { tx, input } = context;
    const payer = await payerLetIn(context, input.payer);
    const seen = payer && (await wholeInvoice(tx, input.number));
    return seen?.debtor === payerChain(input.payer) ? seen : undefined;
  },
});

export const seePayerGuests = defineView({
  name: "seePayerGuests",
  label: { fr: "Voir qui entre pour un payeur", en: "See who comes in for a payer" },
  who: "prepare the contracts",
  form: Type.Object({ payer: Id }, closed),
  output: output.seePayerGuests,
  async read({ tx, actor, today, input }) {
    const payer = await findPayer(tx, input.payer);
    if (!payer) return undefined;
    const guests = await payerGuests(tx, payerChain(payer.id), today);
    const mailboxes = [];
    for (const one of await mailboxesOf(tx, payer.id)) {
      const own = one.confirmedBy === null && !(await maySecond({ tx, actor }, one));
      mailboxes.push({ ...(await saidOf(tx, payer, one)), own });
    }
    return {
      payer: payer.id,
      name: payer.name,
      contact: payer.contact,
      email: payer.email,
      guests: guests.map((one) => ({ ...one, visitedAt: one.visitedAt?.toISOString() ?? null })),
      mailboxes,
    };
  },
});

export const payerMailboxes = defineView({
  name: "payerMailboxes",
  label: { fr: "Voir qui signerait pour sa structure", en: "See who would sign for one’s body" },
  who: "pay for others",
  form: Type.Object({ payer: Id }, closed),
  output: output.payerMailboxes,
  async read(context) {
    const { tx, input } = context;
    const payer = await payerLetIn(context, input.payer);
    if (!payer || !(await speaksForRegister(context, payer))) return undefined;
    const waiting = (await mailboxesOf(tx, payer.id)).filter(({ confirmedBy }) => confirmedBy === null);
    const mailboxes = [];
    for (const one of waiting) mailboxes.push(await saidOf(tx, payer, one));
    return { payer: payer.id, name: payer.name, mailboxes };
  },
});

async function saidOf(tx: Asking["tx"], payer: Payer, mailbox: Mailbox) {
  const { id, name, address, enteredBy, enteredAt, confirmedBy } = mailbox;
  const nameOf = async (actor: string) => (await doerNamed(tx, actor))?.name ?? "–";
  return {
    mailbox: id,
    name,
    address,
    isRegisters: isRegisters(payer, address),
    by: await nameOf(enteredBy),
    at: enteredAt.toISOString(),
    confirmedBy: confirmedBy === null ? null : await nameOf(confirmedBy),
  };
}
