/** The output schemas of invoices. */
import { Type } from "typebox";
import { Cents, Day, named, orNull, Words } from "../../kit/output.ts";
import { Id } from "../../kit/shapes.ts";
import { oneOf } from "../../law/entry.ts";
import { ServedBy } from "../charges/output.ts";

const Kind = oneOf("invoice", "credit");

export const creditInvoice = Type.Object({ credit: Id, number: Type.String(), left: Cents });

const ListedInvoice = named("ListedInvoice", {
  id: Id,
  number: Type.String(),
  kind: Kind,
  name: orNull(Type.String()),
  reference: Type.String(),
  issuedOn: Day,
  dueOn: orNull(Day),
  gross: Cents,
  balance: orNull(Cents),
  suspended: Type.Boolean(),
});
const Listed = Type.Array(ListedInvoice);

export const listInvoices = Type.Object({
  invoices: Listed,
  next: orNull(Type.Object({ on: Day, id: Id })),
});
export const findInvoices = Type.Object({ invoices: Listed, more: Type.Boolean() });
export const myInvoices = Type.Object({ invoices: Listed });

const Text = Type.String();
const Document = named("InvoiceDocument", {
  form: Type.Literal(1),
  kind: Kind,
  number: Text,
  issuedOn: Day,
  dueOn: orNull(Day),
  type: Type.Integer(),
  nature: oneOf("training", "third", "indemnity"),
  source: Type.Object({ key: Text, label: Words }),
  seller: named("InvoiceSeller", {
    name: Text,
    form: Words,
    siren: Text,
    siret: Text,
    vatNumber: orNull(Text),
    activity: Type.Object({ number: Text, registeredWith: Words }),
    address: Type.Array(Text),
    transfer: Type.Object({ holder: orNull(Text), iban: orNull(Text), bic: orNull(Text) }),
    cheque: orNull(Text),
  }),
  buyer: named("InvoiceBuyer", {
    name: Text,
    form: Text,
    siren: orNull(Text),
    address: Type.Array(Text),
    service: Text,
  }),
  agreement: orNull(Text),
  dossierNumber: orNull(Text),
  period: Type.Object({ from: Day, to: Day }),
  lines: Type.Array(
    named("InvoiceLine", {
      label: Words,
      detail: orNull(Words),
      about: Text,
      minutes: Type.Optional(Type.Integer()),
      rate: Type.Optional(Type.Integer()),
      amount: Cents,
      net: Cents,
      covers: Type.Optional(orNull(Type.Object({ from: Day, to: Day }))),
    }),
  ),
  net: Cents,
  tax: Cents,
  gross: Cents,
  vat: named("InvoiceVat", {
    category: oneOf("E", "O", "S"),
    rate: Type.Integer(),
    code: orNull(Text),
    words: orNull(Words),
  }),
  of: orNull(Type.Object({ number: Text, on: Day })),
  reason: orNull(Text),
  remitted: Type.Optional(Type.Literal(true)),
  askedAgain: Type.Optional(Type.Literal(true)),
  replaces: Type.Optional(
    Type.Array(
      Type.Object({
        number: Text,
        on: Day,
        credit: Type.Object({ number: Text, on: Day, amount: Cents }),
      }),
    ),
  ),
  held: Type.Optional(Cents),
  reference: Text,
  terms: orNull(Type.Object({ earlyPayment: Words, penalties: Words, recovery: Cents })),
  mentions: Type.Array(Type.Object({ mention: Text, label: Words })),
  attached: Type.Array(Text),
});

export const seeInvoice = named("Invoice", {
  id: Id,
  kind: Kind,
  charge: Id,
  debtor: orNull(Text),
  document: Document,
  fingerprint: Text,
  credited: Cents,
  left: Cents,
  parts: Type.Array(Type.Object({ about: Text, amount: Cents, left: Cents })),
  credits: Type.Array(named("CreditOfInvoice", { number: Text, issuedOn: Day, gross: Cents, reason: orNull(Text) })),
  payments: Type.Array(
    named("PaymentOfInvoice", {
      number: Text,
      amount: Cents,
      paidOn: Day,
      means: oneOf("transfer", "cheque", "online", "cash"),
    }),
  ),
  /** What serves it without naming it: a payment, or what the credit of another invoice set free. */
  served: Type.Array(ServedBy),
  /** What had paid it and bounced, with the day and the reason. */
  returned: Type.Array(
    named("ReturnedPayment", {
      number: Text,
      paidOn: Day,
      means: oneOf("transfer", "cheque", "online", "cash"),
      amount: Cents,
      on: Day,
      reason: Text,
    }),
  ),
  balance: orNull(Cents),
  dueOn: orNull(Day),
});
