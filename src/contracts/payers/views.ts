/** What one payer pays for, as it asks for it: its trainees between two days; and the invoices that go with it. */
import { Type } from "typebox";
import { defineView } from "../../act/act.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { DaySchema } from "../../law/entry.ts";
import * as output from "./output.ts";
import { certificatesNamed, issuedBetween } from "./store.ts";
import { traineesPaidBy } from "./trainees.ts";

/** As many as a page shows, or a file has: each is computed from its own half-days. */
const SHOWN = 100;
const ALL = 500;

export const seePaidTrainees = defineView({
  name: "seePaidTrainees",
  label: { fr: "Voir les stagiaires d’un payeur", en: "See the trainees of a payer" },
  who: "keep the accounts",
  form: Type.Object(
    { payer: Id, from: Type.Optional(DaySchema), to: Type.Optional(DaySchema), all: Type.Optional(Type.Literal(true)) },
    closed,
  ),
  output: output.seePaidTrainees,
  read: (context) => {
    const { payer, from, to, all } = context.input;
    const between = from !== undefined && to !== undefined && from <= to ? { from, to } : undefined;
    return traineesPaidBy(context, payer, { between, limit: all ? ALL : SHOWN });
  },
});

export type SeenTrainees = NonNullable<Awaited<ReturnType<typeof seePaidTrainees.read>>>;

export const seeIssuedToPayer = defineView({
  name: "seeIssuedToPayer",
  label: { fr: "Voir ce qui a été émis à un payeur", en: "See what was issued to a payer" },
  who: "keep the accounts",
  form: Type.Object({ payer: Id, from: DaySchema, to: DaySchema }, closed),
  output: output.issuedToPayer,
  read: async ({ tx, input: { payer, from, to } }) => ({
    numbers: await issuedBetween(tx, payer, { from, to, limit: ALL }),
  }),
});

export const seeInvoiceProofs = defineView({
  name: "seeInvoiceProofs",
  label: { fr: "Voir les certificats d’une facture", en: "See the certificates of an invoice" },
  who: "keep the accounts",
  form: Type.Object({ number: Type.String({ minLength: 1, maxLength: 21 }) }, closed),
  output: output.proofs,
  read: async ({ tx, input: { number } }) => ({ codes: await certificatesNamed(tx, number) }),
});
