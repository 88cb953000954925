/** Detects duplicate cheques, by number, drawer and what they pay. */
export type ChequeFacts = {
  /** The charge that it names, or the debtor alone. */
  readonly names: string;
  readonly amount: number;
  readonly drawer: string;
  readonly number?: string | null | undefined;
};

/** « Mme Durand », n° 0001234 and « MME DURAND », n° 1234 are the same; without both numbers, the amounts are compared. */
export function sameCheque(one: ChequeFacts, other: ChequeFacts): boolean {
  if (one.names !== other.names || plain(one.drawer) !== plain(other.drawer)) return false;
  const [number, of] = [plain(one.number ?? ""), plain(other.number ?? "")];
  return number === "" || of === "" ? one.amount === other.amount : number === of;
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .replace(/^0+(?=.)/, "");
}
