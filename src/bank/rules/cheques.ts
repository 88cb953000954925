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

/** Whether the words of an entry name the number of a cheque: « CHQ IMPAYÉ 0001234 » and n° 1234. Two digits could be anything. */
export function namesCheque(words: string, number: string | null): boolean {
  const sought = plain(number ?? "");
  return sought.length > 2 && words.split(/[^\p{L}\p{N}]+/u).some((word) => plain(word) === sought);
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .replace(/^0+(?=.)/, "");
}
