/**
 * Which charge a transfer pays. A reference decides; without one, a name and an amount only propose, and a person decides.
 * What is decided here never depends on what was paid before, so that the order in which files come does not matter.
 */
import type { BankLine } from "./bank-line.ts";
import { findReferences } from "./payment-reference.ts";

export type KnownCharge = {
  readonly id: string;
  readonly reference: string;
  readonly total: number;
  /** What remains to be paid. */
  readonly balance: number;
  /** Whom it was told that the payer is. */
  readonly name: string | null;
};

/** A part of a transfer, in cents, and the charge that it pays. */
export type Share = { readonly charge: string; readonly amount: number };
type Why = "reference" | "name" | "amount" | "twin";
type Proposal = Share & { readonly why: readonly Why[] };

export type Match =
  | { readonly kind: "exact"; readonly shares: readonly Share[] }
  | { readonly kind: "proposed"; readonly proposals: readonly Proposal[] }
  | { readonly kind: "none" };

type Received = Pick<BankLine, "amount" | "label" | "counterparty" | "servicerReference">;

/** Everything in a line that may hold a reference. */
export function referencesIn({ label, counterparty, servicerReference }: Received): string[] {
  return findReferences([label, counterparty, servicerReference].join("\n"));
}

/**
 * - One reference: the whole transfer is for that charge, be it too much or too little.
 * - Two references, and the transfer is exactly what the two come to: each gets what it comes to.
 * - Two references and another amount: a person shares it out.
 * - None: charges whose payer is named, and the one charge of that very amount, are proposed.
 */
export function matchLine(
  line: Received,
  byReference: ReadonlyMap<string, KnownCharge>,
  open: readonly KnownCharge[],
): Match {
  const named = referencesIn(line).flatMap((reference) => byReference.get(reference) ?? []);
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

const MOST = 5;

function proposalsFor(line: Received, open: readonly KnownCharge[]): Proposal[] {
  const words = wordsOf(`${line.label} ${line.counterparty ?? ""}`);
  const ofAmount = open.filter(({ balance }) => balance === line.amount);
  const rated = open.flatMap((charge): Proposal[] => {
    const name = charge.name !== null && namedIn(charge.name, words);
    const amount = charge.balance === line.amount;
    if (!name && !(amount && ofAmount.length === 1)) return [];
    const why: Why[] = [...(name ? (["name"] as const) : []), ...(amount ? (["amount"] as const) : [])];
    return [{ charge: charge.id, amount: line.amount, why }];
  });
  return rated.sort((a, b) => b.why.length - a.why.length).slice(0, MOST);
}

/** Every word of the name stands among the words, in any order, whatever their accents. */
function namedIn(name: string, words: ReadonlySet<string>): boolean {
  const own = wordsOf(name);
  return own.size > 1 && [...own].every((word) => words.has(word));
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
