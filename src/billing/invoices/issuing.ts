/**
 * Issues invoices and credits in the caller's transaction. The number is taken from a locked counter, so that a rollback leaves no gap and two
 * officers at once give consecutive numbers; what is issued is frozen with its hash. The act names `"charge"`, `"invoice"`, `"invoice_part"`,
 * `"mail"` and `PAYING_TABLES` among its `writes`, and `"waiver"` where it credits.
 */
import { createHash } from "node:crypto";
import type { Performing } from "../../act/act.ts";
import { takeChains } from "../../act/chain.ts";
import { actorName } from "../../act/permissions.ts";
import type { InvoiceAnswer, InvoiceInput } from "../../decisions/invoice/rule.ts";
import type { Nature } from "../../decisions/schedule/facts.ts";
import type { Tx } from "../../db/school.ts";
import { canonical } from "../../kit/canonical.ts";
import { newId } from "../../kit/id.ts";
import type { Issue } from "../../kit/schema.ts";
import type { Payee } from "../../law/establishment.ts";
import { unstated, vatOn } from "../../law/legal.ts";
import type { Money } from "../../law/money.ts";
import { chargeFee } from "../charges/charging.ts";
import { chargeChain, pathFor, whoOwes } from "../charges/paying.ts";
import { howToPay } from "../charges/how-to-pay.ts";
import { postMail } from "../../mail/post.ts";
import { insertWaiver } from "../charges/movements/store.ts";
import { findState, keepChargeStates, lockDebtors } from "../charges/states/store.ts";
import { takeCharges } from "../charges/hands.ts";
import { payerLink } from "../payers/letting-in.ts";
import { findPayer } from "../payers/store.ts";
import { creditMail, invoiceMail, NO_FILE } from "./mails.ts";
import {
  NO_LINES,
  noAddress,
  noDossierNumber,
  noRegime,
  noSiren,
  notSaid,
  NOTHING_INVOICED,
  overPart,
  UNKNOWN_PAYER,
} from "./refusals.ts";
import { amountsOf, type Buyer, type DraftLine, frozen, type InvoiceDocument } from "./rules/document.ts";
import {
  chargesNumbered,
  creditedToReplace,
  type FoundInvoice,
  findInvoice,
  idNumbered,
  insertInvoice,
  lockCounters,
  type NewPart,
  updateCounter,
} from "./store.ts";

type Context = Pick<
  Performing<unknown>,
  "tx" | "actor" | "at" | "today" | "establishment" | "decide" | "payee" | "reached" | "opened"
>;

export type InvoiceDraft = {
  /** Who pays, as the school's file names it. */
  readonly source: string;
  readonly nature?: Nature;
  /** The chain of what is billed, such as `contract:<dossier>`. */
  readonly about: string;
  /** The subject's public number. */
  readonly called?: string;
  readonly debtor: { readonly account: string | null } | { readonly payer: string };
  /** Of a debtor that is not in the register of payers, as is the address. */
  readonly debtorName?: string;
  readonly address?: readonly string[];
  readonly period: InvoiceInput["period"];
  readonly basis: InvoiceInput["basis"];
  readonly terms?: number;
  readonly lines: readonly DraftLine[];
  /** The number of the contract or convention. */
  readonly agreement?: string;
  /** The fund's. */
  readonly dossierNumber?: string;
  /** Names of the papers that go with it. */
  readonly attached?: readonly string[];
};

export type IssuedInvoice = {
  readonly id: string;
  readonly number: string;
  readonly charge: string;
  readonly gross: number;
};
/** Nothing was written. */
type NotIssued = { readonly issues: readonly Issue[] };

/** Locks the series, then the debtors, before the charges of any: an act that issues several documents calls it first. */
export async function lockToIssue(context: Context, debtors: readonly string[]): Promise<void> {
  const school = sellingSchool(context.payee);
  if (school) await lockSeries(context, school);
  await lockDebtors(context.tx, debtors);
}

export async function issueInvoice(context: Context, draft: InvoiceDraft): Promise<IssuedInvoice | NotIssued> {
  const { tx, today } = context;
  const ready = await readyToIssue(context, draft);
  if ("issues" in ready) return ready;
  const { school, buyer, terms } = ready;
  const { source, nature = "training", about, called, debtor, period, basis, lines } = draft;
  const series = school.money.invoices.series.invoices;
  const decided = await numbered(context, school, { kind: "invoice", series, source, nature, period, basis, terms });
  if ("issues" in decided) return decided;
  const lacking = lackingOn(decided, buyer, draft);
  if (lacking.length > 0) return { issues: lacking };
  const replaces = await creditedToReplace(tx, {
    source,
    nature,
    abouts: lines.map((line) => line.about),
    debtor: "payer" in debtor ? `payer:${debtor.payer}` : debtor.account === null ? about : `account:${debtor.account}`,
  });
  const charged = await chargeFee(tx, {
    about,
    ...(called !== undefined && { called }),
    ...("payer" in debtor ? { account: null, payer: debtor.payer } : { account: debtor.account }),
    debtorName: buyer.name,
    lines: chargeLines(lines, decided.gross),
    chargedOn: today,
    dueOn: decided.due!,
  });
  const document = frozen({
    kind: "invoice",
    on: today,
    answer: decided,
    nature,
    source,
    school,
    buyer,
    agreement: draft.agreement ?? null,
    dossierNumber: draft.dossierNumber ?? null,
    period,
    lines,
    of: null,
    reason: null,
    replaces,
    held: Math.max(0, decided.gross - Math.max(0, (await findState(tx, charged.id))!.balance)),
    reference: charged.reference,
    attached: draft.attached ?? [],
  });
  // The charge was made in this transaction: no other act can hold its chain yet, so that the order of locking does not matter.
  await takeChains(tx, [chargeChain(charged.id)]);
  const id = await kept(context, series, { charge: charged.id, of: null, waiver: null, document });
  await tell(context, charged.id, document);
  return { id, number: document.number, charge: charged.id, gross: document.gross };
}

/** The chains of the charges that invoices of these numbers ask: who credits them locks them with those of the act. */
export async function chainsOfInvoices(tx: Tx, numbers: readonly string[]): Promise<string[]> {
  return (await chargesNumbered(tx, numbers)).map(chargeChain);
}

/** An invoice of this number, locked with its charge; undefined where there is none, or it is the actor's own. */
export async function takeInvoice({ tx, actor }: Context, number: string): Promise<FoundInvoice | undefined> {
  const id = await idNumbered(tx, number);
  const unlocked = id === undefined ? undefined : await findInvoice(tx, id);
  if (!unlocked || unlocked.kind !== "invoice" || !(await takeCharges(tx, actor, [unlocked.charge]))) return undefined;
  return findInvoice(tx, unlocked.id);
}

/** What a credit takes off which part of its invoice. */
export type Credited = { readonly about: string; readonly amount: number };

/**
 * Credits a part of an invoice, which `takeInvoice` gave, or all of it. `then`: what a person says becomes of the credited sum; the
 * next invoice of that sum refers to this invoice and its credit.
 */
export async function issueCredit(
  context: Context,
  invoice: FoundInvoice,
  {
    parts,
    reason,
    then,
  }: {
    readonly parts: readonly Credited[];
    readonly reason: string;
    readonly then?: "remitted" | "asked-again";
  },
): Promise<IssuedInvoice | NotIssued> {
  const { tx, today, actor } = context;
  const school = sellingSchool(context.payee);
  if (!school) return { issues: [NOTHING_INVOICED] };
  const { document: of, source, nature, charge } = invoice;
  const amount = parts.reduce((sum, one) => sum + one.amount, 0);
  const over = parts.find((one) => one.amount > leftOf(invoice, one.about));
  if (over) return { issues: [overPart(leftOf(invoice, over.about))] };
  const series = school.money.invoices.series.credits;
  const { category, code } = of.vat;
  const decided = await numbered(context, school, {
    kind: "credit",
    series,
    source,
    nature,
    period: of.period,
    basis: { by: "agreed", amount },
    of: {
      number: of.number,
      on: of.issuedOn,
      amount: invoice.gross,
      credited: invoice.credited,
      vat: category,
      ...(code !== null && { code }),
      type: of.type as 380 | 386,
    },
  });
  if ("issues" in decided) return decided;
  const document = frozen({
    kind: "credit",
    on: today,
    answer: decided,
    nature,
    source,
    school,
    buyer: of.buyer,
    agreement: of.agreement,
    dossierNumber: of.dossierNumber,
    period: of.period,
    lines: parts.map((one) => ({ ...lineOf(of, one.about), amount: one.amount })),
    of: { number: of.number, on: of.issuedOn },
    reason,
    then,
    reference: of.reference,
    attached: [],
  });
  const waiver = newId();
  const by = actorName(actor);
  await insertWaiver(tx, { id: waiver, charge, amount, on: today, reason, by });
  const id = await kept(context, series, { charge, of: invoice.id, waiver, document });
  await keepChargeStates(tx, [charge]);
  await tell(context, charge, document);
  return { id, number: document.number, charge, gross: document.gross };
}

/** What is left to credit of a part. */
export function leftOf({ parts }: Pick<FoundInvoice, "parts">, about: string): number {
  const part = parts.find((one) => one.about === about);
  return part ? part.amount - part.credited : 0;
}

type School = Payee & { readonly money: Money };

/** A school that says nothing of money invoices nothing. */
function sellingSchool(payee: Payee | undefined): School | undefined {
  return payee?.money && (payee as School);
}

function lockSeries({ tx, today }: Pick<Context, "tx" | "today">, { money }: School) {
  const { invoices, credits } = money.invoices.series;
  return lockCounters(tx, [invoices, credits], today);
}

type Ready = { readonly school: School; readonly buyer: Buyer; readonly terms: number | undefined };

/** What the school must say of itself, and who is asked. */
async function readyToIssue(context: Context, draft: InvoiceDraft): Promise<Ready | NotIssued> {
  const school = sellingSchool(context.payee);
  if (!school) return { issues: [NOTHING_INVOICED] };
  const missing = unstated(school.legal ?? {}, context.today, "invoice");
  if (missing.length > 0) return { issues: [notSaid(missing)] };
  const { debtor, terms } = draft;
  if ("payer" in debtor) {
    const payer = await findPayer(context.tx, debtor.payer);
    if (!payer) return { issues: [UNKNOWN_PAYER] };
    const { name, form, siren, service, address } = payer;
    if (address === "") return { issues: [noAddress(name)] };
    const buyer = { name, form, siren, service, address: address.split("\n") };
    return { school, buyer, terms: terms ?? payer.daysToPay ?? undefined };
  }
  const { debtorName: name = "", address = [] } = draft;
  if (name === "" || address.length === 0) return { issues: [noAddress(name)] };
  return { school, buyer: { name, form: "", siren: null, service: "", address }, terms };
}

/** What this payer's invoice must bear and is not known. */
function lackingOn({ mentions }: InvoiceAnswer, buyer: Buyer, { dossierNumber = "", lines }: InvoiceDraft): Issue[] {
  const issues: Issue[] = [];
  if (mentions.includes("buyer-siren") && buyer.siren === null) issues.push(noSiren(buyer.name));
  if (mentions.includes("dossier-number") && dossierNumber === "") issues.push(noDossierNumber(buyer.name));
  if (lines.length === 0) issues.push(NO_LINES);
  return issues;
}

type Asked = Pick<InvoiceInput, "kind" | "series" | "source" | "period" | "basis"> & {
  readonly nature: Nature;
  readonly terms?: number | undefined;
  readonly of?: InvoiceInput["of"];
};

/** Asks the decision on the next number of its series, under the regime of today. */
async function numbered(context: Context, school: School, asked: Asked): Promise<InvoiceAnswer | NotIssued> {
  const { today, decide, establishment } = context;
  const regime = vatOn(school.legal ?? {}, today);
  if (!regime) return { issues: [noRegime] };
  const counter = (await lockSeries(context, school)).get(asked.series)!;
  const { terms, of, ...rest } = asked;
  const input: InvoiceInput = {
    ...rest,
    id: "invoice",
    on: today,
    establishment: school.establishment ?? establishment,
    regime: regime.regime,
    ...(terms !== undefined && { terms }),
    ...(of && { of }),
    ...(counter.number > 0 && { last: { number: counter.number, on: counter.issuedOn } }),
    ...(regime.attestation !== undefined && {
      attestation: { number: regime.attestation, from: regime.from, ...(regime.to !== undefined && { to: regime.to }) },
    }),
  };
  const answered = decide("invoice", input);
  if (!answered) throw new Error("There is no decision on invoices");
  return "fault" in answered ? answered.fault : (answered.answer("fr") as unknown as InvoiceAnswer);
}

type Kept = {
  readonly charge: string;
  readonly of: string | null;
  readonly waiver: string | null;
  readonly document: InvoiceDocument;
};

async function kept(context: Context, series: string, { document, ...row }: Kept): Promise<string> {
  const { tx, actor, at, today } = context;
  const id = newId();
  const parts: NewPart[] = document.lines.map(({ about, amount, minutes }) => ({
    id: newId(),
    about,
    amount,
    minutes: minutes ?? null,
  }));
  const invoice = { ...row, id, document, fingerprint: fingerprintOf(document), by: actorName(actor), at };
  await insertInvoice(tx, invoice, parts, chargeChain(row.charge));
  await updateCounter(tx, series, { number: sequenceOf(document.number), issuedOn: today });
  return id;
}

export function fingerprintOf(document: InvoiceDocument): string {
  return createHash("sha256").update(canonical(document)).digest("hex");
}

/** `F-2027-00042`: 42. */
function sequenceOf(number: string): number {
  return Number(number.slice(number.lastIndexOf("-") + 1));
}

/** In the chain of the charge, with which it is erased. */
async function tell(context: Context, charge: string, document: InvoiceDocument): Promise<void> {
  const { tx, at, establishment, payee, opened } = context;
  const debtor = (await whoOwes(context, [charge])).get(charge);
  if (!debtor) return;
  const { reader, address: to, language: lang } = debtor;
  const chain = chargeChain(charge);
  // Before the chain of a guest, which comes after it.
  await takeChains(tx, [chain]);
  const { paysOnline: online } = opened(establishment);
  const { label, ...words } =
    document.kind === "credit"
      ? creditMail(lang, document)
      : invoiceMail(lang, document, {
          ways: howToPay(payee, document, { lang, online }),
          left: Math.max(0, (await findState(tx, charge))!.balance),
        });
  // An account opens it; a payer of the register comes in by a link of its own.
  const path =
    debtor.payer === undefined
      ? reader === null
        ? undefined
        : pathFor(debtor, `/compte/paiements/factures/${document.number}`)
      : await payerLink(context, debtor.payer);
  const link = path === undefined ? undefined : { path, label };
  const paragraphs = link ? [...words.paragraphs, NO_FILE[lang]] : words.paragraphs;
  const filed = { about: chain, of: chain, at, estate: true };
  await postMail(tx, { reader, to, lang, ...words, paragraphs, ...(link && { link }), ...filed });
}

function lineOf({ lines }: InvoiceDocument, about: string): DraftLine {
  const { label, detail, about: whose } = lines.find((line) => line.about === about)!;
  return { label, detail, about: whose };
}

function chargeLines(lines: readonly DraftLine[], gross: number) {
  const amounts = amountsOf(lines, gross);
  if (!amounts) throw new Error("The lines of an invoice do not add up to it");
  return lines.map(({ label }, at) => ({ key: `line-${at + 1}`, label, amount: amounts[at]! }));
}
