/** A school that says all that an invoice wants, and an act that issues invoices as the acts of later subjects do. */
import { Type } from "typebox";
import { type Act, type ActWorld, defineAct, done, invalid, perform } from "../act/act.ts";
import { takeChains } from "../act/chain.ts";
import { addPayer } from "../billing/payers/acts.ts";
import { PAYING_TABLES } from "../billing/payers/letting-in.ts";
import { type InvoiceDraft, issueInvoice, lockToIssue } from "../billing/invoices/issuing.ts";
import type { Establishment } from "../law/establishment.ts";
import type { Legal } from "../law/legal.ts";
import { someone } from "./charging.ts";
import { ask, laws } from "./law-world.ts";
import { newAttempt } from "./world.ts";

export const LEGAL: Legal = {
  form: { fr: "association loi 1901", en: "non-profit association" },
  siren: "732829320",
  siret: "73282932000074",
  activity: {
    number: "91340000034",
    registeredWith: { fr: "du préfet de la région Occitanie", en: "the prefect of Occitanie" },
  },
  vat: [{ from: "2026-01-01", regime: "attested", attestation: "3511-2026" }],
};

const [{ data }] = laws.establishments as unknown as [{ data: Establishment }];
export const SELLER: Establishment = { ...data, legal: LEGAL };

/** In a world where the school sells, or says of itself what is given. */
export function selling<W extends ActWorld>(world: W, legal: Legal = LEGAL): W {
  return { ...world, decide: ask, payee: () => ({ ...SELLER, legal }) };
}

export const FINANCE = someone("00000000-0000-4000-8000-00000000000f", "finance");
const ABOUT = "contract:00000000-0000-4000-8000-0000000000d1";

/** A person asked for a sixth of the training. */
export function draft(given: Partial<InvoiceDraft> = {}): InvoiceDraft {
  return {
    source: "personal",
    about: ABOUT,
    called: "D-2026-000001",
    debtor: { account: null },
    debtorName: "Camille Durand",
    address: ["1 rue Verte", "34000 Montpellier"],
    period: { from: "2026-09-01", to: "2026-11-30" },
    basis: { by: "agreed", amount: 137_200 },
    lines: [
      {
        label: { fr: "Formation DEIS, période 1", en: "DEIS course, period 1" },
        detail: {
          fr: "Camille Durand, du 1er septembre au 30 novembre 2026",
          en: "Camille Durand, 1 September to 30 November 2026",
        },
        about: ABOUT,
      },
    ],
    ...given,
  };
}

const Drafts = Type.Object({ drafts: Type.Array(Type.Any()), fails: Type.Optional(Type.Boolean()) });

/** Issues them all or none; `fails`: it refuses after all, once they are issued. */
export const issueDrafts: Act<typeof Drafts, { numbers: string[]; ids: string[]; charges: string[] }> = defineAct({
  name: "testInvoice",
  free: "an act of tests",
  label: { fr: "Facturer", en: "Invoice" },
  who: "keep the accounts",
  form: Drafts,
  shows: { nothing: "an act of tests" },
  writes: ["charge", "invoice", "invoice_part", "mail", ...PAYING_TABLES],
  async perform(context) {
    const drafts = context.input.drafts as InvoiceDraft[];
    await takeChains(context.tx, [drafts[0]!.about]);
    await lockToIssue(context, []);
    const issued = [];
    for (const one of drafts) {
      const given = await issueInvoice(context, one);
      if ("issues" in given) return invalid([...given.issues]);
      issued.push(given);
    }
    if (context.input.fails) return invalid([]);
    const numbers = issued.map(({ number }) => number);
    return done(
      { numbers, ids: issued.map(({ id }) => id), charges: issued.map(({ charge }) => charge) },
      drafts[0]!.about,
    );
  },
});

export function issued(world: ActWorld, establishment: string, ...drafts: readonly InvoiceDraft[]) {
  return perform(world, issueDrafts, {
    actor: FINANCE,
    establishment,
    attempt: newAttempt(),
    input: { drafts: [...drafts] },
  });
}

/** An employer of the register. */
export async function employer(
  world: ActWorld,
  establishment: string,
  given: Partial<{ name: string; siren: string; address: string; email: string; daysToPay: number }> = {},
): Promise<string> {
  const input = { name: "Les Amandiers", siren: "552100554", address: "2 rue Bleue\n34000 Montpellier", ...given };
  const outcome = await perform(world, addPayer, { actor: FINANCE, establishment, attempt: newAttempt(), input });
  if (outcome.kind !== "done") throw new Error(`no payer: ${outcome.kind}`);
  return outcome.value.payer;
}
