/** Invoices as they would be frozen, by the decision and whatever is given: for tests of what they print. */
import type { InvoiceAnswer, InvoiceInput } from "../decisions/invoice/rule.ts";
import { type DraftLine, frozen, type InvoiceDocument, type ToFreeze } from "../billing/invoices/rules/document.ts";
import type { Legal } from "../law/legal.ts";
import { draft, LEGAL, SELLER } from "./invoicing.ts";
import { ask } from "./law-world.ts";

export type Asked = Partial<InvoiceInput> &
  Pick<ToFreeze, "then" | "replaces" | "held"> & {
    readonly lines?: readonly DraftLine[];
    readonly legal?: Partial<Legal>;
  };

const ATTESTED = { number: "3511-2026", from: "2026-01-01" };

export function frozenInvoice({
  lines,
  legal = {},
  then,
  replaces = [],
  held = 0,
  ...asked
}: Asked = {}): InvoiceDocument {
  const input: InvoiceInput = {
    id: "a",
    on: "2026-12-01",
    establishment: SELLER.establishment,
    kind: "invoice",
    series: "F",
    regime: "attested",
    attestation: ATTESTED,
    source: "employer-plan",
    period: { from: "2026-09-01", to: "2026-11-30" },
    basis: { by: "agreed", amount: 137_203 },
    ...asked,
  };
  const decided = ask("invoice", input);
  if ("fault" in decided) throw new Error(decided.fault.issues.map(({ message }) => message("en")).join(" "));
  const answer = decided.answer("fr") as unknown as InvoiceAnswer;
  const { payment } = SELLER;
  const transfer = { ...payment.transfer, iban: "FR1420041010050500013M02606", holder: "École" };
  const person = input.source === "personal";
  const fund = answer.mentions.includes("dossier-number");
  return frozen({
    kind: input.kind,
    on: input.on,
    answer,
    nature: input.nature ?? "training",
    source: input.source,
    school: { ...SELLER, money: SELLER.money!, payment: { ...payment, transfer }, legal: { ...LEGAL, ...legal } },
    buyer: {
      name: person ? "Camille Durand" : "Les Amandiers & <Fils>",
      form: person ? "" : "SAS",
      siren: person ? null : "552100554",
      address: ["2 rue Bleue", "Bâtiment B", "34000 Montpellier"],
      service: answer.mentions.includes("public-portal") ? "ACHATS" : "",
    },
    agreement: "C-2026-000001",
    dossierNumber: fund ? "2026-A-17" : null,
    period: input.period,
    lines: lines ?? draft().lines,
    of: input.of ? { number: input.of.number, on: input.of.on } : null,
    reason: input.of ? "Allègement accordé" : null,
    then,
    replaces,
    held,
    reference: "LV-ABCD-1234",
    attached: answer.mentions.includes("certificate") ? ["Certificat de réalisation, Camille Durand"] : [],
  });
}
