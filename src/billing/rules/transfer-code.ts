/**
 * The payload of a transfer's QR code for banking applications: the European Payments Council's EPC069-12, version 002. One value per line,
 * in a fixed order; trailing lines are omitted. Pure.
 */

export type Transfer = {
  readonly holder: string;
  readonly iban: string;
  /** Optional within the European Economic Area since version 002. */
  readonly bic?: string | undefined;
  /** Cents. */
  readonly amount: number;
  readonly reference: string;
};

/** The maximum lengths: a bank rejects the whole code for one character more. */
const LONGEST = { holder: 70, reference: 140 };
const MOST = 99_999_999_999;

/** Undefined for an amount of zero, or above what the standard can express. */
export function transferCode({ holder, iban, bic = "", amount, reference }: Transfer): string | undefined {
  if (amount < 1 || amount > MOST) return undefined;
  const euros = `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, "0")}`;
  const [name, words] = [oneLine(holder, LONGEST.holder), oneLine(reference, LONGEST.reference)];
  // UTF-8 is character set 1. No purpose and no structured reference (ISO 11649), which ours is not.
  return ["BCD", "002", "1", "SCT", bic, name, iban, `EUR${euros}`, "", "", words].join("\n");
}

function oneLine(text: string, longest: number): string {
  return Array.from(text.trim().replaceAll(/\s+/gu, " ")).slice(0, longest).join("");
}
