/** The output schemas of the register of payers. */
import { Type } from "typebox";
import { Cents, Day, Moment, named, Nothing, orNull } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { seeInvoice } from "../invoices/output.ts";

export const addPayer = Type.Object({ payer: Id });
export const changePayer = Nothing;
export const closePayer = Nothing;

const Payer = named("Payer", {
  id: Id,
  name: Type.String(),
  form: Type.String(),
  siren: orNull(Type.String()),
  address: Type.String(),
  contact: Type.String(),
  email: Type.String(),
  phone: Type.String(),
  service: Type.String(),
  auxiliary: Type.String(),
  daysToPay: orNull(Type.Integer()),
  byDossier: Type.Boolean(),
  version: Type.Integer(),
  closedAt: orNull(Moment),
});

export const seePayer = Payer;

/** `more`: others are found by a longer part of their name. */
export const listPayers = Type.Object({ payers: Type.Array(Payer), more: Type.Boolean() });

/** `waits`: the mailbox that a second person is to confirm; nobody is let in before. */
export const invitePayer = Type.Object({ guest: orNull(Id), waits: orNull(Id) });
export const confirmPayerMailbox = Type.Object({ guest: orNull(Id) });
export const uninvitePayer = Nothing;

const Mailbox = {
  mailbox: Id,
  name: Type.String(),
  address: Type.String(),
  /** The address of the register itself. */
  isRegisters: Type.Boolean(),
  /** Who entered it, and when. */
  by: Type.String(),
  at: Moment,
  /** The second person, of the school or of the payer; null as long as nothing is signed from it. */
  confirmedBy: orNull(Type.String()),
};
export const payerMailboxes = Type.Object({
  payer: Id,
  name: Type.String(),
  mailboxes: Type.Array(named("ProposedMailbox", Mailbox)),
});

export const seePayerGuests = Type.Object({
  payer: Id,
  name: Type.String(),
  /** Of the register. */
  contact: Type.String(),
  email: Type.String(),
  guests: Type.Array(
    named("PayerGuest", {
      guest: Id,
      name: Type.String(),
      address: Type.String(),
      until: Day,
      visitedAt: orNull(Moment),
      returned: Type.Boolean(),
    }),
  ),
  /** `own`: the reader may not be the second. */
  mailboxes: Type.Array(named("PayerMailbox", { ...Mailbox, own: Type.Boolean() })),
});

export const payerMoney = Type.Object({
  payer: Id,
  name: Type.String(),
  asked: Cents,
  waived: Cents,
  paid: Cents,
  open: Cents,
  late: Cents,
  invoices: Type.Array(
    named("PayerInvoice", {
      number: Type.String(),
      kind: oneOf("invoice", "credit"),
      reference: Type.String(),
      issuedOn: Day,
      dueOn: orNull(Day),
      gross: Cents,
      balance: orNull(Cents),
      suspended: Type.Boolean(),
    }),
  ),
});
export const payerInvoice = seeInvoice;
