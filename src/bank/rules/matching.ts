/**
 * Which charge a transfer pays. A reference decides; a name and an amount only propose, and a person decides. Earlier payments play no part
 * here; the plan of an import (`bank-plan.ts`) considers them.
 */
import { type Received, referencesIn } from "../../billing/rules/payment-reference.ts";

export type KnownCharge = {
  readonly id: string;
  readonly reference: string;
  readonly total: number;
  /** What is left to pay. */
  readonly balance: number;
  /** The payer's name given with the charge. */
  readonly name: string | null;
  /** Who owes it, where that is known. */
  readonly debtor?: string;
  /** The number of the invoice that asks for it. */
  readonly invoice?: string;
};

/** Who may have paid: of the register. */
export type KnownPayer = { readonly debtor: string; readonly name: string; readonly auxiliary: string };
export type NamedPayer = KnownPayer & { readonly why: readonly ("name" | "account")[] };

/** The payers that a line names, by every word of their name or by their account at the accountant's. */
export function payersIn(line: Received, payers: readonly KnownPayer[]): NamedPayer[] {
  const words = wordsOf(`${line.label} ${line.counterparty ?? ""}`);
  const found = payers.flatMap((payer): NamedPayer[] => {
    const names = [...wordsOf(payer.name)];
    const name = names.join("").length > 3 && names.every((word) => words.has(word));
    const account = payer.auxiliary.length > 2 && words.has(payer.auxiliary.toUpperCase());
    return name || account
      ? [{ ...payer, why: [...(name ? ["name" as const] : []), ...(account ? ["account" as const] : [])] }]
      : [];
  });
  return found.sort((a, b) => b.why.length - a.why.length || b.name.length - a.name.length).slice(0, MOST);
}

/** The numbers of dossiers that a line names, such as `D-2026-000123`, by which funds pay. */
export function dossiersIn({ label, counterparty }: Received): string[] {
  return [...new Set(`${label} ${counterparty ?? ""}`.toUpperCase().match(/\b[A-Z]-\d{4}-\d{6,9}\b/g))];
}

/** What may be numbers of invoices, such as `F-2026-00006`, with the hyphens that banks drop; a series or a number that is none matches none. */
export function invoicesIn({ label, counterparty }: Received): string[] {
  const found = `${label} ${counterparty ?? ""}`.toUpperCase().matchAll(/\b([A-Z]{1,8})[ -]?(\d{4})[ -]?(\d{4,9})\b/g);
  return [...new Set([...found].map(([, series, year, number]) => `${series}-${year}-${number}`))];
}

/** A part of a transfer, in cents, and the charge that it pays. */
export type Share = { readonly charge: string; readonly amount: number };
/** `twin`: perhaps counted already. `settled`: nothing is left to pay. `out`: outgoing money. `own`: the importing person's. `dossier`, `invoice`: of a dossier or of an invoice that it names. `part`: a word of the name, with the exact amount. */
export type Why = "reference" | "invoice" | "name" | "part" | "amount" | "dossier" | "twin" | "settled" | "out" | "own";
type Proposal = Share & { readonly why: readonly Why[] };

export type Match =
  | { readonly kind: "exact"; readonly shares: readonly Share[] }
  | { readonly kind: "proposed"; readonly proposals: readonly Proposal[] }
  | { readonly kind: "none" };

/**
 * - One reference: the whole transfer is for that charge, even if too much or too little.
 * - Two references, and the transfer is exactly their sum: each gets its amount.
 * - Two references and another amount: a person distributes it.
 * - Outgoing money with a reference: a person says whether it bounced or was refunded.
 * - None: charges whose invoice or payer is named, or a word of whose payer comes with the exact amount (« VIR CASTAN 160,00 »), and the
 *   only charge of that exact amount, are proposed.
 */
export function matchLine(
  line: Received & { readonly amount: number },
  byReference: ReadonlyMap<string, KnownCharge>,
  open: readonly KnownCharge[],
): Match {
  const named = referencesIn(line).flatMap((reference) => byReference.get(reference) ?? []);
  if (line.amount < 0) return wentOut(line.amount, named);
  const [only] = named;
  if (only && named.length === 1) return { kind: "exact", shares: [{ charge: only.id, amount: line.amount }] };
  if (named.length > 1) {
    const shares = named.map(({ id, total }) => ({ charge: id, amount: total }));
    if (shares.reduce((sum, { amount }) => sum + amount, 0) === line.amount) return { kind: "exact", shares };
    return { kind: "proposed", proposals: shares.map((share) => ({ ...share, why: ["reference"] })) };
  }
  const proposals = proposalsFor(line, open);
  return proposals.length > 0 ? { kind: "proposed", proposals } : { kind: "none" };
}

function wentOut(amount: number, named: readonly KnownCharge[]): Match {
  if (named.length === 0) return { kind: "none" };
  return { kind: "proposed", proposals: named.map(({ id }) => ({ charge: id, amount, why: ["reference", "out"] })) };
}

const MOST = 5;

function proposalsFor(line: Received & { readonly amount: number }, open: readonly KnownCharge[]): Proposal[] {
  const words = wordsOf(`${line.label} ${line.counterparty ?? ""}`);
  const { byAmount, byWord, byPart, byInvoice } = indexOf(open);
  const ofAmount = byAmount.get(line.amount) ?? [];
  const named = [...words].flatMap((word) => byWord.get(word) ?? []);
  // Where a whole name is there, one that shares a word of it is somebody else.
  const whole = named.some((place) => isNamed(open[place]!, words));
  const parts = whole ? [] : [...words].flatMap((word) => byPart.get(partKey(line.amount, word)) ?? []);
  const inPart = new Set(parts);
  const asked = new Set(invoicesIn(line).flatMap((number) => byInvoice.get(number) ?? []));
  const alone = ofAmount.length === 1 ? ofAmount : [];
  const places = [...new Set([...named, ...inPart, ...asked, ...alone])].sort((a, b) => a - b);
  const rated = places.flatMap((place): Proposal[] => {
    const charge = open[place]!;
    const name = isNamed(charge, words);
    const amount = charge.balance === line.amount;
    const [invoice, part] = [asked.has(place), !name && inPart.has(place)];
    if (!name && !part && !invoice && !(amount && ofAmount.length === 1)) return [];
    const why: Why[] = [
      ...(invoice ? (["invoice"] as const) : []),
      ...(name ? (["name"] as const) : []),
      ...(part ? (["part"] as const) : []),
      ...(amount ? (["amount"] as const) : []),
    ];
    return [{ charge: charge.id, amount: line.amount, why }];
  });
  return rated.sort((a, b) => weight(b) - weight(a)).slice(0, MOST);
}

/** How well words name somebody: by the whole name, by a longer word of it, or not at all. */
export function naming(words: string, name: string | null): "whole" | "part" | undefined {
  const [said, names] = [wordsOf(words), [...wordsOf(name ?? "")]];
  if (names.length > 0 && names.every((word) => said.has(word))) return "whole";
  return names.some((word) => word.length >= PART && said.has(word)) ? "part" : undefined;
}

/** An invoice says more than a name, a whole name more than a word of it. */
function weight({ why }: Proposal): number {
  return why.reduce((sum, one) => sum + (one === "invoice" ? 5 : one === "part" ? 1 : 2), 0);
}

/** Shorter words are particles: « de », « van », « les ». */
const PART = 4;

function partKey(amount: number, word: string): string {
  return `${amount} ${word}`;
}

/** Every word of the name occurs among the words, in any order, without accents. */
function isNamed(charge: KnownCharge, words: ReadonlySet<string>): boolean {
  const names = namesOf(charge);
  return names.length > 1 && names.every((word) => words.has(word));
}

/** An index of the charges by balance, by the rarest word of the name, by balance and each longer word, and by invoice. */
type Index = {
  readonly byAmount: ReadonlyMap<number, readonly number[]>;
  readonly byWord: ReadonlyMap<string, readonly number[]>;
  readonly byPart: ReadonlyMap<string, readonly number[]>;
  readonly byInvoice: ReadonlyMap<string, readonly number[]>;
};
const lookedAt = new WeakMap<readonly KnownCharge[], Index>();

/** Built once, not per line: twenty thousand lines would each be compared with four thousand names. */
function indexOf(open: readonly KnownCharge[]): Index {
  const known = lookedAt.get(open);
  if (known) return known;
  const often = new Map<string, number>();
  for (const word of open.flatMap(namesOf)) often.set(word, (often.get(word) ?? 0) + 1);
  const rarest = (charge: KnownCharge) => namesOf(charge).toSorted((a, b) => often.get(a)! - often.get(b)!)[0] ?? "";
  const places = [...open.keys()];
  const parts = places.flatMap((place) =>
    namesOf(open[place]!)
      .filter((word) => word.length >= PART)
      .map((word) => ({ key: partKey(open[place]!.balance, word), place })),
  );
  const invoices = places.flatMap((place) => {
    const { invoice } = open[place]!;
    return invoice === undefined ? [] : [{ key: invoice, place }];
  });
  const index = {
    byPart: placesBy(parts),
    byInvoice: placesBy(invoices),
    byAmount: Map.groupBy(places, (place) => open[place]!.balance),
    byWord: Map.groupBy(places, (place) => rarest(open[place]!)),
  };
  lookedAt.set(open, index);
  return index;
}

function placesBy(all: readonly { readonly key: string; readonly place: number }[]): Map<string, number[]> {
  const groups = Map.groupBy(all, ({ key }) => key);
  return new Map([...groups].map(([key, found]) => [key, found.map(({ place }) => place)]));
}

const read = new WeakMap<KnownCharge, readonly string[]>();

/** Computed once per charge: every line of a file needs it. */
function namesOf(charge: KnownCharge): readonly string[] {
  let names = read.get(charge);
  if (!names) {
    names = [...wordsOf(charge.name ?? "")];
    read.set(charge, names);
  }
  return names;
}

function wordsOf(text: string): Set<string> {
  const plain = text
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toUpperCase()
    .replaceAll("Œ", "OE")
    .replaceAll("Æ", "AE");
  return new Set(plain.match(/[\p{L}\p{N}]+/gu));
}
