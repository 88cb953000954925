/** A proposal as the draft of an invoice: who is asked, for what, and what goes with it. */
import type { Performing } from "../../act/act.ts";
import type { DraftLine } from "../../billing/invoices/rules/document.ts";
import type { InvoiceDraft } from "../../billing/invoices/issuing.ts";
import { lettersGoTo } from "../../dossier/reached.ts";
import { type Label, type Lang, sayDay, sayMinutes } from "../../kit/lang.ts";
import type { Issue } from "../../kit/schema.ts";
import { contractChain } from "../rules/facts.ts";
import { askedAs } from "../rules/takeover.ts";
import { certificatesFor } from "./certified.ts";
import type { Invoicing } from "./gathering.ts";
import type { Proposal } from "./rules/proposals.ts";
import { sayWhat } from "./words.ts";

type Context = Pick<Performing<unknown>, "tx" | "decide" | "law" | "today">;
type Drafted = { readonly draft: InvoiceDraft } | { readonly issues: readonly Issue[] };

export async function draftOf(context: Context, invoicing: Invoicing, proposal: Proposal): Promise<Drafted> {
  const { agreed } = invoicing;
  const { person, money, read } = agreed;
  const { source, nature, basis, period } = proposal;
  const entry = money.payers.find(({ payer }) => payer === source)!;
  const share = askedAs(read.contract!.shares, source)!;
  const certified = entry.fund && nature === "training" ? await certificatesFor(context, person, proposal) : [];
  if ("issues" in certified) return certified;
  const common = {
    source,
    nature,
    about: contractChain(person.dossier),
    called: person.number,
    period,
    basis,
    lines: [lineOf(invoicing, proposal)],
    agreement: person.number,
    ...(share.number !== null && { dossierNumber: share.number }),
    ...(certified.length > 0 && { attached: certified }),
  };
  if (share.payer !== null) return { draft: { ...common, debtor: { payer: share.payer } } };
  const address = await lettersGoTo(context.tx, { id: person.dossier, number: person.number });
  return { draft: { ...common, debtor: { account: person.account }, debtorName: person.name, address } };
}

/** What is billed, of whom, from when to when, for how long. */
function lineOf(
  { agreed, periods }: Invoicing,
  { what, nature, nth, period, covers, minutes, amount }: Proposal,
): DraftLine {
  const { person, law } = agreed;
  const { from, to } = period;
  const planned = nth === null ? periods.reduce((sum, one) => sum + one.minutes, 0) : periods[nth - 1]!.minutes;
  const of = (lang: Lang) => sayWhat(what!, nth, law.diploma.label[lang])[lang];
  const detail = (lang: Lang) =>
    lang === "fr"
      ? `${person.name}, du ${sayDay(from, lang)} au ${sayDay(to, lang)}, ${sayMinutes(minutes ?? planned, lang)}${minutes === null ? "" : " suivies depuis le début"}`
      : `${person.name}, ${sayDay(from, lang)} to ${sayDay(to, lang)}, ${sayMinutes(minutes ?? planned, lang)}${minutes === null ? "" : " followed since the beginning"}`;
  const both = (say: (lang: Lang) => string): Label => ({ fr: say("fr"), en: say("en") });
  // What is another body's is for no hours of ours.
  const whose = nature === "third" ? both(() => person.name) : both(detail);
  return {
    label: both(of),
    detail: whose,
    about: contractChain(person.dossier),
    amount,
    ...(nature === "training" && { covers }),
  };
}
