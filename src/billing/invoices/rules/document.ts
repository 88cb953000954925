/**
 * An invoice or a credit as it is frozen: all that its paper and its data for machines print, so that both say the same for ever, whatever
 * the school's file and the register of payers say later.
 */
import { type Day } from "../../../kit/day.ts";
import type { Label } from "../../../kit/lang.ts";
import { split } from "../../../kit/parts.ts";
import type { Payee } from "../../../law/establishment.ts";
import type { Money } from "../../../law/money.ts";
import type { InvoiceAnswer } from "../../../decisions/invoice/rule.ts";
import type { Days, Nature } from "../../../decisions/schedule/facts.ts";

type Seller = {
  readonly name: string;
  readonly form: Label;
  readonly siren: string;
  readonly siret: string;
  readonly vatNumber: string | null;
  readonly activity: { readonly number: string; readonly registeredWith: Label };
  readonly address: readonly string[];
  readonly transfer: { readonly holder: string | null; readonly iban: string | null; readonly bic: string | null };
  readonly cheque: string | null;
};

/** Empty lines are unknown; only a body has a form, a SIREN and a service of the public portal. */
export type Buyer = {
  readonly name: string;
  readonly form: string;
  readonly siren: string | null;
  readonly address: readonly string[];
  readonly service: string;
};

/** A line before it is issued: what is asked for, and for whom. */
export type DraftLine = {
  readonly label: Label;
  /** The trainee, dates, hours. */
  readonly detail: Label | null;
  /** The chain that it is billed for. */
  readonly about: string;
  readonly minutes?: number;
  /** Cents an hour, where hours are billed. */
  readonly rate?: number;
  /** The tax in it; all of the invoice where it has one line. */
  readonly amount?: number;
  /** The days of training that it bills; null of what bills none of its own. Left out where it is for no training. */
  readonly covers?: Days | null;
};
type Line = Omit<DraftLine, "amount"> & { readonly amount: number; readonly net: number };

/** An invoice that a credit corrected and that asks again for what the credit took off; `amount`: of the credit. */
export type Replaced = {
  readonly number: string;
  readonly on: Day;
  readonly credit: { readonly number: string; readonly on: Day; readonly amount: number };
};

export type InvoiceDocument = {
  readonly form: 1;
  readonly kind: "invoice" | "credit";
  readonly number: string;
  readonly issuedOn: Day;
  readonly dueOn: Day | null;
  readonly type: number;
  readonly nature: Nature;
  readonly source: { readonly key: string; readonly label: Label };
  readonly seller: Seller;
  readonly buyer: Buyer;
  /** Of the contract or convention. */
  readonly agreement: string | null;
  /** The fund's own. */
  readonly dossierNumber: string | null;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly lines: readonly Line[];
  readonly net: number;
  readonly tax: number;
  readonly gross: number;
  readonly vat: InvoiceAnswer["vat"] & { readonly words: Label | null };
  readonly of: { readonly number: string; readonly on: Day } | null;
  /** Of a credit. */
  readonly reason: string | null;
  /** Of a credit that gives its amount up: it is not asked again. Left out of any other. */
  readonly remitted?: true;
  /** Of a credit whose amount a right invoice asks again. Left out of any other. */
  readonly askedAgain?: true;
  /** Of an invoice that asks again for what credits took off others. Left out of any other. */
  readonly replaces?: readonly Replaced[];
  /** Received of its debtor before, and serving it from the day of issue. Left out where there is nothing. */
  readonly held?: number;
  /** To be copied on a transfer. */
  readonly reference: string;
  readonly terms: { readonly earlyPayment: Label; readonly penalties: Label; readonly recovery: number } | null;
  /** What must stand on it. */
  readonly mentions: readonly { readonly mention: string; readonly label: Label }[];
  /** Names of the papers that go with it. */
  readonly attached: readonly string[];
};

export type ToFreeze = {
  readonly kind: "invoice" | "credit";
  readonly on: Day;
  readonly answer: InvoiceAnswer;
  readonly nature: Nature;
  readonly source: string;
  /** Of which the school says all that an invoice wants. */
  readonly school: Payee & { readonly money: Money };
  readonly buyer: Buyer;
  readonly agreement: string | null;
  readonly dossierNumber: string | null;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly lines: readonly DraftLine[];
  readonly of: { readonly number: string; readonly on: Day } | null;
  readonly reason: string | null;
  readonly then?: "remitted" | "asked-again" | undefined;
  readonly replaces?: readonly Replaced[];
  readonly held?: number;
  readonly reference: string;
  readonly attached: readonly string[];
};

/** The lines add up to the invoice with the tax, and their shares of the net amount to the net amount. */
export function frozen(given: ToFreeze): InvoiceDocument {
  const { kind, on, answer, nature, source, school, buyer, agreement, dossierNumber, period, of, reason } = given;
  const { invoices, payers } = school.money;
  const { number, due, net, tax, gross, type, vat, mentions } = answer;
  const payer = payers.find((one) => one.payer === source)!;
  const words = invoices.regimes.find(({ category, code }) => category === vat.category && (code ?? null) === vat.code);
  const labels = new Map(invoices.mentions.map(({ mention, label }) => [mention, label]));
  const business = mentions.includes("late-penalties");
  return {
    form: 1,
    kind,
    number,
    issuedOn: on,
    dueOn: due,
    type,
    nature,
    source: { key: source, label: payer.label },
    seller: sellerOf(school),
    buyer,
    agreement,
    dossierNumber,
    period,
    lines: linesOf(given.lines, net, gross),
    net,
    tax,
    gross,
    vat: { ...vat, words: words?.words ?? null },
    of,
    reason,
    ...(given.then === "remitted" && { remitted: true as const }),
    ...(given.then === "asked-again" && { askedAgain: true as const }),
    ...(given.replaces && given.replaces.length > 0 && { replaces: given.replaces }),
    ...(given.held !== undefined && given.held > 0 && { held: given.held }),
    reference: given.reference,
    terms: business
      ? {
          earlyPayment: invoices.earlyPayment.label,
          penalties: (payer.public && invoices.penalties.public) || invoices.penalties.label,
          recovery: invoices.recovery.amount,
        }
      : null,
    mentions: mentions.map((mention) => ({ mention, label: labels.get(mention)! })),
    attached: given.attached,
  };
}

/** What is asked of each line, the tax in it; undefined where they do not add up. */
export function amountsOf(lines: readonly DraftLine[], gross: number): number[] | undefined {
  if (lines.length === 1) return [gross];
  const amounts = lines.map(({ amount = 0 }) => amount);
  return amounts.reduce((sum, amount) => sum + amount, 0) === gross ? amounts : undefined;
}

function linesOf(lines: readonly DraftLine[], net: number, gross: number): Line[] {
  const amounts = amountsOf(lines, gross);
  if (!amounts) throw new Error("The lines of an invoice do not add up to it");
  const nets = split(net, amounts);
  return lines.map((line, at) => ({ ...line, amount: amounts[at]!, net: nets[at]! }));
}

function sellerOf({ name = "", legalName, legal = {}, address, payment: { transfer, cheque } }: Payee): Seller {
  const { form, siren, siret, activity, vatNumber } = legal;
  if (!form || siren === undefined || siret === undefined || !activity)
    throw new Error("A school that does not say who it is issues nothing");
  return {
    name: legalName ?? name,
    form,
    siren,
    siret,
    vatNumber: vatNumber ?? null,
    activity,
    address,
    transfer: { holder: transfer.holder ?? null, iban: transfer.iban ?? null, bic: transfer.bic ?? null },
    cheque: cheque.payableTo ?? null,
  };
}
