/**
 * Issues the proposals that an officer chose: for one person, each document that can be issued by itself; for one employer, one invoice for
 * several trainees. A proposal that changed meanwhile is not issued: its key has its amount.
 */
import { Type } from "typebox";
import { defineAct, done, FORBIDDEN, invalid, type Performing, stale } from "../../act/act.ts";
import { lockChains } from "../../act/chain.ts";
import { candidacyChain } from "../../admission/rules/candidacy.ts";
import {
  chainsOfInvoices,
  issueCredit,
  issueInvoice,
  lockToIssue,
  takeInvoice,
} from "../../billing/invoices/issuing.ts";
import type { Issue } from "../../kit/schema.ts";
import { closed, Id } from "../../kit/shapes.ts";
import { PAYING_TABLES } from "../../people/guests/paying.ts";
import { contractChain } from "../rules/facts.ts";
import { askedAs } from "../rules/takeover.ts";
import { lockOthers } from "../settling.ts";
import { draftOf } from "./drafting.ts";
import { type Invoicing, invoicingOf } from "./gathering.ts";
import { look } from "./looks.ts";
import * as output from "./output.ts";
import { AFTER_REFUSED, CREDIT_LOST } from "./refusals.ts";
import { creditedIn, type Proposal } from "./rules/proposals.ts";

export const Keys = Type.Array(Type.String({ maxLength: 300 }), { minItems: 1, maxItems: 200, uniqueItems: true });
const WRITES = ["charge", "waiver", "invoice", "invoice_part", "invoicing_look", "mail", ...PAYING_TABLES] as const;

export const issueProposed = defineAct({
  name: "issueProposed",
  label: { fr: "Émettre les factures proposées d’une personne", en: "Issue the proposed invoices of a person" },
  who: "keep the accounts",
  form: Type.Object({ dossier: Id, keys: Keys }, closed),
  output: output.issued,
  shows: { as: "keys" },
  writes: WRITES,
  async perform(context) {
    const { dossier, keys } = context.input;
    const taken = await takeProposals(context, [dossier], keys);
    if (taken === undefined) return FORBIDDEN;
    if ("changed" in taken) return stale({ changed: true });
    const { numbers, refused } = await issueEach(context, taken.chosen);
    if (numbers.length === 0) return invalid(refused.flatMap(({ issues }) => issues));
    await look(context, dossier);
    return done({ numbers, refused: refused.map(said) }, contractChain(dossier));
  },
});

export const issueTogether = defineAct({
  name: "issueTogether",
  label: { fr: "Émettre une facture pour plusieurs stagiaires", en: "Issue one invoice for several trainees" },
  who: "keep the accounts",
  form: Type.Object(
    { dossiers: Type.Array(Id, { minItems: 2, maxItems: 100, uniqueItems: true }), keys: Keys },
    closed,
  ),
  output: output.issued,
  shows: { as: "keys" },
  writes: WRITES,
  async perform(context) {
    const { dossiers, keys } = context.input;
    const taken = await takeProposals(context, dossiers.toSorted(), keys);
    if (taken === undefined) return FORBIDDEN;
    if ("changed" in taken) return stale({ changed: true });
    const drafts = [];
    for (const { invoicing, proposal } of taken.chosen) {
      if (groupOf(invoicing, proposal) === undefined) return FORBIDDEN;
      const drafted = await draftOf(context, invoicing, proposal);
      if ("issues" in drafted) return invalid([...drafted.issues]);
      drafts.push(drafted.draft);
    }
    const groups = new Set(taken.chosen.map(({ invoicing, proposal }) => groupOf(invoicing, proposal)));
    const [first] = drafts;
    if (groups.size !== 1 || !first || !("payer" in first.debtor)) return FORBIDDEN;
    const { called: _, agreement: __, ...common } = first;
    const given = await issueInvoice(context, {
      ...common,
      about: `payer:${first.debtor.payer}`,
      period: {
        from: drafts.map(({ period }) => period.from).toSorted()[0]!,
        to: drafts
          .map(({ period }) => period.to)
          .toSorted()
          .at(-1)!,
      },
      basis: { by: "agreed", amount: taken.chosen.reduce((sum, { proposal }) => sum + proposal.amount, 0) },
      lines: drafts.flatMap(({ lines }) => lines),
    });
    if ("issues" in given) return invalid([...given.issues]);
    for (const dossier of dossiers) await look(context, dossier);
    return done({ numbers: [given.number], refused: [] }, `payer:${first.debtor.payer}`);
  },
});

/** What one invoice may ask together: of one employer in the register, of one nature; a fund pays by dossier. */
export function groupOf(
  { agreed }: Pick<Invoicing, "agreed">,
  { kind, source, nature }: Pick<Proposal, "kind" | "source" | "nature">,
): string | undefined {
  const entry = agreed.money.payers.find(({ payer }) => payer === source);
  const payer = askedAs(agreed.read.contract?.shares ?? [], source)?.payer ?? null;
  return kind === "credit" || !entry || entry.fund || payer === null ? undefined : [payer, source, nature].join("/");
}

type Chosen = { readonly invoicing: Invoicing; readonly proposal: Proposal };

/** Locks the people, then the series; and finds what was chosen as it now stands. */
async function takeProposals(
  context: Performing<unknown>,
  dossiers: readonly string[],
  keys: readonly string[],
): Promise<{ readonly chosen: readonly Chosen[] } | { readonly changed: true } | undefined> {
  const { tx } = context;
  await lockChains(tx, [
    ...dossiers.flatMap((dossier) => [candidacyChain(dossier), contractChain(dossier)]),
    ...(await chainsOfInvoices(
      tx,
      keys.flatMap((key) => creditedIn(key) ?? []),
    )),
  ]);
  for (const dossier of dossiers) if (!(await lockOthers(context, dossier))) return undefined;
  await lockToIssue(context, []);
  const found = new Map<string, Chosen>();
  for (const dossier of dossiers) {
    const invoicing = await invoicingOf(context, dossier);
    for (const proposal of invoicing?.proposals ?? []) found.set(proposal.key, { invoicing: invoicing!, proposal });
  }
  const chosen = keys.flatMap((key) => found.get(key) ?? []);
  return chosen.length === keys.length ? { chosen } : { changed: true };
}

type Refused = { readonly key: string; readonly issues: readonly Issue[] };

/** Issues each that it can. A refused one holds back only the later ones of the same payer and nature: invoices bill days in their order. */
async function issueEach(context: Performing<unknown>, chosen: readonly Chosen[]) {
  const numbers: string[] = [];
  const refused: Refused[] = [];
  const waits = new Set<string>();
  for (const { invoicing, proposal } of chosen) {
    const of = [proposal.kind, proposal.source, proposal.nature].join("/");
    const given = waits.has(of) ? { issues: [AFTER_REFUSED] } : await issueOne(context, invoicing, proposal);
    if ("number" in given) numbers.push(given.number);
    else {
      refused.push({ key: proposal.key, issues: given.issues });
      waits.add(of);
    }
  }
  return { numbers, refused };
}

function said({ key, issues }: Refused) {
  return { key, why: issues.map(({ message }) => ({ fr: message("fr"), en: message("en") })) };
}

async function issueOne(context: Performing<unknown>, invoicing: Invoicing, proposal: Proposal) {
  if (proposal.kind === "invoice") {
    const drafted = await draftOf(context, invoicing, proposal);
    return "issues" in drafted ? drafted : issueInvoice(context, drafted.draft);
  }
  const invoice = await takeInvoice(context, proposal.of!);
  if (!invoice) return { issues: [CREDIT_LOST] };
  const about = contractChain(invoicing.agreed.person.dossier);
  return issueCredit(context, invoice, { parts: [{ about, amount: proposal.amount }], reason: REASON });
}

const REASON = "L’échéancier a été refait : le prix, ceux qui paient ou la durée de la formation ont changé.";
